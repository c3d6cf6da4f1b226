import Foundation
import HelplineWire
import Testing

@Suite("Reading of JSON") struct JSONReaderTests {
    private func read(_ text: String) throws(JSONError) -> JSONValue {
        try JSONReader.read(Array(text.utf8)[...])
    }

    @Test(
        "Texts that the grammar allows are read",
        arguments: [
            ("null", .null), (" true ", .bool(true)), ("false", .bool(false)), ("\t\r\n0", .number("0")),
            ("-0", .number("-0")), ("1.50", .number("1.50")), ("1e9", .number("1e9")), ("1E+09", .number("1E+09")),
            ("-12.5e-3", .number("-12.5e-3")),
            ("123456789012345678901234567890", .number("123456789012345678901234567890")),
            (#""""#, .string("")), (#""账号""#, .string("账号")), (#""a\"b\\c\/d""#, .string("a\"b\\c/d")),
            (#""\b\f\n\r\t""#, .string("\u{8}\u{C}\n\r\t")), (#""\u8d26\u53F7""#, .string("账号")),
            (#""\ud83d\ude42!""#, .string("🙂!")), (#""\u0000""#, .string("\0")), (#""\r\n""#, .string("\r\n")),
            (#""\ud83d""#, .string("\u{FFFD}")), (#""\ude42\ud83d""#, .string("\u{FFFD}\u{FFFD}")),
            (#""\ud83dx""#, .string("\u{FFFD}x")), (#""\ud83d\n""#, .string("\u{FFFD}\n")),
            (#""\ud83d\u0041""#, .string("\u{FFFD}A")), (#""\ud83d\ud83d\ude42""#, .string("\u{FFFD}🙂")),
            ("[]", .array([])), ("[ 1 , [ ] , \"x\" ]", .array([.number("1"), .array([]), .string("x")])),
            ("{}", .object(JSONObject())), ("\"\u{7F}\"", .string("\u{7F}")),
        ] as [(String, JSONValue)])
    func valid(text: String, expected: JSONValue) throws {
        #expect(try read(text) == expected)
    }

    @Test(
        "Texts that the grammar does not allow are refused at their place",
        arguments: [
            ("", 0), (" ", 1), ("nul", 0), ("nulll", 4), ("True", 0), ("01", 0), ("-", 1), ("-a", 1), ("1.", 2),
            (".5", 0), ("+1", 0), ("1e", 2), ("1e+", 3), ("0x10", 1), ("NaN", 0), ("Infinity", 0), ("1 2", 2),
            ("[1,]", 3), ("[,1]", 1), ("[1 2]", 3), ("[1", 2), ("[", 1), ("]", 0), ("{\"a\":1,}", 7), ("{a:1}", 1),
            ("{'a':1}", 1), ("{\"a\"}", 4), ("{\"a\":}", 5), ("{\"a\" 1}", 5), ("{\"a\":1", 6), ("{1:2}", 1),
            (#""abc"#, 4), (#""a\"#, 3), (#""\x""#, 2), (#""\u12""#, 5), (#""\u12g4""#, 5), (#""\ud83d\u12""#, 11),
            ("\"a\u{1}b\"", 2), ("\"a\nb\"", 2), ("\"tab\there\"", 4), ("// x\n1", 0), ("[1]x", 3),
            ("\u{FEFF}1", 0), ("账", 0), ("{\"a\":1}{\"b\":2}", 7),
        ])
    func invalid(text: String, offset: Int) {
        let error = #expect(throws: JSONError.self) { try read(text) }
        #expect(error?.code == .syntax)
        #expect(error?.offset == offset)
    }

    @Test(
        "A string that is not UTF-8 is told apart from a broken text",
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE8, 0xB4, 0x22],
            [0x22, 0xE8, 0x5C, 0x6E, 0x22],
        ] as [[UInt8]])
    func encoding(bytes: [UInt8]) {
        let error = #expect(throws: JSONError.self) { try JSONReader.read(bytes[...]) }
        #expect(error?.code == .encoding)
    }

    @Test("A name that stands twice is refused, among few members and among many")
    func duplicates() {
        let error = #expect(throws: JSONError.self) { try read(#"{"a":1,"\u0061":2}"#) }
        #expect(error?.code == .duplicateName)
        let many = (0..<40).map { "\"k\($0)\":0" }.joined(separator: ",")
        #expect(throws: Never.self) { try read("{\(many)}") }
        #expect(throws: JSONError.self) { try read("{\(many),\"k39\":1}") }
        #expect(throws: JSONError.self) { try read("{\(many),\"k3\":1}") }
    }

    @Test("Names that differ in bytes are different names")
    func names() throws {
        let value = try read(#"{"\u00e9":1,"e\u0301":2}"#)
        #expect(value["\u{E9}"]?.integer == 1)
        #expect(value["e\u{301}"]?.integer == 2)
    }

    @Test("Depth is limited, and a text below the limit is read")
    func depth() throws {
        let limits = JSONReader.Limits(depth: 4, values: 100)
        func nested(_ depth: Int) -> ArraySlice<UInt8> {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)[...]
        }
        #expect(throws: Never.self) { try JSONReader.read(nested(4), limits: limits) }
        let error = #expect(throws: JSONError.self) { try JSONReader.read(nested(5), limits: limits) }
        #expect(error?.code == .tooLarge)
        let bomb = [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
        #expect(throws: JSONError.self) { try JSONReader.read(bomb[...]) }
    }

    @Test("The number of values is limited")
    func values() {
        let text = "[" + Array(repeating: "0", count: 200).joined(separator: ",") + "]"
        let error = #expect(throws: JSONError.self) {
            try JSONReader.read(Array(text.utf8)[...], limits: JSONReader.Limits(values: 200))
        }
        #expect(error?.code == .tooLarge)
    }

    @Test("Every prefix of a text is refused and never more than refused")
    func prefixes() throws {
        let text = #"{"type":"message","n":[-1.5e+3,true,null],"t":"\ud83d\ude42 账\n"}"#
        let bytes = Array(text.utf8)
        #expect(throws: Never.self) { try JSONReader.read(bytes[...]) }
        for end in bytes.indices {
            #expect(throws: JSONError.self, "\(end)") { try JSONReader.read(bytes[..<end]) }
        }
    }

    @Test("A slice is read by its own indices")
    func slices() throws {
        let bytes = Array("xx[1]yy".utf8)
        #expect(try JSONReader.read(bytes[2..<5]) == .array([.number("1")]))
        let error = #expect(throws: JSONError.self) { try JSONReader.read(bytes[2..<6]) }
        #expect(error?.offset == 3)
    }
}
