import Foundation
import Testing

@testable import HelplineMail

@Suite("Encoded words")
struct EncodedWordTests {
    /// The decoded pieces of a field, and its lines.
    private func read(_ text: String, tag: String = "") throws -> (words: [String], lines: [Substring]) {
        var header = HeaderBlock()
        try header.add("Subject", text: text, tag: tag)
        let lines = String(decoding: header.bytes, as: UTF8.self).split(separator: "\r\n")
        let words = lines.flatMap { $0.split(separator: " ") }.filter { $0.hasPrefix("=?UTF-8?B?") }
        let decoded = words.compactMap { Data(base64Encoded: String($0.dropFirst(10).dropLast(2))) }
        return (try decoded.map { try #require(String(bytes: $0, encoding: .utf8)) }, lines)
    }

    @Test("A long Chinese subject is cut into words of at most 75 octets on lines of at most 76")
    func limits() throws {
        let subject = String(repeating: "账户被盗请求协助核查", count: 6).prefix(59)
        let (words, lines) = try read(String(subject), tag: "[HL-0000-0000]")
        #expect(words.joined() == subject)
        #expect(words.count > 3)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    }

    @Test(
        "A cluster stays whole wherever it stands",
        arguments: ["👨‍👩‍👧‍👦", "🇨🇳", "e\u{301}", "\u{1F469}\u{1F3FD}\u{200D}\u{1F4BB}", "각"])
    func clusters(_ cluster: String) throws {
        for offset in 0..<64 {
            let text = String(repeating: "名", count: offset / 3) + String(repeating: "x", count: offset % 3) + cluster
            let (words, lines) = try read(text + cluster + "末")
            #expect(words.joined() == text + cluster + "末")
            #expect(lines.allSatisfy { $0.utf8.count <= 76 })
            #expect(words.joined().count == words.map(\.count).reduce(0, +), "offset \(offset)")
        }
    }

    @Test("A cluster too long for a word is cut between its scalars")
    func hugeCluster() throws {
        for offset in 0..<50 {
            let text = String(repeating: "x", count: offset) + "é" + String(repeating: "\u{301}", count: 31) + "末"
            let (words, lines) = try read(text)
            #expect(words.joined().unicodeScalars.elementsEqual(text.unicodeScalars))
            #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        }
    }

    @Test(
        "ASCII that could be taken for something else is encoded",
        arguments: ["=?UTF-8?B?eA==?=", "a =? b", "two  spaces", String(repeating: "x", count: 76)])
    func asciiEncoded(_ text: String) throws {
        #expect(try read(text).words.joined() == text)
    }

    @Test("Plain ASCII stays as it is and is folded between words")
    func asciiPlain() throws {
        let text = Array(repeating: "account", count: 30).joined(separator: " ")
        let (words, lines) = try read(text)
        #expect(words.isEmpty)
        #expect(lines.count == 4)
        #expect(lines.joined() == "Subject: " + text)
    }

    @Test("A word carries as much as 75 octets can hold, and no more")
    func longest() {
        let full = String(repeating: "名", count: EncodedWord.maximumBytes / 3)
        #expect(EncodedWord.encode(full).count <= EncodedWord.maximumLength)
        #expect(EncodedWord.encode(full + "x").count > EncodedWord.maximumLength)
        #expect(EncodedWord.encode("").count == EncodedWord.overhead)
    }
}
