import ArgumentParser
import HelplineCore
import HelplineStore

extension OutboxCommand {
    struct Retry: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry",
            abstract: "Make a mail due now that waits, is held, or was given up.",
            discussion: "Whoever delivers from this folder takes it; where nobody does, see “outbox deliver”.")

        @OptionGroup var options: Options
        @OptionGroup var mail: ReferenceArgument

        func run() throws {
            let (settings, reference) = (try options.settings(), try mail.parsed())
            let isDone = try OutboxCommand.opening(settings) { store in
                try store.retry(reference, at: .now)
            }
            guard isDone else {
                StandardError.say("helpline: \(reference) is sent, on its way, withdrawn, purged or unknown.")
                throw ExitStatus.noInput
            }
            try StandardOutput.say("\(reference) is due now.")
        }
    }

    struct Cancel: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel",
            abstract: "Withdraw a mail that nobody has begun to send.",
            discussion: "Who asks for its state is told that it was withdrawn.")

        @OptionGroup var options: Options
        @OptionGroup var mail: ReferenceArgument

        func run() throws {
            let (settings, reference) = (try options.settings(), try mail.parsed())
            let isDone = try OutboxCommand.opening(settings) { store in
                try store.cancel(reference, at: .now)
            }
            guard isDone else {
                StandardError.say("helpline: \(reference) is sent, on its way, given up or unknown.")
                throw ExitStatus.noInput
            }
            try StandardOutput.say("\(reference) is withdrawn.")
        }
    }
}
