internal import PCRE2
internal import PatternSet
internal import TestSupport

/// Compares PCRE2's two engines with each other, on the patterns and texts of the differential fuzz.
package struct EngineFuzz: ~Copyable {
    package private(set) var tally = FuzzTally()
    private let seed: UInt64
    private let onTrial: Bool
    private var random: SeededGenerator
    private var jit = CodeStore(capacity: 64, sourceLimit: 1)
    private var interpreter = CodeStore(
        limits: MatchLimits(), policy: .interpreterAllowed, capacity: 64, sourceLimit: 1, isJITOffered: false)

    /// Prepares a run.
    ///
    /// - Parameter onTrial: whether only patterns are compared that a store runs by both (``CodeStore/trials``).
    package init(seed: UInt64, onTrial: Bool = false) {
        self.seed = seed
        self.onTrial = onTrial
        random = SeededGenerator(seed: seed)
    }

    /// Goes on until so many pairs were tried in all, or until something is wrong.
    package mutating func run(pairs: Int, differenceLimit: Int = 20) {
        while tally.pairs < pairs, tally.differences.count < differenceLimit {
            let tree = RandomPattern.random(using: &random)
            guard let pattern = try? Pattern(tree.source, options: .duplicateNames), isComparable(pattern) else {
                continue
            }
            tally.patterns += 1
            let source = OnePattern(pattern, isBounded: true)
            for _ in 0..<8 { compare(source, RandomText.near(tree, using: &random)) }
        }
    }

    private mutating func compare(_ source: OnePattern, _ text: String) {
        tally.pairs += 1
        let outcomes = (
            jit.match(0, of: source, in: text.utf8Span), interpreter.match(0, of: source, in: text.utf8Span)
        )
        // What a limit counts differs between the engines; what the interpreter settles machine code must settle too.
        if Self.isLimit(outcomes.1) || !onTrial && Self.isLimit(outcomes.0) {
            tally.limited += 1
            return
        }
        if outcomes.0.isMatch { tally.matches += 1 }
        let isSame = outcomes.0.isMatch == outcomes.1.isMatch && outcomes.0.isNoMatch == outcomes.1.isNoMatch
        guard !isSame || groups(of: jit) != groups(of: interpreter) else { return }
        tally.differences.append("Seed \(seed): the engines differ: “\(source.pattern(at: 0).text)” on “\(text)”")
    }

    private static func isLimit(_ outcome: MatchOutcome) -> Bool {
        if case .limit = outcome { true } else { false }
    }

    /// What 10.42 is known to answer differently: `(?>a+?)b` is not found in “xaab” by machine code, groups inside
    /// possessive repeats keep the captures of abandoned attempts, and a pattern that calls itself may end elsewhere.
    private func isComparable(_ pattern: Pattern) -> Bool {
        if onTrial { return pattern.isAnsweredAlike && PatternShape(pattern).isBounded }
        return !["(?>", "*+", "}+", "++", "(?*", "(?R"].contains(where: pattern.text.contains)
    }

    private func groups(of store: borrowing CodeStore) -> [Range<Int>?] {
        store.withCaptures { captures in (0..<captures.count).map { captures[$0] } }
    }
}
