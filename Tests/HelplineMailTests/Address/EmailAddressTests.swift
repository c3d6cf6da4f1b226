import TestSupport
import Testing

@testable import HelplineCore
@testable import HelplineMail

@Suite("Addresses")
struct EmailAddressTests {
    @Test(
        "A usual address is taken as it is",
        arguments: [
            "o'x+tag@c.co", "zhang.san@example.com", "a@b.example", "!#$%&'*+-/=?^_`{|}~@example.org", "1@2.cn",
            "a@xn--fsqu00a.xn--0zwm56d", String(repeating: "x", count: 64) + "@example.com", "a@b-c.d--e.com",
        ])
    func accepted(_ text: String) throws {
        #expect(try EmailAddress(parsing: text).description == text)
    }

    @Test(
        "What is no address of one mailbox is refused with its reason",
        arguments: [
            ("", .empty), ("abc", .noAt), ("a@b@c.d", .severalAts), ("a@b", .singleLabel), ("a b@c.de", .space),
            (" a@c.de", .space), ("a@c.de ", .space), ("a@c.de, v@e.fr", .several), ("a@c.de;v@e.fr", .several),
            ("<a@c.de>", .angleBrackets), ("Li <a@c.de>", .angleBrackets), ("a@b>\r\nRCPT TO:<v@e.fr", .control),
            ("a@c.de\r\nBcc: v@e.fr", .control), ("a\r\n@c.de", .control), ("a\u{0}@c.de", .control),
            ("a\u{202E}@c.de", .control), (".a@c.de", .localDots), ("a.@c.de", .localDots), ("a..b@c.de", .localDots),
            ("\"a b\"@c.de", .quoted), ("a(x)@c.de", .comment), ("@x.de,@y.de:a@c.de", .route), ("@c.de", .noLocalPart),
            ("a@", .noDomain), ("a@-c.de", .labelHyphen), ("a@c-.de", .labelHyphen), ("a@c..de", .emptyLabel),
            ("a@c.de.", .emptyLabel), ("a@.de", .emptyLabel), ("a@c_d.de", .labelCharacter),
            ("a@c:d.de", .labelCharacter),
            ("a@[127.0.0.1]", .addressLiteral), ("a@127.0.0.1", .addressLiteral), ("a[@c.de", .localCharacter),
            ("a\\@c.de", .localCharacter), ("a\u{200D}@c.de", .localCharacter), ("a@xn--a.de", .labelCharacter),
            ("a@xn--fsqu00a-.de", .labelHyphen), ("a@☃.de", .labelCharacter), ("a@\u{301}b.de", .labelCharacter),
            (String(repeating: "x", count: 65) + "@c.de", .localTooLong),
            ("a@" + String(repeating: "x", count: 64) + ".de", .labelTooLong),
            ("a@" + Array(repeating: "abcdefghi", count: 26).joined(separator: "."), .tooLong),
        ] as [(String, AddressRefusal)])
    func refused(_ text: String, _ reason: AddressRefusal) {
        #expect(throws: reason) { try EmailAddress(parsing: text) }
        #expect(!reason.description.isEmpty)
    }

    @Test("An address of 255 octets is refused, one of 254 is not")
    func length() throws {
        let domain = Array(repeating: String(repeating: "d", count: 60), count: 3).joined(separator: ".") + ".example"
        let fits = String(repeating: "x", count: 254 - 1 - domain.utf8.count) + "@" + domain
        #expect(try EmailAddress(parsing: fits).description.utf8.count == 254)
        #expect(throws: AddressRefusal.tooLong) { try EmailAddress(parsing: "x" + fits) }
    }

    @Test(
        "Full-width characters lead to the address they stand for, to be confirmed",
        arguments: [("ａ＠ｂ．ｃｏｍ", "a@b.com"), ("a@b。com", "a@b.com"), ("u@例子。测试", "u@xn--fsqu00a.xn--0zwm56d")])
    func fullWidth(_ text: String, _ meant: String) throws {
        let address = try EmailAddress(parsing: meant)
        #expect(throws: AddressRefusal.fullWidth(address)) { try EmailAddress(parsing: text) }
    }

    @Test("Full-width characters that stand for no address are refused for the real reason")
    func fullWidthNonsense() {
        #expect(throws: AddressRefusal.severalAts) { try EmailAddress(parsing: "ａ＠ｂ＠ｃ") }
        #expect(throws: AddressRefusal.several) { try EmailAddress(parsing: "a@c.de，v@e.fr") }
    }

    @Test(
        "A domain goes as A-labels in lower case",
        arguments: [
            ("u@例子.测试", "u@xn--fsqu00a.xn--0zwm56d"), ("Li@Bücher.Example", "Li@xn--bcher-kva.example"),
            ("a@EXAMPLE.Com", "a@example.com"), ("a@mañana.com", "a@xn--maana-pta.com"),
            ("x@faß.de", "x@xn--fa-hia.de"), ("x@пример.рф", "x@xn--e1afmkfd.xn--p1ai"),
        ])
    func international(_ text: String, _ ascii: String) throws {
        let address = try EmailAddress(parsing: text)
        #expect(address.description == ascii)
        #expect(address.isASCII)
    }

    @Test("A local part beyond ASCII is an address, though not one for every header")
    func localBeyondASCII() throws {
        let address = try EmailAddress(parsing: "用户@例子.测试")
        #expect(!address.isASCII)
        #expect(address.local == "用户")
        #expect(address.domain == "xn--fsqu00a.xn--0zwm56d")
    }

    /// Labels near the limits of length, their letters of one alphabet from all over it.
    private static func domain(_ random: inout SeededGenerator) -> String {
        let alphabets: [[ClosedRange<UInt32>]] = [
            [0x61...0x7A, 0xE0...0xF6, 0x100...0x17F, 0x1E00...0x1EFF], [0x3B1...0x3C9, 0x1F00...0x1FFF],
            [0x400...0x52F], [0x4E00...0x9FA5, 0x61...0x7A],
        ]
        let labels = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            let ranges = random.pick(alphabets)
            return (0..<Int.random(in: 1...20, using: &random)).map { _ in
                Unicode.Scalar(UInt32.random(in: random.pick(ranges), using: &random)).map { String($0) } ?? "a"
            }.joined()
        }
        return labels.joined(separator: ".") + random.pick([".de", ".рф", ".中国"])
    }

    @Test("Whatever address the conversation takes, the mail can be written to", arguments: 1...20)
    func taken(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var count = 0
        for _ in 0..<200 {
            let text = NormalizedText("x@" + Self.domain(&random))
            guard let found = MailboxReader.read(text) else { continue }
            #expect((try? EmailAddress(parsing: found.canonical))?.isASCII == true, "\(found.canonical)")
            count += 1
        }
        #expect(count > 20)
    }

    @Test("A very long text is refused at once", .timeLimit(.minutes(10)))
    func bounded() {
        let text = "a@" + String(String.UnicodeScalarView((0x4E00..<0x9000).compactMap { Unicode.Scalar($0) })) + ".de"
        #expect(throws: AddressRefusal.tooLong) { try EmailAddress(parsing: text) }
    }
}
