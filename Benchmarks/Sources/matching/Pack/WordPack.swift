import TestSupport

/// A second pack, of real words: the trade's own vocabulary again and again, as a real pack has it, so that every
/// message holds words of very many patterns and only the order tells them apart.
struct WordPack {
    /// Makes patterns of two or three sets of words, each set a few of the trade's words.
    static func make(count: Int, seed: UInt64 = 3) -> [GeneratedPattern] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in pattern(using: &random) }
    }

    private static func pattern(using random: inout SeededGenerator) -> GeneratedPattern {
        let isEnglish = random.oneIn(2)
        let objects = isEnglish ? Vocabulary.englishObjects : Vocabulary.chineseObjects
        let actions = isEnglish ? Vocabulary.englishActions : Vocabulary.chineseActions
        let first = pick(objects, 1...3, using: &random)
        let second = pick(actions, 1...3, using: &random)
        let third = pick(actions, 1...2, using: &random)
        let gap = isEnglish ? ".{0,12}" : ".{0,6}"
        let groups = [first, second, third].map { "(?:\($0.joined(separator: "|")))" }
        let filler: GeneratedPattern.Part = isEnglish ? .text(" ") : .filler
        return GeneratedPattern(
            source: groups.joined(separator: gap),
            parts: [.oneOf(first), filler, .oneOf(second), filler, .oneOf(third)], isEnglish: isEnglish)
    }

    private static func pick(
        _ words: [String], _ count: ClosedRange<Int>, using random: inout SeededGenerator
    ) -> [String] {
        Set((0..<Int.random(in: count, using: &random)).map { _ in random.pick(words) }).sorted()
    }
}
