/// One question of a form, of an intent or of the e-mail.
public struct Slot: Sendable {
    /// What happens when the answer was not understood `maxTries` times.
    public enum OnFail: String, Sendable, CaseIterable {
        /// The user's last words become the value.
        case keepText = "keep-text"
        /// The question is left out.
        case skip
        /// The form ends and the e-mail begins.
        case escalate
        /// The form ends.
        case cancel
    }

    /// What happens when the user asks something else instead of answering.
    public enum Digress: String, Sendable, CaseIterable {
        /// It is answered, then this question is asked again.
        case `return`
        /// It is answered and the form ends.
        case leave
        /// The question is repeated.
        case refuse
    }

    /// The name state and protocol use.
    public var id: SlotID
    /// The question.
    public var prompt: LocalizedText
    /// What counts as an answer.
    public var accept: Accept
    /// What to say when the answer is not understood, before the question is repeated; empty for a general sentence.
    public var invalid: LocalizedText
    /// Other wordings of the question for the second and later tries.
    public var retry: [LocalizedText]
    /// How often the question may be answered wrongly.
    public var maxTries: Int
    /// What happens then.
    public var onFail: OnFail
    /// What happens on another question.
    public var digress: Digress
    /// Whether `skip` leaves the question out without a word.
    public var optional: Bool
    /// The question is asked only where this holds.
    public var when: Condition
    /// The field's name in a summary and in the mail; empty for the slot's prompt.
    public var label: LocalizedText

    /// Other names of the field, in all languages, by which a user may change it.
    public var names: [String]

    /// Describes a question.
    public init(
        id: SlotID, prompt: LocalizedText, accept: Accept, invalid: LocalizedText = LocalizedText(),
        retry: [LocalizedText] = [], maxTries: Int = 2, onFail: OnFail = .keepText, digress: Digress = .return,
        optional: Bool = false, when: Condition = Condition(), label: LocalizedText = LocalizedText(),
        names: [String] = []
    ) {
        self.id = id
        self.prompt = prompt
        self.accept = accept
        self.invalid = invalid
        self.retry = retry
        self.maxTries = maxTries
        self.onFail = onFail
        self.digress = digress
        self.optional = optional
        self.when = when
        self.label = label
        self.names = names
    }
}

/// What must hold of the values given so far: every named slot has one of the listed values.
public struct Condition: Sendable, Equatable {
    /// The accepted canonical values of each slot; an empty list means "has any value".
    public var values: [SlotID: [String]]

    /// Demands values; nothing demanded always holds.
    public init(_ values: [SlotID: [String]] = [:]) {
        self.values = values
    }
}
