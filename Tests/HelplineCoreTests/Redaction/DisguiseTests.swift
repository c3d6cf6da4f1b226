import Foundation
import TestSupport
import Testing

@testable import HelplineCore

@Suite("Secrets written otherwise")
struct DisguiseTests {
    private func redacted(_ line: String) -> String {
        var memory = RedactionMemory()
        return Redactor().redact(line, memory: &memory).text.string
    }

    /// The way in which a text is written otherwise.
    struct Disguise: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var write: @Sendable ([String]) -> String

        static let all = [
            Disguise(testDescription: "run together") { $0.joined() },
            Disguise(testDescription: "run together with capitals") { $0.map(\.capitalized).joined() },
            Disguise(testDescription: "joined by hyphens and numbers") { words in
                words.enumerated().map { "\($0 + 1)\($1)" }.joined(separator: "-")
            },
            Disguise(testDescription: "the first four letters run together") { $0.map { $0.prefix(4) }.joined() },
            Disguise(testDescription: "base64") { Data($0.joined(separator: " ").utf8).base64EncodedString() },
            Disguise(testDescription: "base64 for links, without padding") { words in
                Data(words.joined(separator: " ").utf8).base64EncodedString()
                    .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
                    .replacingOccurrences(of: "=", with: "")
            },
            Disguise(testDescription: "base64 twice") { words in
                Data(Data(words.joined(separator: " ").utf8).base64EncodedString().utf8).base64EncodedString()
            },
            Disguise(testDescription: "hexadecimal digits") { words in
                let digits = words.joined(separator: " ").utf8.map { byte in
                    String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
                }
                return digits.joined()
            },
        ]
    }

    @Test("a phrase is masked, in English and in a Chinese sentence", arguments: Disguise.all, [12, 18, 24])
    func phrase(disguise: Disguise, count: Int) throws {
        let book = try #require(PhraseBook.all.first)
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<20 {
            let written = disguise.write(book.phrase(count, from: &generator))
            for line in [written, "here it is: \(written) thanks", "我的钱包\(written)打不开"] {
                let text = redacted(line)
                #expect(!text.contains(written.prefix(12)), "\(line) became \(text)")
            }
        }
    }

    @Test("Words of the other Latin lists that are run together are masked too")
    func otherLists() {
        var generator = SeededGenerator(seed: 6)
        for book in PhraseBook.all where book.language.script == .latin {
            let written = book.phrase(12, from: &generator).map(PhraseBook.bare).joined()
            #expect(!redacted(written).contains(written.prefix(12)), "\(book.testDescription): \(written)")
        }
    }

    @Test(
        "What support needs to read stays: addresses, hashes, links, long words",
        arguments: [
            "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4aaaaaaaaaaaa",
            "https://example.com/help/how-to-restore-access-to-your-account-after-update",
            "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft",
            "pleasehelpmemymoneyisgoneandidontknowwhattodo",
            "txid=5c1f9b0f3c2c7a6e5d4b3a29181716151413121110ffeeddccbbaa99",
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9", "aHR0cHM6Ly9leGFtcGxlLmNvbS9oZWxwL3RyYW5zYWN0aW9ucw==",
            "screenshot_2026_11_22_at_09_15_32_wallet_error_message_final_version",
        ])
    func harmless(line: String) {
        #expect(redacted(line) == line)
    }

    @Test("A line that is one long run costs no more than its length")
    func long() {
        let letters = String(repeating: "abandonability", count: 4000)
        #expect(redacted(letters) == letters)
    }
}
