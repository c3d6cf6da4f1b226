public import PCRE2

/// Something users ask, how it is recognised, and what is said about it.
public struct Intent: Sendable {
    /// What an intent is for, and so when it is tried.
    public enum Kind: String, Sendable, CaseIterable {
        /// A question with an answer.
        case faq
        /// Talk beside the matter; tried after every question.
        case smalltalk
        /// A wish for a person: starts the e-mail, and a question beside it becomes its topic.
        case human
        /// Somebody who may be in danger: said before anything else, whatever else the line asks.
        case care

        /// Whether it is something that users want of the product, and not talk beside it.
        public var isQuestion: Bool { self == .faq || self == .human }
    }

    /// A pattern that recognises the intent, and where it was written.
    public struct Trigger: Sendable {
        /// The language of those who write so.
        public var locale: LocaleID
        /// What their text looks like, after normalising.
        public var pattern: Pattern
        /// The pattern or phrase as the author wrote it, with its place `file:line:column`.
        public var origin: Origin

        /// Describes a pattern.
        public init(locale: LocaleID, pattern: Pattern, origin: Origin = Origin()) {
            self.locale = locale
            self.pattern = pattern
            self.origin = origin
        }
    }

    /// A short question that is understood only while its intent is live, such as “how long?”.
    public struct FollowUp: Sendable {
        /// The name the logs use.
        public var id: String
        /// How it is recognised.
        public var triggers: PackList<Trigger>
        /// What is said.
        public var answer: LocalizedText

        /// Describes a short question.
        public init(id: String, triggers: [Trigger], answer: LocalizedText) {
            self.id = id
            self.triggers = PackList(triggers)
            self.answer = answer
        }
    }

    /// What is said once the questions are answered.
    public struct Consequence: Sendable {
        /// Values that must have been given.
        public var when: Condition
        /// What is said then.
        public var text: LocalizedText

        /// Describes what follows from values.
        public init(when: Condition, text: LocalizedText) {
            self.when = when
            self.text = text
        }
    }

    /// What follows an answer.
    public enum Solved: String, Sendable, CaseIterable {
        /// The bot asks whether it helped.
        case ask
        /// Nothing.
        case skip
        /// The e-mail is offered at once.
        case escalate
    }

    /// How a mail about this intent is addressed.
    public struct Escalation: Sendable, Equatable {
        /// How soon somebody should look at it.
        public enum Urgency: String, Sendable, CaseIterable {
            /// In the usual order.
            case normal
            /// Money may be leaving now.
            case high
        }

        /// The team's category, which chooses the recipient.
        public var category: String
        /// How soon somebody should look at it.
        public var urgency: Urgency
        /// The slots of the e-mail form that are asked for, of those not yet known.
        public var require: [SlotID]

        /// Describes the mail of an intent.
        public init(category: String, urgency: Urgency = .normal, require: [SlotID] = []) {
            self.category = category
            self.urgency = urgency
            self.require = require
        }
    }

    /// The name state and protocol use.
    public var id: IntentID
    /// What it is for.
    public var kind: Kind
    /// The intent of which this is a special case; replies name that one.
    public var reportsAs: IntentID?
    /// -2…2, compared before the score.
    public var band: Int
    /// What it is called when the bot offers it.
    public var title: LocalizedText
    /// How it is recognised.
    public var triggers: PackList<Trigger>
    /// What rules it out.
    public var vetoes: PackList<Trigger>
    /// The answer, in one or more variants.
    public var answers: [LocalizedText]
    /// The questions that follow the answer.
    public var slots: [Slot]
    /// What is said when they are answered; the first that fits.
    public var consequences: [Consequence]
    /// Short questions understood while it is live.
    public var followUps: [FollowUp]
    /// What follows the answer.
    public var solved: Solved
    /// How a mail about it is addressed.
    public var escalation: Escalation?
    /// Related questions, offered after the answer.
    public var seeAlso: [IntentID]
    /// How often it may come up in one conversation before the bot takes its leave; nil for any number.
    public var patience: Int?

    /// Describes an intent; what is left out has the format's defaults.
    public init(
        id: IntentID, kind: Kind = .faq, reportsAs: IntentID? = nil, band: Int = 0,
        title: LocalizedText = LocalizedText(), triggers: [Trigger] = [], vetoes: [Trigger] = [],
        answers: [LocalizedText] = [], slots: [Slot] = [], consequences: [Consequence] = [],
        followUps: [FollowUp] = [], solved: Solved = .ask, escalation: Escalation? = nil, seeAlso: [IntentID] = [],
        patience: Int? = nil
    ) {
        self.id = id
        self.kind = kind
        self.reportsAs = reportsAs
        self.band = band
        self.title = title
        self.triggers = PackList(triggers)
        self.vetoes = PackList(vetoes)
        self.answers = answers
        self.slots = slots
        self.consequences = consequences
        self.followUps = followUps
        self.solved = solved
        self.escalation = escalation
        self.seeAlso = seeAlso
        self.patience = patience
    }

    /// The id that replies and `match` show, none for talk beside the matter.
    public var reported: IntentID? {
        kind.isQuestion ? reportsAs ?? id : nil
    }
}

/// Where the author wrote something.
public struct Origin: Sendable, Equatable {
    /// The text as written.
    public var text: String
    /// `file:line:column`, empty for content made in code.
    public var place: String

    /// Remembers a place.
    public init(text: String = "", place: String = "") {
        self.text = text
        self.place = place
    }
}
