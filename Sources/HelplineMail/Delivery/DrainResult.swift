/// What became of one look into the outbox.
public enum DrainResult: Sendable, Equatable {
    /// All that was due has been tried.
    case drained(Counts)
    /// Every mail waits for the operator to mend what the sentence says; what was counted before holds.
    case held(String, Counts)
    /// Somebody else delivers from this outbox, and takes care of what waits there.
    case heldElsewhere
    /// The lock or the outbox could not be used; a sentence for the operator. What was counted before holds.
    case unavailable(String, Counts)

    /// How the tries ended.
    public struct Counts: Sendable, Equatable {
        /// Handed over.
        public var delivered = 0
        /// To be tried again.
        public var deferred = 0
        /// Given up.
        public var failed = 0

        /// Nothing yet.
        public init() {}
    }
}
