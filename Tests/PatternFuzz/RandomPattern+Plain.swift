internal import TestSupport

extension RandomPattern {
    /// Words of which some are the beginning of others, and letters with more than two cases.
    private static let plainWords = [
        "fee", "fees", "fee fees", "ask", "asks", "task", "key", "keys", "账号", "账号被", "被盗", "盗了", "密码", "密码了",
        "abab", "aba", "bab", "x_1", "k-k", "ss s",
    ]

    /// A random pattern of texts, gaps and word boundaries, some of them with something that makes them not plain.
    static func plain(using random: inout SeededGenerator) -> RandomPattern {
        if random.oneIn(5) { return all(using: &random) }
        var parts = [step(using: &random)]
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let (quantifier, counts) = random.pick([
                ("", 1...1), ("?", 0...1), ("{0,3}", 0...3), ("{0,8}", 0...4), ("{1,2}", 1...2), ("{2}", 2...2),
                ("{0,3}?", 0...3), ("{0,70}", 0...9), ("*", 0...3),
            ])
            let sample = random.pick(["x", " ", "币", "a"])
            parts.append(.repeated(.anything(".", sample: sample), quantifier, counts: counts))
            parts.append(step(using: &random))
        }
        return .sequence(parts)
    }

    /// A random pattern of texts that stand anywhere in a line.
    private static func all(using random: inout SeededGenerator) -> RandomPattern {
        var parts: [RandomPattern] = [.nothing("^")]
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let count = Int.random(in: 1...3, using: &random)
            let words = (0..<count).map { _ in RandomPattern.text(random.pick(plainWords)) }
            let some = optional(words.count == 1 ? words[0] : group(words), odds: 8, using: &random)
            parts.append(.assertion(open: "(?=.*", some, isPositive: true))
        }
        if random.oneIn(8) { parts.append(step(using: &random)) }
        return .sequence(parts)
    }

    /// One of some words, with or without boundaries around them.
    private static func step(using random: inout SeededGenerator) -> RandomPattern {
        let count = Int.random(in: 1...4, using: &random)
        var words = (0..<count).map { _ in optional(.text(random.pick(plainWords)), odds: 6, using: &random) }
        if random.oneIn(5) {
            words.append(.sequence([.text(random.pick(plainWords)), group([.text("s"), .text("es")])]))
        }
        var parts: [RandomPattern] = [words.count == 1 ? words[0] : group(words)]
        if random.oneIn(4) { parts.append(optional(.text(random.pick(["s", "了", " a"])), odds: 1, using: &random)) }
        if random.oneIn(3) { parts.insert(.nothing("\\b"), at: 0) }
        if random.oneIn(3) { parts.append(.nothing("\\b")) }
        return .sequence(parts)
    }

    private static func group(_ words: [RandomPattern]) -> RandomPattern {
        .group(open: "(?:", .alternatives(words))
    }

    /// A part that is optional once in so many times, rarely not greedily.
    private static func optional(
        _ part: RandomPattern, odds: Int, using random: inout SeededGenerator
    ) -> RandomPattern {
        guard random.oneIn(odds) else { return part }
        return .repeated(.group(open: "(?:", part), random.oneIn(8) ? "??" : "?", counts: 0...1)
    }
}
