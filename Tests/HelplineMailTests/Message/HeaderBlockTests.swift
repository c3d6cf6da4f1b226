import Foundation
import Testing

@testable import HelplineMail

@Suite("Header fields")
struct HeaderBlockTests {
    static let forbidden: [String] =
        ["\r\n", "\n", "\r", "\0", "\t", "\u{B}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{2028}", "\u{2029}"]
        + (0x202A...0x202E).compactMap { Unicode.Scalar($0).map { String($0) } }
        + (0x2066...0x2069).compactMap { Unicode.Scalar($0).map { String($0) } }

    @Test(
        "A control character, line separator or directional override is refused in every kind of field",
        arguments: forbidden)
    func refused(_ evil: String) throws {
        let value = "x" + evil + "Bcc: v@x.example"
        let address = EmailAddress(local: "a", domain: "b.example")
        var header = HeaderBlock()
        #expect(throws: HeaderError.self) { try header.add("Subject", text: value) }
        #expect(throws: HeaderError.self) { try header.add("Subject", text: "x", tag: value) }
        #expect(throws: HeaderError.self) { try header.add("X-Helpline-Ref", words: value) }
        #expect(throws: HeaderError.self) { try header.add("To", mailbox: Mailbox(name: value, address: address)) }
        #expect(throws: HeaderError.self) {
            try header.add("To", mailbox: Mailbox(address: EmailAddress(local: value, domain: "b.example")))
        }
        #expect(throws: HeaderError.self) {
            try header.add("Content-Disposition", value: "attachment", parameter: "filename", value)
        }
        #expect(throws: HeaderError.self) { try header.add("Subject" + evil, text: "x") }
        #expect(header.bytes.isEmpty && header.names.isEmpty)
    }

    @Test("CR LF is found although it is one Character and no substring search for either half sees it")
    func carriageReturnLineFeed() {
        let value = "x\r\nBcc: v@x.example"
        #expect(!value.contains("\n" as Character))
        var header = HeaderBlock()
        #expect(throws: HeaderError(field: "Subject", reason: .control(0x0D))) {
            try header.add("Subject", text: value)
        }
    }

    @Test("A text of a user becomes one line", arguments: forbidden)
    func cleaned(_ evil: String) {
        let text = (evil + "账户" + evil + evil + "Bcc: v@x.example" + evil).headerText(limit: 400)
        #expect(!text.unicodeScalars.contains { $0.isForbiddenInHeader })
        #expect(text == "账户 Bcc: v@x.example")
    }

    @Test("What only looks like a control character stays: it is text")
    func percentEscapes() {
        #expect("a%0d%0aBcc: x".headerText(limit: 400) == "a%0d%0aBcc: x")
    }

    @Test("A text that is too long ends in an ellipsis at the end of a cluster")
    func shortened() {
        #expect(String(repeating: "名", count: 10).headerText(limit: 14) == "名名名…")
        #expect("ab🇨🇳🇨🇳".headerText(limit: 13) == "ab🇨🇳…")
        #expect("名名".headerText(limit: 6) == "名名")
    }

    @Test("A name that is no field name is refused", arguments: ["", "A:B", "A B", "名"])
    func names(_ name: String) {
        var header = HeaderBlock()
        #expect(throws: HeaderError(field: name, reason: .name)) { try header.add(name, text: "x") }
    }

    @Test("A word that no line can hold is refused")
    func tooLong() {
        var header = HeaderBlock()
        let word = String(repeating: "x", count: 998)
        #expect(throws: HeaderError(field: "X-A", reason: .tooLong)) { try header.add("X-A", words: word) }
    }

    @Test(
        "A display name is an atom, a quoted string or an encoded word, by need",
        arguments: [
            ("", "To: a@b.example\r\n"),
            ("Li Wei", "To: Li Wei <a@b.example>\r\n"),
            ("J. \"Joe\" O'Neil", "To: \"J. \\\"Joe\\\" O'Neil\" <a@b.example>\r\n"),
            ("张三", "To: =?UTF-8?B?5byg5LiJ?= <a@b.example>\r\n"),
            ("=?x", "To: =?UTF-8?B?PT94?= <a@b.example>\r\n"),
        ])
    func displayName(_ name: String, _ field: String) throws {
        var header = HeaderBlock()
        try header.add("To", mailbox: Mailbox(name: name, address: EmailAddress(local: "a", domain: "b.example")))
        #expect(String(decoding: header.bytes, as: UTF8.self) == field)
    }

    @Test("A Chinese file name goes by RFC 2231 in segments that fit a line, cut between scalars")
    func parameter() throws {
        let name = String(repeating: "截图", count: 20) + "%'*.png"
        var header = HeaderBlock()
        try header.add("Content-Disposition", value: "attachment", parameter: "filename", name)
        let text = String(decoding: header.bytes, as: UTF8.self)
        let segments = text.split(separator: "\r\n ").dropFirst().map { $0.split(separator: "=", maxSplits: 1)[1] }
        let values = segments.map {
            $0.replacing("UTF-8''", with: "").replacing(";", with: "").replacing("\r\n", with: "")
        }
        #expect(values.map { $0.removingPercentEncoding }.joinedIfWhole() == name)
        #expect(text.contains("filename*0*=UTF-8''"))
        #expect(text.contains("filename*1*="))
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    }

    @Test(
        "A short file name takes the plainest form",
        arguments: [("a b.txt", "filename=\"a b.txt\""), ("é.txt", "filename*=UTF-8''%C3%A9.txt")])
    func shortParameter(_ name: String, _ written: String) throws {
        var header = HeaderBlock()
        try header.add("Content-Disposition", value: "attachment", parameter: "filename", name)
        #expect(String(decoding: header.bytes, as: UTF8.self) == "Content-Disposition: attachment; \(written)\r\n")
    }
}

extension [String?] {
    /// The strings joined, nil where one is missing.
    fileprivate func joinedIfWhole() -> String? {
        contains(nil) ? nil : compactMap { $0 }.joined()
    }
}
