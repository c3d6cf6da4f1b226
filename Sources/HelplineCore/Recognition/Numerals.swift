/// Whole numbers in digits and in Chinese and English words.
enum Numerals {
    /// A number and where it ends.
    struct Number: Equatable {
        var value: Int
        var end: Int
        /// How many ASCII digits it was written with; 0 for words.
        var digits = 0
    }

    /// A number in any writing.
    static func integer(in text: ScalarText, at index: Int) -> Number? {
        digits(in: text, at: index) ?? chinese(in: text, at: index) ?? english(in: text, at: index)
    }

    /// A number of at most nine ASCII digits that is no part of a longer one or of a word.
    static func digits(in text: ScalarText, at index: Int) -> Number? {
        guard text[index].isDigit, !text[index - 1].isAlphanumeric else { return nil }
        var end = index
        var value = 0
        while text[end].isDigit {
            guard end - index < 9 else { return nil }
            value = value * 10 + Int(text[end] - 0x30)
            end += 1
        }
        return Number(value: value, end: end, digits: end - index)
    }

    /// Where `st`, `nd`, `rd` or `th` ends that stands at an index.
    static func ordinalEnd(in text: ScalarText, at index: Int) -> Int? {
        ordinalSuffixes.match(in: text, at: index)?.end
    }

    /// A number in Chinese words: 二〇二六, 十二, 两百五, 一千零二, 三万五.
    static func chinese(in text: ScalarText, at index: Int) -> Number? {
        guard isChinese(text[index]), !isChinese(text[index - 1]) else { return nil }
        var end = index
        while end - index < 16, isChinese(text[end]) { end += 1 }
        let run = (index..<end).map { text[$0] }
        let hasUnits = run.contains { chineseUnits[$0] != nil }
        let value = hasUnits ? multiplied(run) : positional(run)
        return value.map { Number(value: $0, end: end) }
    }

    /// A number in an English word, and `a` or `an` for one.
    static func english(in text: ScalarText, at index: Int) -> Number? {
        englishWords.match(in: text, at: index).map { Number(value: $0.value, end: $0.end) }
    }

    /// Whether a character is part of a Chinese number.
    private static func isChinese(_ scalar: UInt32) -> Bool {
        chineseDigits[scalar] != nil || chineseUnits[scalar] != nil
    }

    private static func positional(_ run: [UInt32]) -> Int? {
        run.reduce(0) { $0 * 10 + (chineseDigits[$1] ?? 0) }
    }

    /// Digits with units; a last digit without a unit counts a tenth of the unit before, unless a zero stands between.
    private static func multiplied(_ run: [UInt32]) -> Int? {
        var (total, section, lastUnit) = (0, 0, 1)
        var digit: Int?
        var hasZero = false
        for scalar in run {
            if let value = chineseDigits[scalar] {
                // Two neighbours are a rough number, of which the first counts: 十一二, 二三十.
                if let digit, value == digit + 1 { continue }
                guard digit == nil else { return nil }
                if value == 0 { hasZero = true } else { digit = value }
                continue
            }
            guard let unit = chineseUnits[scalar] else { return nil }
            if unit >= 10_000 {
                total += max(section + (digit ?? 0), 1) * unit
                section = 0
            } else {
                section += (digit ?? 1) * unit
            }
            (digit, hasZero, lastUnit) = (nil, false, unit)
        }
        let isTenth = lastUnit >= 100 && !hasZero
        return total + section + (digit ?? 0) * (isTenth ? lastUnit / 10 : 1)
    }

    private static let chineseDigits = ScalarNumbers(
        numbered("零一二三四五六七八九") + numbered("〇壹贰叁肆伍陆柒捌玖") + [("两", 2), ("俩", 2)])

    private static let chineseUnits = ScalarNumbers([
        ("十", 10), ("拾", 10), ("百", 100), ("佰", 100), ("千", 1000), ("仟", 1000), ("万", 10_000), ("亿", 100_000_000),
    ])

    private static func numbered(_ digits: String) -> [(Unicode.Scalar, Int)] {
        digits.unicodeScalars.enumerated().map { ($0.element, $0.offset) }
    }

    private static let ordinalSuffixes = WordTable(words: ["st", "nd", "rd", "th"])

    private static let englishWords = WordTable(
        [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        ].enumerated().map { ($0.element, $0.offset + 1) } + [
            ("a", 1), ("an", 1), ("a couple of", 2), ("couple of", 2), ("a couple", 2), ("couple", 2), ("thirty", 30),
            ("forty", 40),
            ("forty-five", 45), ("fifty", 50), ("sixty", 60), ("ninety", 90),
        ])
}
