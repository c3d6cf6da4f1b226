/// Reads a day: 昨天, 上周五, 11月3号, `2026-11-03`, "3 Nov", "the 3rd".
struct DayReader {
    private let frame: DateReader
    private let text: ScalarText

    /// Reads in the light of the present day and the direction that the question asks for.
    init(_ frame: DateReader, _ text: ScalarText) {
        self.frame = frame
        self.text = text
    }

    /// The day that begins at an index.
    func read(at index: Int) -> DayPiece? {
        if let (day, end) = DateVocabulary.days.match(in: text, at: index) {
            return DayPiece(date: frame.today.advanced(byDays: day.shift), part: day.part, range: index..<end)
        }
        if let (day, end) = DateVocabulary.weekdays.match(in: text, at: index) { return weekday(day, index, end) }
        if let (month, end) = DateVocabulary.months.match(in: text, at: index) { return named(month, index, end) }
        if let (shift, end) = DateVocabulary.years.match(in: text, at: index) { return inYear(shift, index, end) }
        if let (shift, end) = DateVocabulary.monthShifts.match(in: text, at: index) {
            return inMonth(shift, index, end)
        }
        return numbered(at: index) ?? ordinal(at: index)
    }

    private func weekday(_ day: NamedWeekday, _ start: Int, _ end: Int) -> DayPiece {
        if case .nearest = day.week, let (shift, behind) = Self.weeks.match(in: text, at: text.afterSpace(end)) {
            let moved = NamedWeekday(weekday: day.weekday, week: .shifted(shift))
            return DayPiece(date: frame.date(of: moved), isWeekday: true, range: start..<behind)
        }
        return DayPiece(date: frame.date(of: day), isWeekday: true, range: start..<end)
    }

    /// "Nov 3rd, 2026" behind the name of the month.
    private func named(_ month: Int, _ start: Int, _ nameEnd: Int) -> DayPiece? {
        var index = text[nameEnd] == .of(".") || text[nameEnd] == .of("-") ? nameEnd + 1 : nameEnd
        index = text.afterSpace(index)
        if let (_, end) = Self.article.match(in: text, at: index) { index = text.afterSpace(end) }
        guard let day = Numerals.digits(in: text, at: index), day.digits <= 2, (1...31).contains(day.value),
            text[day.end] != .of(":")
        else { return nil }
        let end = Numerals.ordinalEnd(in: text, at: day.end) ?? day.end
        if let (year, end) = year(behind: end) { return piece(year, month, day.value, start..<end) }
        return piece(month: month, day: day.value, start..<end)
    }

    /// 去年11月3号.
    private func inYear(_ shift: Int, _ start: Int, _ index: Int) -> DayPiece? {
        guard let (month, day, end) = monthAndDay(at: index) else { return nil }
        return piece(frame.today.year + shift, month, day, start..<end)
    }

    /// 上个月3号.
    private func inMonth(_ shift: Int, _ start: Int, _ index: Int) -> DayPiece? {
        guard let day = Numerals.integer(in: text, at: index), let end = dayMark(at: day.end) else { return nil }
        guard
            let first = CivilDate(year: frame.today.year, month: frame.today.month, day: 1)?
                .advanced(byMonths: shift)
        else { return nil }
        return piece(first.year, first.month, day.value, start..<end)
    }

    /// "the 3rd", "3rd of last month" is left to the user's words.
    private func ordinal(at index: Int) -> DayPiece? {
        guard let (_, begin) = Self.article.match(in: text, at: index),
            let day = Numerals.digits(in: text, at: text.afterSpace(begin)), (1...31).contains(day.value),
            let end = Numerals.ordinalEnd(in: text, at: day.end)
        else { return nil }
        return numberedMonth(day, index) ?? DayPiece(date: frame.date(ofDay: day.value), range: index..<end)
    }

