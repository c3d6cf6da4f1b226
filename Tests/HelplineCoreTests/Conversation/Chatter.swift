import PatternSet

@testable import HelplineCore

/// A conversation with the small pack, for tests: says lines, settles effects, and keeps what came of the last line.
struct Chatter: ~Copyable {
    var conversation = Conversation()
    var environment = Environment(
        now: Timestamp(seconds: 1_795_341_600), zone: ZoneTable(name: "Asia/Shanghai", firstOffset: 28_800),
        zoneIsAssumed: false)
    var scratch = MatchScratch()
    var turn = Turn(replies: [])
    /// Whether the state is encoded and decoded after every line.
    var savesState = true
    var knowledge = SmallPack.knowledge

    /// Says one line; answers the replies' texts.
    @discardableResult
    mutating func say(
        _ text: String, audience: Utterance.Audience = .private, files: [OfferedFile] = []
    ) throws -> [String] {
        turn = conversation.receive(
            Utterance(text, audience: audience, files: files), in: environment, with: knowledge, using: &scratch)
        try save()
        return turn.replies.map(\.text.string)
    }

    /// Settles the effect of the last line.
    @discardableResult
    mutating func settle(_ outcome: Outcome) throws -> [String] {
        turn = conversation.settle(outcome, in: environment, with: knowledge)
        try save()
        return turn.replies.map(\.text.string)
    }

    /// The mail that the last line submits.
    var submitted: Escalation? {
        if case .submit(let escalation) = turn.effect { escalation } else { nil }
    }

    private mutating func save() throws {
        // No rim keeps a conversation whose effect is not settled.
        guard savesState, turn.effect == nil else { return }
        conversation = try Conversation(decoding: conversation.encoded())
    }
}

extension Reference {
    static let sample = Reference(random: 0x1234_5678_9ABC)
}
