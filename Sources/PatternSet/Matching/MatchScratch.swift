public import PCRE2

/// What one loop needs to match: compiled code and buffers, passed `inout` and never shared.
///
/// A scratch cannot be copied, so handing it to a second loop is a compile error; it is not `Sendable`. Make one for
/// each event loop, and keep it for as long as the loop lives: it holds what was compiled.
public struct MatchScratch: ~Copyable {
    /// The compiled code and match data.
    var codes: CodeStore

    /// What the search for candidates needs.
    var candidates = IndexScratch()

    /// Makes a scratch with the default limits, which serve short messages.
    public init() {
        self.init(codes: CodeStore())
    }

    /// A scratch that makes machine code only of patterns that run often, which serves whoever meets many patterns a few
    /// times each: a start, a check, a loop that must not grow.
    public static func patient() -> MatchScratch {
        MatchScratch(codes: CodeStore(trials: CodeStore.breakEven))
    }

    /// Makes a scratch around a store with limits and a policy of the caller's.
    public init(codes: consuming CodeStore) {
        self.codes = codes
    }

    /// How many compiled patterns the scratch holds now.
    public var compiledCount: Int { codes.compiledCount }

    /// Frees the code of a set that will not be used any more; without it the code goes when newer sets push it out.
    public mutating func forget(_ set: PatternSet) {
        codes.forget(set)
    }
}

@available(*, unavailable)
extension MatchScratch: Sendable {}
