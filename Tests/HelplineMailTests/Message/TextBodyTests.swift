import Foundation
import Testing

@testable import HelplineMail

@Suite("Text on the wire")
struct TextBodyTests {
    private func decoded(_ body: TextBody) -> String? {
        guard body.encoding == "base64" else { return String(decoding: body.bytes, as: UTF8.self) }
        let data = Data(base64Encoded: Data(body.bytes), options: .ignoreUnknownCharacters)
        return data.flatMap { String(data: $0, encoding: .utf8) }
    }

    @Test(
        "Short ASCII goes as it is", arguments: ["", "hello", "a\nb\n", "tab\there", String(repeating: "x", count: 78)])
    func sevenBit(_ text: String) {
        #expect(TextBody(text).encoding == "7bit")
    }

    @Test(
        "What a mail program could change on the way goes as base64, in lines of at most 76",
        arguments: [
            "汉", "café", String(repeating: "x", count: 79), String(repeating: "x", count: 5000), ".", "..", "a\n.\nb",
            "From me", "-- \nsignature", "--boundary", "trailing ", "trailing\t", "bell\u{7}", "nul\0", "\u{7F}",
        ])
    func base64(_ text: String) throws {
        let body = TextBody(text)
        #expect(body.encoding == "base64")
        #expect(body.bytes.split(separator: 0x0A).allSatisfy { $0.count <= 77 })
        #expect(body.bytes.allSatisfy { $0 < 0x80 })
        let expected =
            text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0) }.joined(separator: "\r\n") + "\r\n"
        #expect(try #require(decoded(body)).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test(
        "Every kind of line end arrives as CR LF",
        arguments: [
            ("a\r\nb", "a\r\nb\r\n"), ("a\nb", "a\r\nb\r\n"), ("a\rb", "a\r\nb\r\n"), ("a\n\rb", "a\r\n\r\nb\r\n"),
            ("a\r\r\nb", "a\r\n\r\nb\r\n"), ("\n", "\r\n"), ("\r\n\r\n", "\r\n\r\n"), ("汉\r\n\n字", "汉\r\n\r\n字\r\n"),
        ])
    func lineEnds(_ text: String, _ expected: String) throws {
        #expect(Array(try #require(decoded(TextBody(text))).utf8) == Array(expected.utf8))
    }

    @Test("Base64 is Foundation's, for every length", arguments: 0...200)
    func oracle(_ count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
        #expect(Base64.encode(bytes) == Array(Data(bytes).base64EncodedString().utf8))
        let lines = Data(bytes).base64EncodedString(options: [.lineLength76Characters])
        #expect(Base64.encodeLines(bytes) == Array(lines.utf8))
    }
}
