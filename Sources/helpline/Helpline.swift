import ArgumentParser
import PCRE2

/// The program: one subcommand for each thing an operator, an author or a user does.
@main
struct Helpline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "helpline",
        abstract: "A support bot that answers from an FAQ and writes the e-mail when the FAQ is not enough.",
        discussion: """
            People talk to it in a terminal (chat), with netcat or over a chat relay (serve).
            Authors keep its content in a folder of YAML files and prove it (new, check, test, match, explain).
            """,
        version: version,
        subcommands: [
            Chat.self, Serve.self, Ctl.self, IRC.self, RelayCheckCommand.self, Check.self, Test.self, New.self,
            Match.self, Explain.self, OutboxCommand.self, MailCommand.self, Config.self,
        ],
        defaultSubcommand: Chat.self)

    /// Runs the command of the command line.
    static func main() {
        StandardDescriptors.keepOpen()
        Ending.outliveFailedWrites()
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            try run(arguments)
        } catch {
            Ending.end(with: error)
        }
    }

    private static func run(_ arguments: [String]) throws {
        if let chat = Chat(plain: arguments) { return try chat.run() }
        if let unknown = UnknownCommand.first(in: arguments) { throw ValidationError("\(unknown)") }
        if let empty = EmptyOption.first(in: arguments) { throw ValidationError("\(empty)") }
        var command = try parseAsRoot(arguments)
        try command.run()
    }

    /// The version of this program.
    static let release = "0.1.0"

    /// The program's version and that of the library that decides what matches.
    private static var version: String {
        "helpline \(release)\n\(LibraryVersion())"
    }
}
