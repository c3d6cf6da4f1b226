package import TestSupport

/// A pattern as a tree, which can write itself and texts that it is likely to match.
package indirect enum RandomPattern {
    case text(String)
    case quoted(String)
    case characterClass(String, members: [String])
    case anything(String, sample: String)
    case nothing(String)
    case sequence([RandomPattern])
    case alternatives([RandomPattern])
    case group(open: String, RandomPattern)
    case assertion(open: String, RandomPattern, isPositive: Bool)
    case repeated(RandomPattern, String, counts: ClosedRange<Int>)

    /// The pattern as PCRE2 reads it.
    package var source: String {
        switch self {
        case .text(let text): text
        case .quoted(let text): "\\Q\(text)\\E"
        case .characterClass(let source, _), .anything(let source, _), .nothing(let source): source
        case .sequence(let parts): parts.map(\.source).joined()
        case .alternatives(let parts): parts.map(\.source).joined(separator: "|")
        case .group(let open, let part), .assertion(let open, let part, _): "\(open)\(part.source))"
        case .repeated(let part, let quantifier, _): "\(part.source)\(quantifier)"
        }
    }

    /// A text that the pattern may match; where assertions and references contradict it, it does not.
    package func sample(using random: inout SeededGenerator) -> String {
        switch self {
        case .text(let text), .quoted(let text): return text
        case .characterClass(_, let members): return random.pick(members)
        case .anything(_, let sample): return sample
        case .nothing: return ""
        case .sequence(let parts): return parts.map { $0.sample(using: &random) }.joined()
        case .alternatives(let parts): return random.pick(parts).sample(using: &random)
        case .group(_, let part): return part.sample(using: &random)
        case .assertion(_, let part, let isPositive):
            return isPositive && random.oneIn(2) ? part.sample(using: &random) : ""
        case .repeated(let part, _, let counts):
            let count = Int.random(in: counts, using: &random)
            return (0..<count).map { _ in part.sample(using: &random) }.joined()
        }
    }
}

extension RandomPattern {
    package static let words = [
        "账号", "币", "被盗", "不见", "k", "s", "ks", "Key", "ask", "fee", "ß", "é", "Σ", "ab", "a", "b", "x1", "密码",
        "了", "Å", "ſ", "i", "ı",
    ]

    private static let unknowns = [
        (".", "c"), (".", "币"), ("\\w", "a"), ("\\d", "1"), ("\\s", " "), ("\\S", "币"), ("\\X", "é"), ("\\R", "\n"),
        ("\\p{L}", "k"), ("\\p{Han}", "币"), ("\\pL", "s"), ("\\P{Lu}", "1"), ("[^a]", "b"), ("[a-c]", "b"),
        ("[[:alpha:]k]", "z"),
        ("[\\d币]", "币"), ("\\N", "k"), ("\\h", " "), ("[^]a]", "b"), ("[a\\]b-]", "]"), ("[a-\\d]", "-"),
        ("[\\x{212A}-\\x{212B}]", "k"), ("\\1", "a"), ("(?1)", "ab"), ("(?R)", ""), ("\\g{1}", "币"), ("(?&n)", "s"),
        ("\\k<n>", "s"),
        ("\\g<1>", "a"),
    ]

    private static let escapes = [
        ("\\x6b", "K"), ("\\x{212A}", "k"), ("\\x{17F}", "s"), ("\\.", "."), ("\\*", "*"), ("\\币", "币"), ("\\t", "\t"),
        ("\\{", "{"), ("\\\\", "\\"), ("\\x{DF}", "ẞ"),
    ]

    private static let classes = [
        ("[ab]", ["a", "b"]), ("[ksß]", ["K", "\u{212A}", "ſ", "ẞ", "s"]), ("[币幣]", ["币", "幣"]),
        ("[\\x6b\\n]", ["k", "\n"]), ("[]a]", ["]", "a"]), ("[a\\]]", ["]"]), ("[\\bk]", ["\u{8}", "k"]),
        ("[[a]", ["[", "a"]),
        ("[a^]", ["^"]), ("[-a]", ["-", "a"]), ("[a-]", ["-"]), ("[éÉ]", ["é"]), ("[.*]", ["*"]),
    ]

