import ArgumentParser
import Foundation
import HelplineCore
import HelplineStore

extension OutboxCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the mails, newest first.",
            discussion: """
                Each line: reference, state, when it was accepted, recipient, subject. The states: ready (waits for its
                moment), sending, sent (handed over to a mail server), written (to the file that the next line names; nothing
                sends it from there), failed (given up), held (waits until you have mended what the next line says), cancelled.
                """)

        @OptionGroup var options: Options

        @Option(help: "At most so many.")
        var limit = 50

        func run() throws {
            let settings = try options.settings()
            let zone = Zone.ofTerminal(ProcessInfo.processInfo.environment) ?? .utc
            let (entries, turns) = try OutboxCommand.opening(settings) { store in
                (try store.list(limit: limit), try store.turns(at: .now))
            }
            for entry in entries {
                let time = zone.civilTime(at: entry.status.created).minuteText
                let state = entry.stateName(where: MailWay.of(settings))
                try StandardOutput.say("\(entry.reference)  \(state)  \(time)  \(entry.recipient)  \(entry.subject)")
                if let turn = turns[entry.reference], turn > .now {
                    try StandardOutput.say("    waits for its turn, at about \(zone.civilTime(at: turn).minuteText)")
                } else if let more = more(entry, zone) {
                    try StandardOutput.say("    \(more)")
                }
            }
            let later = turns.values.filter { $0 > .now }
            if let last = later.max() {
                let end = zone.civilTime(at: last).minuteText
                StandardError.say(
                    "helpline: \(later.count) mails wait for their turn, the last until about \(end); "
                        + "mail.per_hour is \(settings.value(.mailPerHour)).")
            }
            if entries.isEmpty { StandardError.say("helpline: no mail in “\(settings.value(.state))”.") }
        }

        /// Where a mail is, or why it is not where it should be, and when it is tried again.
        private func more(_ entry: OutboxEntry, _ zone: ZoneTable) -> String? {
            let status = entry.status
            guard !status.detail.isEmpty else { return nil }
            let next = zone.civilTime(at: status.moment).minuteText
            let times = status.attempts == 1 ? "once" : "\(status.attempts) times"
            switch status.state {
            case .ready: return "tried \(times), next at \(next): \(status.detail)"
            case .held, .failed: return "tried \(times): \(status.detail)"
            case .sent: return entry.whereabouts(zone)
            case .sending, .cancelled: return nil
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Print a mail with its text, as a person reads it.",
            discussion: "Of files that are no text the name, the type and the size are named; “export” writes them out."
        )

        @OptionGroup var options: Options
        @OptionGroup var mail: ReferenceArgument

        @Flag(help: "Print the bytes as they go out.")
        var source = false

        func run() throws {
            let (settings, reference) = (try options.settings(), try mail.parsed())
            let (bytes, entry) = try OutboxCommand.opening(settings) { store in
                (try store.bytes(of: reference), try store.list(limit: Int.max).first { $0.reference == reference })
            }
            guard let bytes else {
                StandardError.say(
                    "helpline: there is no mail \(reference) in “\(settings.value(.state))”, or it was purged.")
                throw ExitStatus.noInput
            }
            try StandardOutput.write(source ? bytes : Array(ReadableMail(bytes).text.utf8))
            let zone = Zone.ofTerminal(ProcessInfo.processInfo.environment) ?? .utc
            if !source, let entry {
                StandardError.say("helpline: \(reference) is \(entry.condition(MailWay.of(settings), zone)).")
            }
        }
    }
}
