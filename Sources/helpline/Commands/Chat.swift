import ArgumentParser
import Foundation
import HelplineCore
import HelplineMail
import HelplinePack
import HelplineTerminal
import Logging

/// Talks with one user: in a terminal, on a pipe, or as JSON lines.
struct Chat: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat",
        abstract: "Talk with the bot in this terminal, or through a pipe.",
        discussion: """
            In a terminal the line can be edited and called back; Ctrl-C drops it, twice in a row it leaves, as Ctrl-D does. \
            The bot answers in the language of each message; --lang names the one to begin with. On a pipe each line is \
            a message and each reply ends with one empty line; there is no prompt and no greeting. With --json both sides \
            are helpline/1, one JSON object a line (Documentation/PROTOCOL.md).

            A mail that is confirmed becomes STATE/outbox/REFERENCE.eml, and nothing is sent from this machine, unless \
            mail.transport says otherwise (Documentation/ESCALATION.md). In a rehearsal (--trial, --author, --watch) it \
            is shown and becomes nothing.
            """)

    @OptionGroup var pack: PackOptions
    @OptionGroup var state: StateOptions

    @Flag(help: "Speak helpline/1 on standard input and output.")
    var json = false

    @Flag(help: "For screen readers and logs: no colour, no line editing, the speaker named in each reply.")
    var plain = false

    @Flag(help: "A rehearsal: mails are composed and shown, and reach nobody.")
    var trial = false

    @Flag(help: "A rehearsal in which /why, /state and /reload tell what the bot thinks.")
    var author = false

    @Flag(help: "A rehearsal that reads the pack anew when a file changes, and goes on.")
    var watch = false

    @OptionGroup var speech: AuthorOptions

    @Option(help: "auto, always or never; NO_COLOR and TERM=dumb are heeded. (default: auto)")
    var color: String?

    @Flag(name: .customLong("no-color"), help: "The same as --color never.")
    var noColor = false

    /// Whether no mail leaves the conversation.
    private var isRehearsal: Bool { trial || author || watch }

    func validate() throws {
        if author, json { throw ValidationError("--author talks with people; leave out --json, or use --watch.") }
    }

    func run() throws {
        let settings = try pack.configuration([.state: state.state, .color: noColor ? "never" : color])
        let workshop =
            author || watch ? PackWorkshop(settings.value(.intents), language: speech.language) : nil
        // A rehearsal leaves the state folder alone.
        let opening = isRehearsal ? nil : StoreOpening(settings)
        defer { _ = opening?.result }
        _ = Beside { SharedTables.prepare() }
        let proven = try PackFolder.open(settings.value(.intents), state: isRehearsal ? nil : settings.value(.state))
        let desk = try desk(proven.knowledge, settings, opening)
        proven.keep()
        let booth = workshop.map { openBooth($0) }
        defer { desk.finish() }
        if json {
            try JSONChat(desk, language: user(isAtTerminal: false).language, booth: booth).run()
        } else if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
            try TerminalChat(desk, settings, user: user(isAtTerminal: true), isPlain: plain, booth: booth).run()
        } else {
            try PipeChat(desk, user: user(isAtTerminal: false), namesSpeaker: plain, booth: booth).run()
        }
    }

    /// What is known of the user: the language named by `--lang`, else the one of the terminal where there is one.
    private func user(isAtTerminal: Bool) -> HelplineCore.Environment.User {
        if let lang = speech.lang { return .init(language: LocaleID(lang.rawValue)) }
        return isAtTerminal ? .ofTerminal(ProcessInfo.processInfo.environment) : .init()
    }

    /// What an author has beside the chat.
    private func openBooth(_ workshop: PackWorkshop) -> AuthorBooth {
        let watches = watch
        let hasPrompt = !plain && !json && isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
        Thread.detachNewThread {
            workshop.begin()
            if watches { workshop.watch { Self.tell($0, hasPrompt: hasPrompt) } }
        }
        return AuthorBooth(workshop, language: speech.language, takesRequests: author)
    }

    /// Tells the author something while the chat waits for a line: where a prompt stands, it stands again below.
    private static func tell(_ text: String, hasPrompt: Bool) {
        StandardError.say(hasPrompt ? "\r\(text)\n" : text, prompt: hasPrompt ? "> " : "")
    }

    private func desk(
        _ knowledge: KnowledgeBase, _ settings: Configuration, _ opening: StoreOpening?
    ) throws -> ChatDesk {
        let zone = try settings.zone(of: knowledge)
        if isRehearsal {
            let composer = MailComposer(.unset(name: settings.value(.mailName), version: Helpline.release))
            return ChatDesk(rehearsing: knowledge, composer: composer, mailbox: settings.mailbox, zone: zone)
        }
        let mails = try MailDesk(settings, logger: settings.logger("chat"), opening: opening)
        return ChatDesk(knowledge, mails, zone: zone)
    }
}

extension Configuration {
    /// The zone in which times are read: the settings', else the terminal's, else the pack's, which is assumed.
    func zone(of knowledge: KnowledgeBase) throws -> (ZoneTable, Bool) {
        if let name = self[.timeZone] {
            guard let zone = Zone.named(name) else {
                StandardError.say(
                    "helpline: \(settings[.timeZone]?.source ?? "time_zone"): this machine has no time zone “\(name)”; "
                        + "use a name such as Asia/Shanghai, and install tzdata where /usr/share/zoneinfo is missing.")
                throw ExitStatus.configuration
            }
            return (zone, false)
        }
        if let zone = Zone.ofTerminal(ProcessInfo.processInfo.environment), zone.name != "UTC", zone.name != "Etc/UTC" {
            return (zone, false)
        }
        return (Zone.named(knowledge.content.timeZone) ?? .utc, true)
    }

    /// A logger on standard error at the level of the settings.
    func logger(_ label: String) -> Logger {
        var logger = Logger(label: "helpline.\(label)") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = Logger.Level(rawValue: value(.logLevel)) ?? .notice
        return logger
    }
}
