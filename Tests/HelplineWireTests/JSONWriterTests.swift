import Foundation
import HelplineWire
import Testing

@Suite("Writing of JSON") struct JSONWriterTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("Members stand in the order of the calls with commas between")
    func order() {
        let text = written { writer in
            writer.beginObject()
            writer.name("z")
            writer.integer(1)
            writer.name("a")
            writer.beginArray()
            writer.string("x")
            writer.null()
            writer.beginObject()
            writer.endObject()
            writer.bool(false)
            writer.endArray()
            writer.name("m")
            writer.integer(nil)
            writer.endObject()
            writer.endLine()
            writer.bool(true)
        }
        #expect(text == "{\"z\":1,\"a\":[\"x\",null,{},false],\"m\":null}\ntrue")
    }

    @Test(
        "Strings are escaped so that they stay on one line for every reader",
        arguments: [
            ("plain", #""plain""#), ("账号 🙂 é …", "\"账号 🙂 é …\""), ("a\"b\\c/d", #""a\"b\\c/d""#),
            ("a\nb\r\tc", #""a\nb\r\tc""#), ("\r\n", #""\r\n""#),
            ("\0\u{1}\u{1F}\u{7F}", #""\u0000\u0001\u001f\u007f""#),
            ("\u{85}\u{2028}\u{2029}", #""\u0085\u2028\u2029""#),
        ])
    func strings(text: String, expected: String) {
        #expect(written { $0.string(text) } == expected)
    }

    @Test("What is written reads as what it was, by our reader and by another one")
    func roundTrip() throws {
        let all = String(String.UnicodeScalarView((0..<0x3000).compactMap { Unicode.Scalar($0) }))
        let bytes = Array(written { $0.string(all) }.utf8)
        #expect(try JSONReader.read(bytes[...]) == .string(all))
        let foreign = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        #expect(foreign as? String == all)
    }

    @Test(
        "Thousandths are decimals without needless digits",
        arguments: [
            (0, "0"), (1, "0.001"), (50, "0.05"), (100, "0.1"), (920, "0.92"), (925, "0.925"), (1000, "1"),
            (1050, "1.05"), (-250, "-0.25"),
        ])
    func thousandths(number: Int, expected: String) {
        #expect(written { $0.thousandths(number) } == expected)
    }

    @Test("A value goes out as it came")
    func values() throws {
        let text = #"{"a":[1.50,"x",null,true],"b":{"c":-0}}"#
        let value = try JSONReader.read(Array(text.utf8)[...])
        #expect(written { $0.value(value) } == text)
    }
}
