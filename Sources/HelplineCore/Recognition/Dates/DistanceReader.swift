/// Reads a distance from now: 3天前, 一个半小时前, "2 hours ago", "half an hour ago"; into the future where wanted.
struct DistanceReader {
    /// A stretch of time, negative into the past.
    enum Length {
        case seconds(Int64)
        case days(Int)
        case months(Int)
    }

    private let text: ScalarText
    private let isFuture: Bool

    init(_ text: ScalarText, isFuture: Bool) {
        self.text = text
        self.isFuture = isFuture
    }

    /// One number with its unit.
    private struct Term {
        var tenths: Int
        var unit: TimeUnit
        var end: Int
    }

    /// The distance that begins at an index, and where it ends.
    func read(at index: Int) -> (length: Length, end: Int)? {
        let hasIn = isFuture && text.has([.of("i"), .of("n"), 0x20], at: index) && !text[index - 1].isLetter
        let terms = terms(at: hasIn ? index + 3 : index)
        guard let last = terms.last else { return nil }
        if hasIn { return (Self.length(terms, sign: 1), last.end) }
        let end = text.afterSpace(skipBlur(last.end))
        if let (_, end) = DateVocabulary.ago.match(in: text, at: end) { return (Self.length(terms, sign: -1), end) }
        if let end = lasted(terms) { return (Self.length(terms, sign: -1), end) }
        guard isFuture, let (_, end) = DateVocabulary.later.match(in: text, at: end) else { return nil }
        return (Self.length(terms, sign: 1), end)
    }

    /// Where “it has been 3 days” ends, as 了 and its like tell: 已经三天了, 等了两个小时了, 五日都未到.
    ///
    /// Years are rather how long somebody has been a user.
    private func lasted(_ terms: [Term]) -> Int? {
        guard let last = terms.last, terms.allSatisfy({ $0.unit.months == 0 && $0.unit.seconds >= 3600 }) else {
            return nil
        }
        if text[last.end] == .of("了") { return last.end + 1 }
        return Self.stillNot.match(in: text, at: text.afterSpace(last.end)) == nil ? nil : last.end
    }

    /// The terms of "2 days 3 hrs", at most three.
    private func terms(at index: Int) -> [Term] {
        var terms: [Term] = []
        var next = index
        while terms.count < 3, let term = term(at: next) {
            terms.append(term)
            let behind = text.afterSpace(term.end)
            next = text.afterSpace(Self.links.match(in: text, at: behind)?.end ?? behind)
        }
        return terms
    }

    private func term(at index: Int) -> Term? {
        guard let (tenths, behind) = quantity(at: index), tenths <= 99_999 else { return nil }
        let blurred = text.afterSpace(skipBlur(behind))
        guard let (unit, behindUnit) = DateVocabulary.units.match(in: text, at: blurred) else { return nil }
        let (more, end) = andHalf(behindUnit)
        return Term(tenths: tenths + more, unit: unit, end: end)
    }

    /// The sum, as exact as its smallest unit; beside months and years smaller units do not count.
    private static func length(_ terms: [Term], sign: Int) -> Length {
        let months = terms.reduce(0) { $0 + $1.tenths * $1.unit.months } / 10
        if months > 0 { return .months(sign * months) }
        let seconds = terms.reduce(0) { $0 + $1.tenths * $1.unit.seconds } / 10
        let isExact = terms.contains { $0.unit.seconds < 86_400 }
        return isExact ? .seconds(Int64(sign * seconds)) : .days(sign * (seconds / 86_400))
    }

    private func skipBlur(_ index: Int) -> Int {
        DateVocabulary.blurs.match(in: text, at: text.afterSpace(index))?.end ?? index
    }

    /// A number in tenths: 3, 1.5, 一个半, 半; of a range (2-3, 两三) the first.
    private func quantity(at index: Int) -> (tenths: Int, end: Int)? {
        if let (_, end) = Self.halves.match(in: text, at: index) { return halfOfHour(end) }
        guard !isBehindJoint(index), let number = Numerals.approximate(in: text, at: index) else { return nil }
        var end = number.end
        if text[end] == .of("."), text[end + 1].isDigit, !text[end + 2].isDigit {
            return (number.value * 10 + Int(text[end + 1] - 0x30), end + 2)
        }
        if let next = rangeEnd(end) { end = next }
        if text.has([.of("个"), .of("半")], at: end) { return (number.value * 10 + 5, end + 2) }
        let (more, behind) = andHalf(end)
        return (number.value * 10 + more, behind)
    }

    /// "and a half" behind a number or its unit.
    private func andHalf(_ index: Int) -> (tenths: Int, end: Int) {
        Self.andHalf.match(in: text, at: text.afterSpace(index)).map { (5, $0.end) } ?? (0, index)
    }

    /// Half an hour can be told to the minute; half a month or a day cannot.
    private func halfOfHour(_ end: Int) -> (tenths: Int, end: Int)? {
        guard let (unit, _) = DateVocabulary.units.match(in: text, at: text.afterSpace(end)), case .hour = unit
        else { return nil }
        return (5, end)
    }

    /// Where the second number of a range ends.
    private func rangeEnd(_ index: Int) -> Int? {
        guard let (_, end) = Self.joints.match(in: text, at: text.afterSpace(index)) else { return nil }
        return Numerals.integer(in: text, at: text.afterSpace(end))?.end
    }

    /// Whether a number is rather the second half of something: of 1.5, of 2-3.
    private func isBehindJoint(_ index: Int) -> Bool {
        text[index - 2].isDigit && [.of("."), .of("-"), .of("/"), .of(":")].contains(text[index - 1])
    }

    /// What is said of something that one has waited for so long.
    private static let stillNot = WordTable(words: [
        "都未", "都没", "都还没", "都还未", "都冇", "都唔", "仲未", "仲没", "仲冇", "还未", "还没", "还是没", "也没", "未到", "没到", "冇到",
    ])
    private static let links = WordTable(words: ["and", ",", "又"])
    private static let andHalf = WordTable(words: ["and a half", "and half"])
    private static let halves = WordTable(words: ["半", "半个", "half an", "half a"])
    private static let joints = WordTable(words: ["-", "~", "到", "至", "to", "or", "或"])
}

extension Numerals {
    /// A number, or the first of two neighbours as Chinese names a rough one: 两三 is two, or three.
    static func approximate(in text: ScalarText, at index: Int) -> Number? {
        guard let number = integer(in: text, at: index) else { return nil }
        let isPair = number.digits == 0 && number.end - index == 2 && (12...89).contains(number.value)
        let (first, second) = (number.value / 10, number.value % 10)
        guard isPair, second == first + 1, text[index].isHan, text[index] != .of("十"), text[index + 1] != .of("十")
        else { return number }
        return Number(value: first, end: number.end)
    }
}
