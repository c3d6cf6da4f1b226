import ArgumentParser
import Testing

@testable import helpline

@Suite("A command line that is read without the parser")
struct PlainCommandLineTests {
    /// All that a command holds, each option with its value; one that was never set shows as its definition.
    private func contents(_ chat: Chat) -> String {
        var text = ""
        dump(chat, to: &text)
        return text
    }

    @Test(
        "Every option of “chat” has the value that the parser would give it, so that none is read unset",
        arguments: [
            [], ["--intents", "pack"], ["--state", "here"], ["--intents", "pack", "--state", "here"],
        ])
    func everyOption(line: [String]) throws {
        let plain = try #require(Chat(plain: ["chat"] + line))
        #expect(contents(plain) == contents(try Chat.parse(line)))
        #expect(contents(plain) != contents(Chat()))
    }

    @Test(
        "Any other command line is left to the parser",
        arguments: [
            ["--json"], ["chat", "chat"], ["serve"], ["--intents"], ["--intents", ""], ["--intents", "--state"],
            ["--intents", "a", "--intents", "b"], ["--intents=a"], ["--state", "a", "b"], ["--help"],
        ])
    func others(line: [String]) {
        #expect(Chat(plain: line) == nil)
    }
}
