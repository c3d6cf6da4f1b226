import Foundation
import HelplineCore
import HelplineTerminal
import HelplineWire

/// A chat in a terminal.
struct TerminalChat {
    private let desk: ChatDesk
    private let isPlain: Bool
    private let style: Style
    private let historyFile: String?
    private let key = ConversationKey.ownChat()
    private let booth: AuthorBooth?
    private let user: HelplineCore.Environment.User

    /// - Parameter user: what is known of the user before the first line.
    init(
        _ desk: ChatDesk, _ settings: Configuration, user: HelplineCore.Environment.User, isPlain: Bool,
        booth: AuthorBooth? = nil
    ) {
        self.desk = desk
        self.user = user
        self.booth = booth
        self.isPlain = isPlain
        let choice = ColorChoice(rawValue: settings.value(.color)) ?? .auto
        style = Style(
            isOn: !isPlain && choice.isOn(environment: ProcessInfo.processInfo.environment, isTerminal: true))
        historyFile = settings[.chatHistory]
    }

    /// Greets, and answers until the user leaves.
    ///
    /// - Throws: ``StreamFault``.
    func run() throws {
        var conversation = Conversation()
        defer { desk.forget(conversation, key) }
        if let booth { try StandardOutput.say(booth.welcome, end: "\n\n") }
        try show(conversation.greeting(in: desk.environment(user: user), with: desk.knowledge))
        guard !isPlain, let editor = LineEditor(program: "helpline") else {
            return try PipeChat(desk, user: user, namesSpeaker: true, readsFiles: true, booth: booth).run()
        }
        if let historyFile { editor.loadHistory(from: historyFile) }
        var typed = TypedLines(file: historyFile)
        defer { if let historyFile, !editor.saveHistory(to: historyFile) { complain(historyFile) } }
        var interrupts = 0
        while true {
            switch editor.readLine() {
            case .end: return try leave(conversation)
            case .interrupted:
                interrupts += 1
                if interrupts == 2 { return try leave(conversation) }
                try warn(conversation)
            case .line(let line):
                interrupts = 0
                if try answer(line, &conversation, editor, &typed) { return }
            }
        }
    }

    /// Says what a second Ctrl-C does.
    private func warn(_ conversation: Conversation) throws {
        let environment = desk.environment(user: user)
        let key: TextKey = conversation.holdsDraft ? .leaveDraftKey : .leaveKey
        try show([conversation.notice(key, in: environment, with: desk.knowledge)])
    }

    /// Ends the line that the prompt stands on, and tells of a mail that was not sent.
    private func leave(_ conversation: Conversation) throws {
        try StandardOutput.say("")
        guard conversation.holdsDraft else { return }
        try show([conversation.notice(.mailCancelled, in: desk.environment(user: user), with: desk.knowledge)])
    }

    /// Whether the user took leave.
    private func answer(
        _ text: String, _ conversation: inout Conversation, _ editor: LineEditor, _ typed: inout TypedLines
    ) throws -> Bool {
        // Only what was pasted has line breaks, and they belong to the text.
        let line = Controls.removed(from: text, breaks: .kept)
        booth?.takeNewest(desk)
        if let answer = booth?.answer(line, conversation, at: desk) {
            try StandardOutput.say(answer, end: "\n\n")
            return false
        }
        let environment = desk.environment(user: user, fileWay: .path)
        let utterance = desk.utterance(line, limit: environment.mailbox.files.bytes)
        let end = desk.turn(
            utterance, on: &conversation, as: TurnCommitter.Subject(key: key), environment: environment)
        typed.add(conversation.lastUserLine ?? SafeText(), masking: end.masking, to: editor)
        try show(end.replies)
        return end.ends
    }

    private func show(_ replies: [Reply]) throws {
        let width = min(DisplayWidth.ofTerminal(), 100) - 4
        for reply in replies {
            if isPlain {
                try StandardOutput.say("helpline: " + reply.text.string, end: "\n\n")
                continue
            }
            let lines = DisplayWidth.wrap(reply.text.string, to: width)
            try StandardOutput.say(lines.map { "  " + style.bot($0) }.joined(separator: "\n"), end: "\n\n")
        }
    }

    private func complain(_ file: String) {
        StandardError.say("helpline: the history could not be written to “\(file)”.")
    }
}
