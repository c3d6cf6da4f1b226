/// The places of a match and its groups: byte ranges into the text that was matched.
///
/// A view of the offset vector that the next match overwrites. It is lent to a closure and cannot be copied or kept;
/// what is to outlive the closure is taken out as ranges.
public struct Captures: ~Copyable {
    private let offsets: UnsafePointer<Int>?

    /// How many groups can be asked for, the whole match (group 0) included: one more than the highest that took part.
    public let count: Int

    /// Whose pattern has matched; kept alive by the store for as long as the captures are lent, so that no reference is
    /// counted for a match.
    private unowned(unsafe) let source: (any PatternSource)?
    private let number: Int

    /// The places of a match of a source's pattern.
    init(offsets: UnsafePointer<Int>?, count: Int, of number: Int, in source: any PatternSource) {
        self.offsets = offsets
        self.count = offsets == nil ? 0 : count
        self.source = source
        self.number = number
    }

    /// What holds nothing.
    init() {
        offsets = nil
        count = 0
        source = nil
        number = 0
    }

    /// Lends the place of a match that was found without PCRE2, of a pattern without groups.
    @inline(__always)
    package static func lend<Value>(
        _ match: Range<Int>, of number: Int, in source: any PatternSource, _ body: (borrowing Captures) -> Value
    ) -> Value {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 2) { offsets in
            offsets.initializeElement(at: 0, to: match.lowerBound)
            offsets.initializeElement(at: 1, to: match.upperBound)
            return body(Captures(offsets: UnsafePointer(offsets.baseAddress), count: 1, of: number, in: source))
        }
    }

    /// The names of the pattern's groups.
    public var names: CaptureNames { source?.pattern(at: number).names ?? CaptureNames([]) }

    /// What the whole pattern matched.
    public var whole: Range<Int> { self[0] ?? 0..<0 }

    /// What a group matched last, nil when it took no part in the match or does not exist.
    ///
    /// After `\K` inside an assertion a match can start behind its end (pcre2api); it is then the empty range at its
    /// start, as PCRE2's own substring functions have it.
    public subscript(_ number: Int) -> Range<Int>? {
        guard let offsets, number >= 0, number < count else { return nil }
        let start = offsets[2 * number]
        let end = offsets[2 * number + 1]
        guard start >= 0, end >= 0 else { return nil }
        return start..<max(start, end)
    }

    /// What the first group of this name that took part matched, nil when none did.
    ///
    /// Costs a walk through the pattern's names.
    public subscript(_ name: String) -> Range<Int>? {
        for entry in names.entries where entry.name == name {
            if let range = self[entry.number] { return range }
        }
        return nil
    }
}
