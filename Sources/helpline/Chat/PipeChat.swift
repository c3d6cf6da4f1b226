import HelplineCore
import HelplineWire

/// A chat on a pipe: each line is a message, each reply ends with one empty line.
struct PipeChat {
    /// A longer line is refused in words.
    static let lineLimit = 4096

    private let desk: ChatDesk
    private let user: HelplineCore.Environment.User
    private let namesSpeaker: Bool
    /// Whether the lines come from the user's own terminal, so that files may be read by their paths.
    private let readsFiles: Bool
    private let booth: AuthorBooth?

    /// - Parameter user: what is known of the user before the first line.
    init(
        _ desk: ChatDesk, user: HelplineCore.Environment.User, namesSpeaker: Bool, readsFiles: Bool = false,
        booth: AuthorBooth? = nil
    ) {
        self.user = user
        self.readsFiles = readsFiles
        self.desk = desk
        self.namesSpeaker = namesSpeaker
        self.booth = booth
    }

    /// Answers until the input ends, the user takes leave, or the output takes nothing more.
    ///
    /// - Throws: ``StreamFault``.
    func run() throws {
        var conversation = Conversation()
        let subject = TurnCommitter.Subject(key: .ownChat())
        defer { desk.forget(conversation, subject.key) }
        var input = StandardInput(limit: Self.lineLimit)
        while let event = try input.next() {
            booth?.takeNewest(desk)
            let environment = desk.environment(user: user, fileWay: readsFiles ? .path : .none)
            guard case .line(let bytes) = event else {
                try say([conversation.notice(.tooLong, in: environment, with: desk.knowledge)])
                continue
            }
            let line = LineText(bytes)
            if line.looksLikeGB18030 {
                try say([conversation.notice(.notUTF8, in: environment, with: desk.knowledge)])
                continue
            }
            if let answer = booth?.answer(line.string, conversation, at: desk) {
                try StandardOutput.say(answer, end: "\n\n")
                continue
            }
            let utterance =
                readsFiles
                ? desk.utterance(line.string, limit: environment.mailbox.files.bytes) : Utterance(line.string)
            let end = desk.turn(utterance, on: &conversation, as: subject, environment: environment)
            try say(end.replies)
            if end.ends { return }
        }
    }

    private func say(_ replies: [Reply]) throws {
        var bytes: [UInt8] = []
        for reply in replies {
            if namesSpeaker { bytes += Array("helpline: ".utf8) }
            PlainFormat.append(reply, to: &bytes)
        }
        try StandardOutput.write(bytes)
    }
}

extension ConversationKey {
    /// A conversation of this process: its limits and its references are its own.
    static func ownChat(relay: String = "chat") -> ConversationKey {
        ConversationKey(relay: relay, name: "run-" + String(UInt64.random(in: .min ... .max), radix: 36))
    }
}
