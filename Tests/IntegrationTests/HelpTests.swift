import Testing

@Suite("Help and version")
struct HelpTests {
    @Test("The version names the program, the pattern library and whether it compiles at run time")
    func version() throws {
        let outcome = try Room().run(["--version"])
        #expect(outcome.code == 0)
        #expect(outcome.text.hasPrefix("helpline "))
        #expect(outcome.text.contains("PCRE2 10."))
        #expect(outcome.text.contains("JIT"))
    }

    @Test(
        "The help of each command ends well and says what a stranger needs",
        arguments: [
            ("", ["chat", "serve", "check", "test", "new", "match", "explain", "outbox", "config"]),
            ("chat", ["--intents", "--state", "--json", "--plain", "--trial", "--color", "outbox", "one empty"]),
            ("serve", ["--intents", "--state", "--listen", "127.0.0.1:7777", "helpline/1"]),
            (
                "check",
                ["--intents", "--strict", "--json", "--quiet", "--notes", "--matrix", "--patterns", "--lang", "65"]
            ),
            ("new", ["--intents", "--schema", "TODO"]),
            ("test", ["--intents", "Transcripts/", "--update", "--coverage"]),
            ("match", ["--intents", "--json", "\"text\"", "runner_up"]),
            ("explain", ["--intents", "score", "250"]),
            ("outbox", ["list", "show"]),
            ("outbox list", ["--state", "--limit"]),
            ("outbox show", ["--state", "HL-"]),
            ("config", ["HELPLINE_STATE", "--config", "YAML"]),
        ])
    func help(command: String, words: [String]) throws {
        let outcome = try Room().run(command.split(separator: " ").map(String.init) + ["--help"])
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
        for word in words { #expect(outcome.text.contains(word)) }
        #expect(outcome.text.contains("USAGE: helpline"))
    }

    @Test(
        "A wrong command line ends with code 64 and says how it is used",
        arguments: [
            ["--nonsense"], ["nonsense"], ["outbox", "nonsense"], ["mail", "nonsense"], ["chat", "--intents"],
            ["serve", "--listen", "nonsense"], ["explain"],
        ])
    func wrong(arguments: [String]) throws {
        let outcome = try Room().run(arguments)
        #expect(outcome.code == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errorText.contains("Usage: helpline"))
    }

    @Test(
        "An option with an empty value ends with code 64 and is named",
        arguments: [
            (["chat", "--state", ""], "--state"), (["--state="], "--state"), (["chat", "--intents", ""], "--intents"),
            (["check", "--config", ""], "--config"), (["chat", "--color", ""], "--color"),
            (["serve", "--listen", ""], "--listen"), (["serve", "--unix", ""], "--unix"),
            (["serve", "--tls="], "--tls"), (["outbox", "list", "--state", ""], "--state"),
            (["irc", "127.0.0.1:6667", "--nick", ""], "--nick"), (["test", "--mails", ""], "--mails"),
        ])
    func emptyValue(arguments: [String], option: String) throws {
        let outcome = try Room().run(arguments)
        #expect(outcome.code == 64)
        #expect(outcome.errorText.contains("\(option) has an empty value; write one, or leave \(option) out."))
    }

    @Test(
        "A command that there is not is called so, with the commands that there are and the nearest of them",
        arguments: [
            (["chekc"], "“helpline” has no command “chekc”. Did you mean “check”?", "relay-check"),
            (["outbox", "lst"], "“helpline outbox” has no command “lst”. Did you mean “list”?", "deliver"),
            (["xyzzy"], "“helpline” has no command “xyzzy”.\n", "match"),
        ])
    func unknown(arguments: [String], words: String, other: String) throws {
        let outcome = try Room().run(arguments)
        #expect(outcome.code == 64)
        #expect(outcome.errorText.contains(words), "\(outcome.errorText)")
        #expect(outcome.errorText.contains(other))
        #expect(!outcome.errorText.contains("chat [--intents"))
    }
}