    private static let weeks = WordTable([("last week", -1), ("this week", 0), ("next week", 1)])
    private static let article = WordTable(words: ["the"])
}

/// Days that begin with a number.
extension DayReader {
    private func numbered(at index: Int) -> DayPiece? {
        guard !isBehindJoint(index),
            let number = Numerals.digits(in: text, at: index) ?? Numerals.chinese(in: text, at: index)
        else { return nil }
        return chinese(number, index) ?? compact(number, index) ?? joined(number, index) ?? numberedMonth(number, index)
    }

    /// Whether a number is rather a later part of something longer.
    private func isBehindJoint(_ index: Int) -> Bool {
        text[index - 2].isDigit && [.of("."), .of("-"), .of("/"), .of(":")].contains(text[index - 1])
    }

    /// 2026年11月3日, 11月3号, 3号, 11.3号.
    private func chinese(_ number: Numerals.Number, _ start: Int) -> DayPiece? {
        if text[number.end] == .of("年"), let (month, day, end) = monthAndDay(at: number.end + 1) {
            return piece(number.value < 100 ? 2000 + number.value : number.value, month, day, start..<end)
        }
        if let (month, day, end) = monthAndDay(at: start) { return piece(month: month, day: day, start..<end) }
        if let end = dayMark(at: number.end), (1...31).contains(number.value) {
            return DayPiece(date: frame.date(ofDay: number.value), range: start..<end)
        }
        guard [.of("."), .of("-"), .of("/")].contains(text[number.end]), number.digits > 0,
            let day = Numerals.digits(in: text, at: number.end + 1), let end = dayMark(at: day.end)
        else { return nil }
        return piece(month: number.value, day: day.value, start..<end)
    }

    /// 11月3号, 十一月三日, 11月3.
    private func monthAndDay(at index: Int) -> (month: Int, day: Int, end: Int)? {
        guard let month = Numerals.digits(in: text, at: index) ?? Numerals.chinese(in: text, at: index),
            text[month.end] == .of("月")
        else { return nil }
        let behind = text[month.end + 1] == .of("份") ? month.end + 2 : month.end + 1
        guard let day = Numerals.digits(in: text, at: behind) ?? Numerals.chinese(in: text, at: behind) else {
            return nil
        }
        if let end = dayMark(at: day.end) { return (month.value, day.value, end) }
        let isBare = day.digits > 0 && !Self.countWords.contains(text[day.end])
        return isBare ? (month.value, day.value, day.end) : nil
    }

    /// Where 日 or 号 ends that makes a number a day.
    private func dayMark(at index: Int) -> Int? {
        text[index] == .of("号") || text[index] == .of("日") ? index + 1 : nil
    }

    /// 20261103.
    private func compact(_ number: Numerals.Number, _ start: Int) -> DayPiece? {
        guard number.digits == 8, Self.yearRange.contains(number.value / 10_000) else { return nil }
        return piece(number.value / 10_000, number.value / 100 % 100, number.value % 100, start..<number.end)
    }

    /// `2026-11-03`, `11/3/2026`, `3.11.2026`, `11/3`, `3.11.`.
    private func joined(_ first: Numerals.Number, _ start: Int) -> DayPiece? {
        let joint = text[first.end]
        guard first.digits > 0, [.of("."), .of("-"), .of("/")].contains(joint),
            let second = Numerals.part(in: text, at: first.end + 1)
        else { return nil }
        if text[second.end] == joint, let third = Numerals.part(in: text, at: second.end + 1) {
            return three(first, second, third, joint, start)
        }
        return two(first, second, joint, start)
    }

