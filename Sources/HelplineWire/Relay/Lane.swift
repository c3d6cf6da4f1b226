/// One conversation of a session: the message that runs, those that wait behind it, and the replies remembered.
struct Lane: Sendable {
    /// What waits for its turn.
    enum Step: Sendable {
        case message(RelayMessage)
        case end
    }

    /// What is known of an id.
    enum Progress {
        case new
        case underWay
        case answered(ReplyMemory.Entry)
    }

    /// Whether the replies of earlier connections are known.
    enum Loading: Sendable {
        case needed
        case asked
        case done
    }

    var loading: Loading
    var running: (ticket: Int, message: RelayMessage)?
    var waiting: [Step] = []
    var memory: ReplyMemory
    var seq = 0
    /// When it was last used, counted in lines.
    var used = 0
    /// Whether the message that runs is held back because its user's come too fast.
    var isSlowed = false
    /// What the names of its replies begin with where they have to be the same after a restart; else they are counted.
    var label: String?

    /// How many messages may wait behind one that is held back.
    static let mostBehindSlowed = 8

    init(loading: Loading, limits: ReplyMemory.Limits) {
        self.loading = loading
        memory = ReplyMemory(limits: limits)
    }

    /// The same for the same relay and conversation, and hardly ever for another (FNV-1a).
    static func label(relay: String, conversation: OpaqueID) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in Array(relay.utf8) + [0] + Array(conversation.text.utf8) {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return String(hash, radix: 36)
    }

    /// The name of the reply with this number in a conversation that is kept.
    func name(_ number: Int) -> ReplyName {
        ReplyName(label: label, number: number)
    }

    var isIdle: Bool { running == nil && waiting.isEmpty }

    /// How many messages have no answer yet.
    var unanswered: Int {
        waiting.reduce(running == nil ? 0 : 1) {
            if case .message = $1 { $0 + 1 } else { $0 }
        }
    }

    /// What is known of an id: what stands before an `end` that waits belongs to another conversation already.
    func progress(of id: OpaqueID) -> Progress {
        for step in waiting.reversed() {
            guard case .message(let message) = step else { return .new }
            if message.id.map(OpaqueID.init) == id { return .underWay }
        }
        if let message = running?.message, message.id.map(OpaqueID.init) == id { return .underWay }
        return memory.entry(for: id).map { .answered($0) } ?? .new
    }
}
