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
            try OutboxCommand.change(reference, settings, whereFailed: "was given up, and its text is erased.") {
                store in
                try store.retry(reference, at: .now)
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
            try OutboxCommand.change(reference, settings, whereFailed: "was given up; it goes out no more.") { store in
                try store.cancel(reference, at: .now)
            }
            try StandardOutput.say("\(reference) is withdrawn.")
        }
    }
}

extension OutboxCommand {
    /// Changes the state of a mail; where its state does not allow that, says which it is and ends with code 66.
    fileprivate static func change(
        _ reference: Reference, _ settings: Configuration, whereFailed failed: String,
        _ change: (Store) throws -> Bool
    ) throws {
        let reason: String? = try opening(settings) { store in
            guard try !change(store) else { return nil }
            let entry = try store.list(limit: Int.max).first { $0.reference == reference }
            guard let entry else { return "there is no mail \(reference) in “\(settings.value(.state))”." }
            if entry.isWritten(where: MailWay.of(settings)) { return "\(reference) is written to its file already." }
            return "\(reference) \(entry.status.state == .failed ? failed : refusal(entry.status.state))"
        }
        guard let reason else { return }
        StandardError.say("helpline: \(reason)")
        throw ExitStatus.noInput
    }

    /// Why nothing can be changed about a mail any more.
    private static func refusal(_ state: MailState) -> String {
        switch state {
        case .sent: "is sent already."
        case .sending: "is on its way just now; look again in a minute."
        case .cancelled: "was withdrawn."
        case .ready, .held, .failed: "was changed by another program meanwhile; look again."
        }
    }
}
