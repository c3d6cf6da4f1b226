import Testing

@testable import HelplineTerminal

@Suite struct ColorChoiceTests {
    @Test(
        "The flag goes before NO_COLOR, that before TERM, that before the terminal",
        arguments: [
            (ColorChoice.auto, [:], true, true), (.auto, [:], false, false), (.auto, ["NO_COLOR": "1"], true, false),
            (.auto, ["NO_COLOR": ""], true, true), (.auto, ["TERM": "dumb"], true, false),
            (.always, ["NO_COLOR": "1"], false, true), (.never, [:], true, false),
        ] as [(ColorChoice, [String: String], Bool, Bool)])
    func decision(choice: ColorChoice, environment: [String: String], isTerminal: Bool, isOn: Bool) {
        #expect(choice.isOn(environment: environment, isTerminal: isTerminal) == isOn)
    }

    @Test("Without colour a style writes plain text")
    func plain() {
        #expect(Style(isOn: false).bot("x") == "x")
        #expect(Style(isOn: true).bot("x") == "\u{1B}[36mx\u{1B}[0m")
        #expect(Style(isOn: true).bot("") == "")
    }
}
