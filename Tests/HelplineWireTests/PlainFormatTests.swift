import HelplineCore
import HelplineWire
import Testing

@Suite("Replies on a plain connection") struct PlainFormatTests {
    @Test(
        "A reply ends with exactly one empty line and holds none",
        arguments: [
            ("one", "one\n\n"), ("one\ntwo", "one\ntwo\n\n"), ("one\n\n\ntwo\n", "one\ntwo\n\n"),
            ("\n one", " one\n\n"), ("one\r\n\r\ntwo", "one\ntwo\n\n"), ("one\n \t\ntwo", "one\ntwo\n\n"),
            ("账号\n被盗", "账号\n被盗\n\n"), ("", "\n"), ("\n", "\n"),
        ])
    func form(text: String, expected: String) {
        var output = Array("before\n\n".utf8)
        PlainFormat.append(.saying(text), to: &output)
        #expect(String(decoding: output, as: UTF8.self) == "before\n\n" + expected)
    }
}
