public import PatternSet

/// Why a conversation takes a message as it does; for authors who rehearse.
public struct Explanation: Sendable {
    /// The normalised message.
    public var text: NormalizedText
    /// The language it is answered in.
    public var locale: LocaleID
    /// The commands that the whole line may be, as bot.yaml names them.
    public var commands: [String]
    /// The questions found, best first, with the bonus for what is being talked about.
    public var questions: Ranking
    /// Talk beside the matter, where no question was found.
    public var smalltalk: Ranking
    /// What is said before anything else to somebody who may be in danger.
    public var care: Ranking
    /// Whether the line is only in a hurry.
    public var isHurry: Bool
    /// Whether it speaks of somebody else's product.
    public var isOtherProduct: Bool
}

/// What a conversation waits for and remembers; for authors who rehearse.
public struct ConversationOutline: Sendable, Equatable {
    /// Questions being asked, or interrupted.
    public struct Questions: Sendable, Equatable {
        /// The intent that asks; nil for the e-mail.
        public var owner: IntentID?
        /// The question that waits for its answer.
        public var pending: SlotID?
        /// How often it was answered wrongly.
        public var tries: Int
        /// The answers so far, as they are understood.
        public var values: [SlotID: SafeText]
        /// The questions left out.
        public var skipped: [SlotID]
    }

    /// The language of the last reply.
    public var locale: LocaleID?
    /// How many messages were received.
    public var turns: Int
    /// How many in a row were not understood.
    public var misses: Int
    /// The questions being asked.
    public var form: Questions?
    /// The questions that were interrupted, the latest last.
    public var suspended: [Questions]
    /// The intents that are being talked about, and for how many more messages.
    public var live: [(intent: IntentID, turns: Int)]
    /// The topics last shown by number.
    public var offered: [IntentID]

    /// Whether two conversations look alike.
    public static func == (left: ConversationOutline, right: ConversationOutline) -> Bool {
        (left.locale, left.turns, left.misses, left.form) == (right.locale, right.turns, right.misses, right.form)
            && left.suspended == right.suspended && left.offered == right.offered
            && left.live.map(\.intent) == right.live.map(\.intent) && left.live.map(\.turns) == right.live.map(\.turns)
    }
}

extension Conversation {
    /// What it waits for and remembers.
    public var outline: ConversationOutline {
        ConversationOutline(
            locale: locale, turns: turns, misses: misses, form: form.map { ConversationOutline.Questions($0) },
            suspended: suspended.map { ConversationOutline.Questions($0) },
            live: live.map { ($0.intent, max($0.lastTurn - turns, 0)) }, offered: offered)
    }

    /// How it would take a message, told without taking it.
    public func explanation(
        of utterance: Utterance, in environment: Environment, with knowledge: KnowledgeBase,
        using scratch: inout MatchScratch
    ) -> Explanation {
        var next = self
        next.turns += 1
        let line = next.read(utterance, in: environment, with: knowledge, using: &scratch)
        let entries = line.command?.entries ?? []
        return Explanation(
            text: line.text, locale: line.voice.locale,
            commands: entries.map { entry in
                switch entry {
                case .command(let command): command.rawValue
                case .language: "languages"
                }
            }, questions: line.ranked.questions, smalltalk: line.ranked.smalltalk, care: line.ranked.care,
            isHurry: line.ranked.isHurry, isOtherProduct: line.ranked.isOtherProduct)
    }
}

extension ConversationOutline.Questions {
    fileprivate init(_ form: Form) {
        if case .intent(let intent) = form.owner { owner = intent }
        (pending, tries, skipped) = (form.current, form.tries, form.skipped)
        values = form.values.mapValues(\.canonical)
    }
}
