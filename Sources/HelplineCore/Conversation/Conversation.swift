public import PatternSet

/// A conversation with one user: a value that takes one message at a time and says what to reply.
///
/// Synchronous and free of I/O. The same state, message, environment and pack give the same turn.
///
/// ```swift
/// var next = conversation
/// let turn = next.receive(Utterance("账号被盗了"), in: environment, with: knowledge, using: &scratch)
/// // commit `next`, then say `turn.replies`
/// ```
///
/// Where the turn holds an effect, the rim performs it on the same value with ``settle(_:in:with:)`` before it says
/// anything. The old value is kept until the commit has succeeded.
public struct Conversation: Sendable, Equatable {
    /// A question that is being talked about.
    struct LiveContext: Sendable, Equatable {
        var intent: IntentID
        /// The last turn in which it is live.
        var lastTurn: Int
        /// The moment at which it ends.
        var end: Timestamp
    }

    /// What the user came for: the question whose answer did not suffice, or was not found.
    struct Concern: Sendable, Equatable {
        var intent: IntentID?
        var words: SafeText
        var values: [SlotID: SlotValue] = [:]
    }

    /// An answer that was given, so that whoever comes back is not given the same text again.
    struct Told: Sendable, Equatable {
        var intent: IntentID
        /// The short question of the intent that was answered.
        var followUp: Int?
        /// The language it was given in; in another one it is given anew.
        var locale: LocaleID
        var turn: Int
        var moment: Timestamp
        /// Which of the answer's wordings was given last.
        var variant: Int
        /// How many times in a row it was answered.
        var count: Int
    }

    /// What the bot wants to know after an answer.
    enum Aftermath: Sendable, Equatable {
        /// Whether it helped.
        case helped(IntentID)
        /// Why it did not.
        case reason(IntentID)
    }

    /// The questions that were answered last, which may still be corrected.
    struct Closed: Sendable, Equatable {
        var form: Form
        var turn: Int
    }

    /// A line that was said.
    struct HistoryLine: Sendable, Equatable {
        var isUser: Bool
        var text: SafeText
    }

    /// A mail of this conversation.
    struct SentMail: Sendable, Equatable {
        var reference: Reference
        var contentHash: UInt64
        /// The first mail of the thread, where this one adds to it.
        var parent: Reference?
        var topic: IntentID?
        var replyTo: SafeText?
        /// Whether it is not known yet how it ended.
        var isOpen = true
    }

    /// The language of the last reply.
    var locale: LocaleID?
    /// The language the user asked for in words.
    var pinned: LocaleID?
    var turns = 0
    /// The questions being asked.
    var form: Form?
    /// The forms that were interrupted, the latest last.
    var suspended: [Form] = []
    var live: [LiveContext] = []
    /// The topics last shown by number.
    var offered: [IntentID] = []
    /// Messages in a row that were not understood.
    var misses = 0
    /// Messages in a row that only showed haste.
    var haste = 0
    /// What was asked after the last answer.
    var aftermath: Aftermath?
    /// The last turn in which a plain “yes” begins the e-mail.
    var mailOfferEnd = 0
    var told: [Told] = []
    var closed: Closed?
    /// Whether a kept state could not be opened, which is still to be said.
    var startsAfresh = false
    /// What is said before the words that the effect of this turn leads to; empty between turns.
    var foreword: [Reply] = []
    var concern: Concern?
    var memory = RedactionMemory()
    /// Whether the user was asked what 64 hexadecimal digits are.
    var asksKeyOrHash = false
    /// How many secrets were removed so far.
    var redactions = 0
    var history: [HistoryLine] = []
    var mails: [SentMail] = []
    /// When the last message came; nil before the first.
    var heard: Timestamp?
    /// Whether a draft was dropped that nobody went on with, which is still to be said.
    var draftIsGone = false

    /// A conversation in which nothing was said yet.
    public init() {}

    /// What the bot says before the first message: who it is, the topics by number, how to reach a person, how to
    /// leave.
    ///
    /// In all languages of the pack where nobody has told which one the user speaks.
    public func greeting(in environment: Environment, with knowledge: KnowledgeBase) -> [Reply] {
        let voice = Voice(knowledge, locale: language(of: nil, in: environment, with: knowledge), environment)
        return [voice.welcome(in: hasUnknownLanguage(in: environment) ? knowledge.content.locales.list : [])]
    }

    /// Whether nobody has told yet which language the user speaks.
    private func hasUnknownLanguage(in environment: Environment) -> Bool {
        locale == nil && environment.user.language == nil
    }

    /// A sentence about the conversation itself, for what no turn can be made of: a line too long, bytes that are no
    /// text; in all languages of the pack where nobody has told which one the user speaks.
    public func notice(_ key: TextKey, in environment: Environment, with knowledge: KnowledgeBase) -> Reply {
        let voice = Voice(knowledge, locale: language(of: nil, in: environment, with: knowledge), environment)
        return stamped(voice.reply(.notice, [inKnownLanguage(key, voice)]))
    }

    /// A sentence for what tells nothing of the user's language.
    func inKnownLanguage(_ key: TextKey, _ voice: Voice, _ values: [SlotID: SafeText] = [:]) -> SafeText {
        let locales = hasUnknownLanguage(in: voice.environment) ? voice.knowledge.content.locales.list : []
        return voice.and(locales).map { $0.say(key, values) }.joined(separator: "\n")
    }

    /// The user's last line as it is kept, without its secrets.
    public var lastUserLine: SafeText? {
        history.last { $0.isUser }?.text
    }

