import ArgumentParser
import HelplineCore
import HelplineMail
import HelplineStore

extension OutboxCommand {
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write every mail that is kept to FOLDER/REFERENCE.eml, whatever its state.",
            discussion: "The states stay as they are. A file that is there already with the same bytes is left alone.")

        @OptionGroup var options: Options

        @Argument(help: "The folder; made where it is missing.")
        var folder: String

        func run() throws {
            let settings = try options.settings()
            let exporter = MailExporter(folder: folder)
            let count = try OutboxCommand.opening(settings) { store in
                var count = 0
                for entry in try store.list(limit: Int.max) {
                    guard let bytes = try store.bytes(of: entry.reference) else { continue }
                    try exporter.export(entry.reference, bytes)
                    count += 1
                }
                return count
            }
            try StandardOutput.say("\(count) written to “\(folder)”.")
        }
    }

    struct Deliver: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "deliver",
            abstract: "Deliver now all that is due, and what waits for the operator.",
            discussion: """
                For machines where no “serve” runs. Ends with code 75 where something could not be handed over, or where
                another process delivers from this folder.
                """)

        @OptionGroup var options: Options

        func run() throws {
            let settings = try options.settings()
            let desk = try MailDesk(settings, logger: settings.logger("outbox"))
            defer { try? desk.store.close() }
            switch desk.delivery.drainOnce() {
            case .drained(let counts):
                try StandardOutput.say(
                    "handed over: \(counts.delivered), to be tried again: \(counts.deferred), failed: \(counts.failed)")
                if counts.deferred + counts.failed > 0 { throw ExitStatus.temporaryFailure }
            case .held(let reason, let counts):
                try StandardOutput.say("handed over: \(counts.delivered)")
                StandardError.say("helpline: the mails wait until this is mended: \(reason)")
                throw ExitStatus.temporaryFailure
            case .heldElsewhere:
                StandardError.say("helpline: another process delivers from “\(settings.value(.state))” already.")
                throw ExitStatus.temporaryFailure
            case .unavailable(let reason, _):
                StandardError.say("helpline: \(reason)")
                throw ExitStatus.inputOutput
            }
        }
    }
}