    private func three(
        _ first: Numerals.Number, _ second: Numerals.Number, _ third: Numerals.Number, _ joint: UInt32, _ start: Int
    ) -> DayPiece? {
        // The `T` of ISO 8601 belongs to neither, but must not stand between the two.
        let end = text[third.end] == .of("t") && text[third.end + 1].isDigit ? third.end + 1 : third.end
        if first.digits == 4 { return piece(first.value, second.value, third.value, start..<end) }
        guard third.digits == 4 || third.digits == 2, first.digits <= 2, second.digits <= 2 else { return nil }
        let year = third.digits == 2 ? 2000 + third.value : third.value
        let isDayFirst = joint == .of(".") || (first.value > 12 && second.value <= 12)
        let (month, day) = isDayFirst ? (second.value, first.value) : (first.value, second.value)
        return piece(year, month, day, start..<end)
    }

    private func two(
        _ first: Numerals.Number, _ second: Numerals.Number, _ joint: UInt32, _ start: Int
    ) -> DayPiece? {
        let isDotted = joint == .of(".")
        if isDotted, text[second.end] != .of(".") || text[second.end + 1].isDigit { return nil }
        guard (1...31).contains(first.value), (1...31).contains(second.value), first.digits <= 2, second.digits <= 2,
            min(first.value, second.value) <= 12, !isTwentyFourSeven(first, second)
        else { return nil }
        if joint == .of("-"), text[second.end].isMeaningful { return nil }
        let isDayFirst = isDotted || first.value > 12
        if isDotted, second.value > 12 { return nil }
        let (month, day) = isDayFirst ? (second.value, first.value) : (first.value, second.value)
        return piece(month: month, day: day, start..<(isDotted ? second.end + 1 : second.end))
    }

    private func isTwentyFourSeven(_ first: Numerals.Number, _ second: Numerals.Number) -> Bool {
        first.value == 24 && second.value == 7 && second.digits == 1
    }

    /// "3 Nov 2026", "3rd of November".
    private func numberedMonth(_ day: Numerals.Number, _ start: Int) -> DayPiece? {
        guard (1...2).contains(day.digits), (1...31).contains(day.value) else { return nil }
        var index = text.afterSpace(Numerals.ordinalEnd(in: text, at: day.end) ?? day.end)
        if text.has([.of("o"), .of("f"), 0x20], at: index) { index += 3 }
        if text[index] == .of("-") { index += 1 }
        guard let (month, end) = DateVocabulary.months.match(in: text, at: index) else { return nil }
        let behind = text[end] == .of(".") ? end + 1 : end
        if let (year, end) = year(behind: behind) { return piece(year, month, day.value, start..<end) }
        return piece(month: month, day: day.value, start..<end)
    }

    /// A year of four digits behind a day.
    private func year(behind index: Int) -> (year: Int, end: Int)? {
        var begin = text[index] == .of(",") || text[index] == .of("-") ? index + 1 : index
        begin = text.afterSpace(begin)
        guard let year = Numerals.part(in: text, at: begin), year.digits == 4, Self.yearRange.contains(year.value),
            text[year.end] != .of(":")
        else { return nil }
        return (year.value, year.end)
    }

    private func piece(_ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>) -> DayPiece {
        let date = Self.yearRange.contains(year) ? CivilDate(year: year, month: month, day: day) : nil
        return DayPiece(date: date, range: range)
    }

    private func piece(month: Int, day: Int, _ range: Range<Int>) -> DayPiece {
        DayPiece(date: frame.date(month: month, day: day), range: range)
    }

    /// The years that a support case can be about.
    static let yearRange = 1970...2099
    /// What makes a number behind 月 a count and no day.
    private static let countWords: Set<UInt32> = Set("个次笔天万千百点时分:.%".unicodeScalars.map(\.value))
}

extension Numerals {
    /// ASCII digits behind a joint, whatever stands before them.
    static func part(in text: ScalarText, at index: Int) -> Number? {
        let count = text.digitCount(index)
        guard (1...4).contains(count) else { return nil }
        let value = (index..<index + count).reduce(0) { $0 * 10 + Int(text[$1] - 0x30) }
        return Number(value: value, end: index + count, digits: count)
    }
}
