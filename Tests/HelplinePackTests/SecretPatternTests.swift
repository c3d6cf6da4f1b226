import HelplineCore
import PCRE2
import PatternSet
import Testing

@testable import HelplinePack

@Suite("The operator's own secrets, under “redaction”")
struct SecretPatternTests {
    private let pack = SamplePack()

    private func secrets(_ list: String) -> LoadedPack {
        pack.adding("redaction: \(list)\n", to: "bot.yaml").load()
    }

    /// What is kept of a line by a bot of the pack.
    private func kept(_ line: String, of pack: LoadedPack) throws -> String {
        let knowledge = KnowledgeBase(try #require(pack.content))
        var conversation = Conversation()
        var scratch = MatchScratch()
        _ = conversation.receive(
            Utterance(line), in: Environment(now: Timestamp(seconds: 0)), with: knowledge, using: &scratch)
        return try #require(conversation.lastUserLine?.string)
    }

    @Test("Patterns are read in their order, and what they match is masked")
    func read() throws {
        let loaded = secrets(#"['\bstaff-\d{4}\b', '工号(?<secret>\d+)']"#)
        #expect(loaded.diagnostics.filter { $0.severity == .error } == [])
        #expect(loaded.content?.secrets.map(\.text) == [#"\bstaff-\d{4}\b"#, #"工号(?<secret>\d+)"#])
        #expect(try !kept("ask STAFF-1234 about it", of: loaded).contains("1234"))
        let line = try kept("我的工号8841，账号没了", of: loaded)
        #expect(!line.contains("8841"))
        #expect(line.contains("工号"))
        #expect(try kept("staff 12", of: loaded) == "staff 12")
    }

    @Test(
        "What cannot be a pattern of a secret is a fault with its place",
        arguments: [
            ("['a(']", DiagnosticCode.badPattern), ("['x*']", .badPattern), ("['']", .wrongShape),
            ("{a: b}", .wrongShape), ("[[a]]", .wrongShape),
            ("[" + (0..<51).map { "'secret\($0)'" }.joined(separator: ", ") + "]", .badValue),
        ])
    func wrong(list: String, code: DiagnosticCode) throws {
        let errors = secrets(list).diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.code).contains(code), "\(errors)")
        #expect(errors.allSatisfy { $0.file.hasSuffix("bot.yaml") })
    }
}
