import Testing

@testable import HelplineTerminal

@Suite struct PastedTextTests {
    /// Takes characters until the paste is over; what is left of them is given back.
    private func paste(_ characters: String) -> (text: String, rest: String) {
        var paste = PastedText()
        var scalars = characters.unicodeScalars[...]
        while let scalar = scalars.popFirst(), paste.take(scalar.value) {}
        return (paste.text, String(scalars))
    }

    @Test(
        "A paste ends at its mark, has its line breaks inside, and none at its end",
        arguments: [
            ("one\rtwo\u{1B}[201~x", "one\ntwo"), ("转账没到\n\n谢谢\r\r\u{1B}[201~x", "转账没到\n\n谢谢"),
            ("\u{1B}[201~x", ""), ("\r\u{1B}[201~x", ""),
        ])
    func end(characters: String, text: String) {
        #expect(paste(characters) == (text, "x"))
    }

    @Test("Half a mark is no mark, and controls are dropped")
    func controls() {
        #expect(paste("a\u{1B}[20b\u{7}\tc\u{1B}\u{1B}[201~x") == ("a[20b c", "x"))
    }

    @Test("A paste without end keeps no more than its limit, and invalid characters do not trap")
    func limit() {
        var paste = PastedText()
        var goesOn = true
        for _ in 0..<70_000 { goesOn = goesOn && paste.take(0x61) }
        goesOn = goesOn && paste.take(0xD800)
        #expect(goesOn)
        #expect(paste.text.count == 65_536)
    }
}
