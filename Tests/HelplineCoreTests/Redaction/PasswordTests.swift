import Testing

@testable import HelplineCore

@Suite("Passwords, told from talk about passwords")
struct PasswordTests {
    private static let star = RedactionMarkers(
        Dictionary(uniqueKeysWithValues: SecretKind.allCases.map { ($0, "*" as SafeText) }))

    @Test("takes nothing out of a sentence about a password", arguments: PasswordTalkRows.all)
    func talk(line: String) {
        #expect(KeptLines([line]).text == line)
    }

    @Test("takes nothing out of what was said before talk about secrets", arguments: PasswordTalkRows.dialogues)
    func dialogue(lines: [String]) {
        #expect(KeptLines(lines).lines.map(\.string) == lines)
    }

    @Test("masks a password that is given, and nothing beside it", arguments: PasswordGivenRows.all)
    func given(row: PasswordGivenRows.Row) {
        #expect(row.messages != row.left)
        #expect(KeptLines(row.messages, markers: Self.star).lines.map(\.string) == row.left)
    }

    @Test("finds nothing more in what it has masked", arguments: [RedactionMarkers.english, .chinese])
    func stable(markers: RedactionMarkers) {
        for row in PasswordGivenRows.all where row.messages.count == 1 {
            let once = KeptLines(row.messages, markers: markers).text
            #expect(KeptLines([once], markers: markers).text == once)
        }
    }
}
