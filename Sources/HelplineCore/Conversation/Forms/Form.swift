/// Questions being asked: an intent's own, or those of the e-mail.
struct Form: Sendable, Equatable {
    /// Whose questions these are.
    enum Owner: Sendable, Equatable {
        case intent(IntentID)
        case email
    }

    /// What the next line is taken for.
    enum Stage: UInt8, Sendable {
        /// An answer to the current question.
        case asking
        /// A word on the preview.
        case confirming
        /// The field to change.
        case choosingField
    }

    var owner: Owner
    var stage = Stage.asking
    /// The answers so far.
    var values: [SlotID: SlotValue] = [:]
    /// The questions left out.
    var skipped: [SlotID] = []
    /// The question that waits for its answer.
    var current: SlotID?
    /// How often it was answered wrongly.
    var tries = 0
    /// The questions asked, in order, for the way back.
    var asked: [SlotID] = []
    /// The questions answered, the latest last: what “no, 10 pm” corrects.
    var answered: [SlotID] = []
    /// The user's words that the form began with.
    var words = SafeText()
    /// The question a mail is about.
    var topic: IntentID?
    /// The mail to which this one adds.
    var parent: Reference?
    /// Whether the current question changes a value after the preview, which is then shown again.
    var isChange = false
    /// Whether the user has just been told that a line was a question and no answer; the next one is taken.
    var hasDoubted = false
    /// Whether the user was told that the mail says nothing yet.
    var wasEmpty = false
    /// The files that go with the mail.
    var files: [AttachedFile] = []
    /// Those of them that look like identity documents and wait for a plain yes.
    var unconfirmed: [Int] = []
    /// Whether the user was asked for the file that the words speak of.
    var hasAskedForFile = false

    init(owner: Owner) {
        self.owner = owner
    }

    /// Whether it belongs to a matter that came up beside a mail and waits for its first question.
    var isWaiting: Bool { owner != .email && current == nil }

    /// Whether consent to the e-mail is what is being asked.
    var asksConsent: Bool { owner == .email && stage == .asking && current == "consent" }

    /// Whether every value that a condition demands is given.
    func satisfies(_ condition: Condition) -> Bool {
        condition.values.allSatisfy { slot, accepted in
            guard let value = values[slot] else { return false }
            return accepted.isEmpty
                || Enumeration.values(of: value.canonical.string).contains { accepted.contains($0) }
        }
    }

    /// Whether a question is still to be asked.
    func wants(_ slot: Slot) -> Bool {
        values[slot.id] == nil && !skipped.contains(slot.id) && satisfies(slot.when)
    }

    /// Takes an answer.
    mutating func set(_ slot: SlotID, to value: SlotValue) {
        values[slot] = value
        skipped.removeAll { $0 == slot }
        answered.removeAll { $0 == slot }
        answered.append(slot)
    }
}

/// An answer: what it means, and the user's own words for it.
struct SlotValue: Sendable, Equatable {
    var canonical: SafeText
    var words: SafeText
}