    /// Takes one message and says what follows.
    ///
    /// - Parameters:
    ///   - utterance: the message.
    ///   - environment: the time, the zone, the seed and what is known of the user.
    ///   - knowledge: the pack.
    ///   - scratch: the caller's loop's own.
    /// - Returns: at least one reply, or one effect to perform and settle.
    public mutating func receive(
        _ utterance: Utterance, in environment: Environment, with knowledge: KnowledgeBase,
        using scratch: inout MatchScratch
    ) -> Turn {
        let environment = environment.redacted(by: knowledge.redactor)
        // The greeting has shown the menu by number.
        if turns == 0 { offered = knowledge.menu }
        turns += 1
        let files = fileNumbers
        dropIdleDraft(at: environment.now)
        heard = environment.now
        let losses = dropWhatIsGone(from: knowledge)
        defer { (startsAfresh, draftIsGone) = (false, false) }
        let line = read(utterance, in: environment, with: knowledge, using: &scratch)
        append(HistoryLine(isUser: true, text: line.safe))
        live.removeAll { $0.lastTurn < turns || $0.end < environment.now }
        var turn: Turn =
            if utterance.audience == .group {
                replyInGroup(line)
            } else if utterance.files.isEmpty {
                reply(to: line, typed: utterance.text, using: &scratch)
            } else {
                attach(utterance.files, line, using: &scratch)
            }
        turn.changesFiles = !turn.files.isEmpty || files != fileNumbers
        say(first: notices(on: line, losses), in: &turn)
        if turn.effect == nil { turn.news = openMails }
        turn.masking = line.masking
        turn.isLimited = line.ranked.questions.isLimited
        turn.cutOff = line.ranked.cutOff
        return noted(turn, line.voice)
    }

    /// What has to be said whatever the line leads to, in a group too: words for somebody in danger, what is lost, and
    /// that a secret was shown.
    private mutating func notices(on line: Line, _ losses: Losses?) -> [Reply] {
        var notices: [Reply] = []
        if let intent = line.care {
            notices.append(line.voice.reply(.notice, [answerText(intent, line.voice)]))
        }
        if let losses { notices.append(told(losses, line.voice)) }
        if draftIsGone { notices.append(line.voice.reply(.notice, [line.voice.say(.draftGone)])) }
        if startsAfresh { notices.append(line.voice.reply(.notice, [line.voice.say(.startedAfresh)])) }
        if line.revealsSecret { notices.append(line.voice.reply(.notice, [line.voice.say(.secretSeen)])) }
        return notices
    }

    /// Puts notices before what a turn says; where an effect comes first, they wait for its words.
    private mutating func say(first notices: [Reply], in turn: inout Turn) {
        if turn.effect == nil {
            turn.replies.insert(contentsOf: notices.map(stamped), at: 0)
        } else {
            foreword = notices + foreword
        }
    }

    /// Takes what became of the effect of the turn before, and says it.
    public mutating func settle(_ outcome: Outcome, in environment: Environment, with knowledge: KnowledgeBase) -> Turn
    {
        let voice = Voice(
            knowledge, locale: locale ?? knowledge.content.locales.standard,
            environment.redacted(by: knowledge.redactor))
        var turn: Turn =
            switch outcome {
            case .accepted(let reference, let dispatch): accepted(reference, dispatch, voice)
            case .acceptedLater(let reference, let moment): accepted(reference, .queued, due: moment, voice)
            case .duplicate(let reference): duplicate(of: reference, voice)
            case .limited(let moment): refused(voice.say(.limited, ["time": voice.clock(moment)]), voice)
            case .failed: refused(voice.say(.notAccepted), voice)
            case .status(let status): told(status, voice)
            case .statuses(let statuses): told(statuses, voice)
            case .filesGone(let numbers): filesGone(numbers, voice)
            case .weighed(let reference, let status): weighed(reference, status, voice)
            case .withdrawn(let reference, let isDone, let status): withdrawn(reference, isDone, status, voice)
            }
        turn.replies.insert(contentsOf: foreword.map(stamped), at: 0)
        foreword = []
        return noted(turn, voice)
    }

    /// Takes what became of the mails that the turn asks about; what is to be said of it comes first.
    mutating func hear(
        _ statuses: [Reference: MailStatus], in turn: Turn, _ environment: Environment, _ knowledge: KnowledgeBase
    ) -> Turn {
        let voice = Voice(knowledge, locale: locale ?? knowledge.content.locales.standard, environment)
        guard let reply = hear(statuses, voice) else { return turn }
        append(HistoryLine(isUser: false, text: reply.text))
        var turn = turn
        turn.replies.insert(reply, at: 0)
        return turn
    }

    /// Keeps what the bot said; of a preview, which holds what was said before, no more than its beginning.
    private mutating func noted(_ turn: Turn, _ voice: Voice) -> Turn {
        for reply in turn.replies {
            let text = reply.draft == nil ? reply.text : reply.text.cut(after: voice.previewHeads)
            append(HistoryLine(isUser: false, text: text))
        }
        return turn
    }

    /// Whether the history still holds every message of the user.
    var historyIsWhole: Bool { history.count(where: \.isUser) == turns }

    /// Adds a line to the history, which keeps the last 40 lines and 16 KB.
    mutating func append(_ line: HistoryLine) {
        history.append(line)
        var size = history.reduce(0) { $0 + $1.text.string.utf8.count }
        while history.count > 40 || (size > 16 * 1024 && history.count > 1) {
            size -= history.removeFirst().text.string.utf8.count
        }
    }
}
