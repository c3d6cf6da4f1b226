import TestSupport

/// A pack of patterns as authors of questions and answers write them, made by a rule: eight patterns a question, most
/// of them a set of words, a short gap, another set.
///
/// About nine questions in ten have words of their own; the rest share the trade's words. The shares of the kinds are
/// fixed, so that packs of all sizes are alike.
struct GeneratedPack {
    private(set) var patterns: [GeneratedPattern] = []
    private var random: SeededGenerator
    private var wholeLineCount = 0

    /// The words of one question.
    private struct Topic {
        var chinese: [String]
        var english: [String]
    }

    init(count: Int, seed: UInt64 = 1) {
        random = SeededGenerator(seed: seed)
        var number = 0
        while patterns.count < count {
            let topic = topic(number)
            for _ in 0..<min(8, count - patterns.count) { patterns.append(pattern(about: topic)) }
            number += 1
        }
    }

    private mutating func topic(_ number: Int) -> Topic {
        let usesTradeWords = number < 25 || number < 125 && random.oneIn(10)
        var topic = Topic(chinese: [], english: [])
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            topic.chinese.append(
                usesTradeWords ? random.pick(Vocabulary.chineseObjects) : Vocabulary.chineseWord(using: &random))
            topic.english.append(
                usesTradeWords ? random.pick(Vocabulary.englishObjects) : Vocabulary.englishWord(using: &random))
        }
        topic.chinese = Set(topic.chinese).sorted()
        topic.english = Set(topic.english).sorted()
        return topic
    }

    private mutating func actions(_ words: [String]) -> [String] {
        Set((0..<Int.random(in: 2...5, using: &random)).map { _ in random.pick(words) }).sorted()
    }

    private func group(_ words: [String]) -> String { "(?:\(words.joined(separator: "|")))" }

    private mutating func pattern(about topic: Topic) -> GeneratedPattern {
        let share = Int.random(in: 0..<1_000, using: &random)
        switch share {
        case 0..<400: return chinese(topic, actionFirst: share >= 260)
        case 400..<680: return english(topic, actionFirst: share < 580)
        default: return special(topic, share)
        }
    }

    private mutating func chinese(_ topic: Topic, actionFirst: Bool) -> GeneratedPattern {
        let words = actions(Vocabulary.chineseActions)
        let pair = actionFirst ? (words, topic.chinese) : (topic.chinese, words)
        return GeneratedPattern(
            source: "\(group(pair.0)).{0,8}\(group(pair.1))", parts: [.oneOf(pair.0), .filler, .oneOf(pair.1)],
            isEnglish: false)
    }

    private mutating func english(_ topic: Topic, actionFirst: Bool) -> GeneratedPattern {
        let words = actions(Vocabulary.englishActions)
        let action = "\\b\(group(words))\\b"
        let object = "\\b\(group(topic.english))s?\\b"
        return GeneratedPattern(
            source: actionFirst ? "\(action).{0,12}\(object)" : "\(object).{0,12}\(action)",
            parts: actionFirst
                ? [.oneOf(words), .text(" "), .oneOf(topic.english)]
                : [.oneOf(topic.english), .text(" "), .oneOf(words)],
            isEnglish: true)
    }

    private mutating func special(_ topic: Topic, _ share: Int) -> GeneratedPattern {
        let words = actions(Vocabulary.chineseActions)
        let objects = group(topic.chinese)
        switch share {
        case 680..<760:
            let mixed = topic.chinese + topic.english.prefix(1)
            return GeneratedPattern(
                source: "\(group(mixed)).{0,10}\(group(words))(?:.{0,6}(?:吗|呢|呀))?",
                parts: [.oneOf(mixed), .filler, .oneOf(words)], isEnglish: false)
        case 760..<800:
            return GeneratedPattern(
                source: "^(?=.*\(objects))(?=.*\(group(words)))",
                parts: [.oneOf(topic.chinese), .filler, .oneOf(words)], isEnglish: false)
        case 800..<840:
            return GeneratedPattern(
                source: "\(objects).{0,16}(?<txhash>0x[0-9a-f]{64})",
                parts: [.oneOf(topic.chinese), .text("是"), .hash], isEnglish: false)
        case 840..<890:
            return GeneratedPattern(
                source:
                    "\(group(words)).{0,6}(?<amount>\\d+(?:\\.\\d{1,8})?)\\s*(?<asset>usdt|btc|eth).{0,8}\(objects)",
                parts: [.oneOf(words), .text("是"), .amount, .oneOf(topic.chinese)], isEnglish: false)
        case 890..<940:
            return GeneratedPattern(
                source: "\(objects).{0,12}(?<email>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)",
                parts: [.oneOf(topic.chinese), .text(" "), .address], isEnglish: false)
        case 940..<985: return dated(objects, topic, words)
        default:
            wholeLineCount += 1
            if wholeLineCount > 6 { return dated(objects, topic, words) }
            return wholeLineCount % 2 == 0
                ? GeneratedPattern(
                    source: "^\\s*(?<code>\\d{6})\\s*$", parts: [.text("123456")], isEnglish: false, isWhole: true)
                : GeneratedPattern(
                    source: "^\\W*(?<hi>[?？!！]{2,})\\W*$", parts: [.text("？？？")], isEnglish: false, isWhole: true)
        }
    }

    private func dated(_ objects: String, _ topic: Topic, _ words: [String]) -> GeneratedPattern {
        GeneratedPattern(
            source: "(?<date>\\d{4}[-/年]\\d{1,2}[-/月]\\d{1,2}日?).{0,12}\(objects).{0,8}\(group(words))",
            parts: [.day, .text("是"), .oneOf(topic.chinese), .filler, .oneOf(words)], isEnglish: false)
    }
}
