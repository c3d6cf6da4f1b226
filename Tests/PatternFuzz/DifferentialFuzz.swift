internal import PCRE2
package import PatternSet
internal import TestSupport

/// Compares the search with the loop over all patterns, on random patterns and on texts made to match them.
///
/// The grammar has every construct that the analysis reads and every one it gives up on; the texts are samples of the
/// patterns, damaged, dressed, and written in other cases of their letters. Everything follows from the seed.
package struct DifferentialFuzz: ~Copyable {
    /// How many patterns a set has, and how many texts are tried on it.
    private static let patternsOfSet = 16
    private static let textsOfSet = 24

    package private(set) var tally = FuzzTally()
    private let seed: UInt64
    private let dropped: ShapeRule?
    private var random: SeededGenerator
    private var scratch = MatchScratch(codes: CodeStore(capacity: 10_000, sourceLimit: 1))

    /// Prepares a run.
    ///
    /// - Parameter rule: a rule of the analysis that is forgotten, to see whether the fuzz notices.
    package init(seed: UInt64, dropping rule: ShapeRule? = nil) {
        self.seed = seed
        dropped = rule
        random = SeededGenerator(seed: seed)
    }

    /// Goes on until so many pairs were tried in all, or until something is wrong that often.
    package mutating func run(pairs: Int, differenceLimit: Int = 20) {
        while tally.pairs < pairs, tally.differences.count < differenceLimit { tryOneSet() }
    }

    private mutating func tryOneSet() {
        var trees: [RandomPattern] = []
        var patterns: [Pattern] = []
        // Letters that differ by case alone are looked for in one set of eight.
        let options: Pattern.Options = random.oneIn(8) ? [.duplicateNames, .caseSensitive] : .duplicateNames
        while patterns.count < Self.patternsOfSet {
            let tree = RandomPattern.random(using: &random)
            guard let pattern = try? Pattern(tree.source, options: options) else { continue }
            trees.append(tree)
            patterns.append(pattern)
        }
        let set = dropped.map { PatternSet(patterns, dropping: $0) } ?? PatternSet(patterns)
        for number in patterns.indices {
            count(set.shape(at: number))
            compareItems(patterns[number], set.shape(at: number))
        }
        for _ in 0..<Self.textsOfSet {
            var text = RandomText.near(random.pick(trees), using: &random)
            // Some texts are longer than a word of places.
            if random.oneIn(6) { text = String(repeating: "账x ", count: 25) + text }
            compare(set, text)
        }
    }

    private mutating func count(_ shape: PatternShape) {
        tally.patterns += 1
        if !shape.isAlwaysCandidate { tally.withClauses += 1 }
        if shape.items.count > 1 { tally.ordered += 1 }
        if shape.isOpaque { tally.opaque += 1 }
    }

    /// Asks PCRE2 where the items of a pattern start that was read to its end.
    private mutating func compareItems(_ pattern: Pattern, _ shape: PatternShape) {
        guard dropped == nil, !shape.isOpaque else { return }
        let divided = PatternShape(pattern, dropping: nil, asksLibrary: true)
        if divided.isOpaque {
            tally.differences.append("Seed \(seed): PCRE2 divides “\(pattern.text)” otherwise than the parser")
        } else if divided.clauses != shape.clauses || divided.items != shape.items
            || divided.literals != shape.literals
        {
            // Where items are noted, the parser takes no shortcut for words.
            tally.differences.append("Seed \(seed): “\(pattern.text)” is read in two ways")
        } else {
            tally.agreed += 1
        }
    }

    private mutating func compare(_ set: PatternSet, _ text: String) {
        var searched: [Int: [Range<Int>?]] = [:]
        var looped: [Int: [Range<Int>?]] = [:]
        var budgets = (MatchBudget(), MatchBudget())
        set.forEachMatch(in: text.utf8Span, using: &scratch, budget: &budgets.0) { number, captures in
            searched[number] = (0..<captures.count).map { captures[$0] }
        }
        set.tryEachPattern(in: text.utf8Span, using: &scratch, budget: &budgets.1) { number, captures in
            looped[number] = (0..<captures.count).map { captures[$0] }
        }
        tally.pairs += set.patternCount
        tally.matches += looped.count
        tally.decided += budgets.0.decidedCount
        let limited = Set(budgets.0.limitedPatterns + budgets.1.limitedPatterns)
        tally.limited += limited.count
        guard !budgets.0.isExhausted, !budgets.1.isExhausted else { return }
        let oracle = looped.isEmpty ? nil : ShapeOracle(text)
        for number in 0..<set.patternCount where !limited.contains(number) {
            if searched[number] != looped[number] {
                report("the loop says \(said(looped[number])), the search \(said(searched[number]))", set, number, text)
            } else if looped[number] != nil, let oracle {
                check(oracle, set, number, text)
            }
        }
    }

    /// Whether what was said of a pattern is true of a text it matches.
    private mutating func check(_ oracle: ShapeOracle, _ set: PatternSet, _ number: Int, _ text: String) {
        let shape = set.shape(at: number)
        if !oracle.meetsClauses(of: shape) { report("a clause is not met", set, number, text) }
        if !oracle.meetsItems(of: shape) { report("the order does not hold", set, number, text) }
    }

    private func said(_ groups: [Range<Int>?]?) -> String {
        groups.map { groups in
            groups.map { $0.map { "\($0.lowerBound)..<\($0.upperBound)" } ?? "-" }.joined(separator: " ")
        } ?? "no match"
    }

    private mutating func report(_ fault: String, _ set: PatternSet, _ number: Int, _ text: String) {
        tally.differences.append(
            "Seed \(seed): \(fault): “\(set.patterns[number].text)” on “\(text)” "
                + text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " "))
    }
}
