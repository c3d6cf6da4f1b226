import ArgumentParser
import Foundation
import HelplineCore
import HelplineStore

/// Shows what became of the mails.
struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "List the mails that were accepted, or print one.",
        subcommands: [List.self, Show.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the mails, newest first.")

        @OptionGroup var pack: PackOptions
        @OptionGroup var state: StateOptions

        @Option(help: "At most so many.")
        var limit = 50

        func run() throws {
            let settings = try pack.configuration([.state: state.state])
            let zone = Zone.ofTerminal(ProcessInfo.processInfo.environment) ?? .utc
            let entries = try OutboxCommand.reading(settings) { store throws(LedgerError) in
                try store.list(limit: limit)
            }
            for entry in entries {
                let time = zone.civilTime(at: entry.status.created).minuteText
                print(
                    "\(entry.reference)  \(entry.status.state.rawValue)  \(time)  \(entry.recipient)  \(entry.subject)")
            }
            if entries.isEmpty { StandardError.say("helpline: no mail in “\(settings.value(.state))”.") }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Print a mail as it was written.")

        @OptionGroup var pack: PackOptions
        @OptionGroup var state: StateOptions

        @Argument(help: "The reference, such as HL-7K3Q-M2XV.")
        var reference: String

        func run() throws {
            guard let reference = Reference(parsing: reference) else {
                throw ValidationError(
                    "“\(reference)” is no reference; compare it with the receipt, the last symbol is a check.")
            }
            let settings = try pack.configuration([.state: state.state])
            let bytes = try OutboxCommand.reading(settings) { store throws(LedgerError) in
                try store.bytes(of: reference)
            }
            guard let bytes else {
                StandardError.say(
                    "helpline: there is no mail \(reference) in “\(settings.value(.state))”, or it was purged.")
                throw ExitStatus.noInput
            }
            var output = StandardOutput()
            output.write(bytes)
        }
    }

    /// Opens the store of the settings for one question.
    static func reading<Value>(
        _ settings: Configuration, _ body: (Store) throws(LedgerError) -> Value
    ) throws -> Value {
        do {
            let store = try Store(folder: settings.value(.state))
            defer { try? store.close() }
            return try body(store)
        } catch {
            StandardError.say("helpline: \(error)")
            throw ExitStatus.inputOutput
        }
    }
}
