import ArgumentParser
import HelplineCore
import HelplineStore

/// What became of the mails, and what an operator may do about them.
struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "List, print, retry, withdraw, export or deliver the mails that were accepted.",
        subcommands: [List.self, Show.self, Retry.self, Cancel.self, Export.self, Deliver.self],
        defaultSubcommand: List.self)

    /// Whose mails.
    struct Options: ParsableArguments {
        @OptionGroup var pack: PackOptions
        @OptionGroup var state: StateOptions

        func settings() throws -> Configuration {
            try pack.configuration([.state: state.state])
        }
    }

    /// The mail a command is about.
    struct ReferenceArgument: ParsableArguments {
        @Argument(help: "The reference, such as HL-7K3Q-M2XV.")
        var reference: String

        func parsed() throws -> Reference {
            guard let reference = Reference(parsing: reference) else {
                throw ValidationError(
                    "“\(reference)” is no reference; compare it with the receipt, the last symbol is a check.")
            }
            return reference
        }
    }

    /// Opens the store of the settings; what goes wrong in it is said, and ends the program with code 74.
    static func opening<Value>(
        _ settings: Configuration, _ body: (Store) throws -> Value
    ) throws -> Value {
        do {
            let store = try Store(folder: settings.value(.state), limits: settings.storeLimits)
            defer { try? store.close() }
            try store.purge(settings.retention, at: .now)
            return try body(store)
        } catch {
            StandardError.say("helpline: \(error)")
            throw ExitStatus.inputOutput
        }
    }
}
