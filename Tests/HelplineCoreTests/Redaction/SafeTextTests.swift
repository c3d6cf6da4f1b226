import Testing

@testable import HelplineCore

@Suite("Safe text")
struct SafeTextTests {
    @Test("joins with safe text only")
    func joins() {
        let parts: [SafeText] = ["账户", "fees", ""]
        #expect(parts.joined(separator: ", ").string == "账户, fees, ")
        #expect([SafeText]().joined(separator: "x").isEmpty)
        var text: SafeText = "a"
        text += "b" + "c"
        #expect(text == "abc")
    }

    @Test("is cut by characters")
    func prefix() {
        #expect(("cafe\u{301} fee" as SafeText).prefix(4).string == "cafe\u{301}")
        #expect(("fee" as SafeText).prefix(9) == "fee")
        #expect(("fee" as SafeText).prefix(-1).isEmpty)
    }
}
