import TestSupport

/// Messages to a pack: seven of ten hold what some pattern looks for, with chatter around it.
struct GeneratedMessages {
    private var random: SeededGenerator
    private let patterns: [GeneratedPattern]

    /// Makes distinct messages.
    static func make(_ count: Int, for patterns: [GeneratedPattern], seed: UInt64 = 7) -> [[UInt8]] {
        var maker = GeneratedMessages(random: SeededGenerator(seed: seed), patterns: patterns)
        var seen: Set<String> = []
        while seen.count < count { seen.insert(maker.message()) }
        return seen.sorted().shuffled(using: &maker.random).map { Array($0.utf8) }
    }

    private mutating func message() -> String {
        let pattern = random.pick(patterns)
        // Short messages are as likely as long ones: from 5 to 120 characters, evenly by their logarithm.
        let length = Int(5 * Double.random(in: 0..<1, using: &random).power(of: 24))
        guard Int.random(in: 0..<10, using: &random) < 7 else {
            return chatter(inEnglish: random.oneIn(2), length)
        }
        let core = pattern.parts.map { text(of: $0, pattern.isEnglish) }.joined()
        let rest = length - core.unicodeScalars.count
        guard rest > 0, !pattern.isWhole else { return core }
        let before = Int.random(in: 0...rest, using: &random)
        let space = pattern.isEnglish ? " " : ""
        return chatter(inEnglish: pattern.isEnglish, before) + space + core + space
            + chatter(inEnglish: pattern.isEnglish, rest - before)
    }

    private mutating func text(of part: GeneratedPattern.Part, _ isEnglish: Bool) -> String {
        switch part {
        case .oneOf(let words):
            let word = random.pick(words)
            return isEnglish && random.oneIn(4) ? word.uppercased() : word
        case .filler: return random.oneIn(2) ? random.pick(Vocabulary.chineseFiller) : ""
        case .text(let text): return text
        case .hash:
            return "0x" + (0..<64).map { _ in String(Int.random(in: 0..<16, using: &random), radix: 16) }.joined()
        case .amount:
            return "\(Int.random(in: 0..<5_000, using: &random)) " + (random.oneIn(2) ? "USDT" : "eth")
        case .address: return "user\(Int.random(in: 0..<999, using: &random))@mail.example.com"
        case .day:
            return "2026-\(Int.random(in: 1...12, using: &random))-\(Int.random(in: 1...28, using: &random))"
        }
    }

    private mutating func chatter(inEnglish isEnglish: Bool, _ length: Int) -> String {
        var text = ""
        var count = 0
        while count < length {
            var word = random.pick(isEnglish ? Vocabulary.englishFiller : Vocabulary.chineseFiller)
            if random.oneIn(8) {
                word = random.pick(isEnglish ? Vocabulary.englishActions : Vocabulary.chineseActions)
            } else if random.oneIn(16) {
                word = random.pick(isEnglish ? Vocabulary.englishObjects : Vocabulary.chineseObjects)
            }
            if isEnglish, !text.isEmpty { word = " " + word }
            if !isEnglish, random.oneIn(12) { word += "，" }
            text += word
            count += word.unicodeScalars.count
        }
        return text
    }
}

extension Double {
    /// Another number raised to this one.
    fileprivate func power(of base: Int) -> Double {
        // No Foundation for one logarithm: squares of square roots are near enough for the length of a message.
        var result = 1.0
        var root = Double(base).squareRoot()
        var rest = self
        for _ in 0..<20 {
            rest *= 2
            if rest >= 1 {
                result *= root
                rest -= 1
            }
            root = root.squareRoot()
        }
        return result
    }
}