    private static let rare = [
        ("(?#no)", ""), ("(*ACCEPT)", ""), ("(*SKIP)", ""), ("(*F)", ""), ("(?(1)a|b)", "b"), ("(?x) a # c\n", "a"),
        ("(?C1)", ""), ("\\0", "\0"), ("\\012", "\n"), ("\\12", "\n"), ("\\cA", "\u{1}"), ("\\o{153}", "k"),
        ("(*pla:a)", "a"), ("{a", "{a"), ("{,3}", "{,3}"), ("a{ 1}", "a{ 1}"), ("\\E", ""), ("(?-x)", ""),
        ("(?*a)", "a"), ("a++b", "aab"), ("(?xx)a b", "ab"), ("(?(DEFINE)(?<d>a))", ""), ("y(ab)\\g{-1}x", "yababx"),
        ("y(k)\\g{-1}{2}s", "yKkks"), ("(?<=a)b", "ab"), ("a(?=b)", "ab"), ("a\\Rb", "a\r\nb"), ("k\\Xs", "ke\u{301}s"),
        ("y(ab)(?-1)x", "yababx"),
    ]

    private static let quantifiers: [(String, ClosedRange<Int>)] = [
        ("?", 0...1), ("*", 0...3), ("+", 1...3), ("{2}", 2...2), ("{0}", 0...0), ("{1,2}", 1...2), ("{0,3}", 0...3),
        ("{2,}", 2...3), ("??", 0...1), ("+?", 1...2), ("*+", 0...2), ("{1}", 1...1), ("{3}+", 3...3),
    ]

    /// A random pattern; small depths make it smaller.
    package static func random(depth: Int = 3, using random: inout SeededGenerator) -> RandomPattern {
        if depth == 3, random.oneIn(4) { return plain(using: &random) }
        guard random.oneIn(4) else { return sequence(depth: depth, using: &random) }
        let count = Int.random(in: 2...3, using: &random)
        return .alternatives((0..<count).map { _ in sequence(depth: depth, using: &random) })
    }

    private static func sequence(depth: Int, using random: inout SeededGenerator) -> RandomPattern {
        let count = random.oneIn(12) ? 0 : Int.random(in: 1...3, using: &random)
        let pieces = (0..<count).map { _ in piece(depth: depth, using: &random) }
        guard random.oneIn(3) else { return .sequence(pieces) }
        return .sequence(pieces + [gap(using: &random), piece(depth: depth, using: &random)])
    }

    private static func gap(using random: inout SeededGenerator) -> RandomPattern {
        let (atom, sample) = random.pick([(".", "币"), (".", "x"), ("\\s", " "), ("[^k]", "b"), ("\\w", "k")])
        let (quantifier, counts) = random.pick([("{0,4}", 0...4), ("{1,3}?", 1...3), ("*", 0...5), ("{2}", 2...2)])
        return .repeated(.anything(atom, sample: sample), quantifier, counts: counts)
    }

    private static func piece(depth: Int, using random: inout SeededGenerator) -> RandomPattern {
        let atom = atom(depth: depth, using: &random)
        guard random.oneIn(3) else { return atom }
        let (quantifier, counts) = random.pick(quantifiers)
        // Behind a text of several characters a quantifier would only take the last.
        if case .text(let text) = atom, text.count > 1 {
            return .repeated(.group(open: "(?:", atom), quantifier, counts: counts)
        }
        return .repeated(atom, quantifier, counts: counts)
    }

    private static func atom(depth: Int, using random: inout SeededGenerator) -> RandomPattern {
        switch Int.random(in: 0..<40, using: &random) {
        case 0..<14: return .text(random.pick(words))
        case 14..<17:
            let (source, members) = random.pick(classes)
            return .characterClass(source, members: members)
        case 17..<22:
            let (source, sample) = random.pick(unknowns)
            return .anything(source, sample: sample)
        case 22..<24:
            let (source, sample) = random.pick(escapes)
            return .anything(source, sample: sample)
        case 24..<26:
            return .nothing(random.pick(["\\b", "^", "$", "\\K", "(?i)", "(?-i)", "\\A", "\\z", "(?s)", "(?m)"]))
        case 26: return .quoted(random.pick(words + ["a.b", "(", "[a", "\\d"]))
        case 27:
            let (source, sample) = random.pick(rare)
            return .anything(source, sample: sample)
        case 28..<37 where depth > 0:
            let opens = [
                "(", "(?:", "(?>", "(?i:", "(?-i:", "(?|", "(?<n>", "(?'q'", "(?P<p>", "(?s-i:", "(?n:", "(?^:",
            ]
            return .group(open: random.pick(opens), .random(depth: depth - 1, using: &random))
        case 37..<40 where depth > 0:
            let (open, isPositive) = random.pick([("(?=", true), ("(?!", false), ("(?<=", true), ("(?<!", false)])
            return .assertion(open: open, .random(depth: depth - 1, using: &random), isPositive: isPositive)
        default: return .text(random.pick(words))
        }
    }
}
