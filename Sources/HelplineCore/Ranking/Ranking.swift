/// The intents that a message may mean, best first, and what follows from it.
public struct Ranking: Sendable {
    /// An intent that a pattern found.
    public struct Candidate: Sendable, Equatable {
        /// Why an intent is not answered.
        public enum Verdict: Sendable, Equatable {
            /// It is answered.
            case wins
            /// It is one of those that are offered.
            case ties
            /// Another one fits better.
            case loses
            /// Little of the message speaks for it, and the examples do not.
            case doubtful
            /// Its score is below the bar.
            case belowBar
            /// A pattern of its `unless:` matched; the pattern.
            case vetoed(String)
            /// The sentence speaks of somebody else's product; the pattern.
            case otherProduct(String)
        }

        /// The intent.
        public var intent: IntentID
        /// Its place in the pack.
        var index: Int
        /// The short question of the intent that was meant, if it was one.
        var followUp: Int?
        /// Compared before the score.
        public var band: Int
        /// In thousandths, bonuses included.
        public var score: Int
        /// The pattern that gave the score.
        public var origin: Origin
        /// The bytes of the normalised text that it matched.
        public var match: Range<Int>
        /// The sentences that the match touches.
        var sentences: Range<Int>
        /// The parts of the score.
        public var parts: Parts
        /// What became of it.
        public var verdict: Verdict
    }

    /// What a score is made of, in weights of meaning: a Han character weighs 3, a letter or digit 1.
    public struct Parts: Sendable, Equatable {
        /// Inside the match and inside a literal of the pattern.
        public var covered = 0
        /// Inside the match and in no literal.
        public var gap = 0
        /// In all sentences that the match touches, at most 60.
        public var total = 0
        /// For an intent that is being talked about.
        public var context = 0
        /// For a pattern in the language of the message.
        public var language = 0
    }

    /// What a message means.
    public enum Decision: Sendable, Equatable {
        /// These intents, one for each of at most two sentences.
        case answer([Candidate])
        /// One of these, and the user should say which.
        case ask([Candidate])
        /// None.
        case none
    }

    /// Every intent found, best first.
    public var candidates: [Candidate]
    /// What follows.
    public var decision: Decision
    /// Whether the message asks more questions than those that are answered.
    var hasMore = false
    /// Whether a bound ended the matching early, so that there may be more.
    public var isLimited: Bool
}

/// The numbers of the ranking; documented in Documentation/ARCHITECTURE.md.
enum RankingRule {
    /// Below this an intent is not answered.
    static let bar = 250
    /// Above this an intent may interrupt free text.
    static let highBar = 600
    /// Above this a pattern decides alone; below it is evidence beside the examples.
    static let plainBar = 800
    /// Above this an intent may interrupt where a value was found in the same line.
    static let interruptionBar = 400
    /// Below this a message whose slips were mended is not answered, but asked about.
    static let repairBar = 450
    /// Closer than this is a tie.
    static let margin = 50
    /// For an intent that is being talked about.
    static let contextBonus = 150
    /// For a pattern in the language of the message.
    static let languageBonus = 50
    /// The most that the rest of a message can weigh.
    static let totalCap = 60
    /// At most so many are offered.
    static let choices = 3

    /// The share of the message that a match explains, in thousandths.
    static func score(covered: Int, gap: Int, total: Int) -> Int {
        guard total > 0 else { return 0 }
        return min(max(1000 * (2 * covered - gap) / (2 * total), 0), 1000)
    }
}
