/// Reads a time of day: 21:00, 九点半, 9 pm, "half past nine", "around 10".
struct ClockReader {
    private let text: ScalarText

    init(_ text: ScalarText) {
        self.text = text
    }

    /// The time that begins at an index.
    func read(at index: Int) -> ClockPiece? {
        if let (name, end) = DateVocabulary.namedHours.match(in: text, at: index) {
            return ClockPiece(hour: name.hour, part: name.part, range: index..<end)
        }
        return numbered(at: index) ?? past(at: index) ?? introduced(at: index)
    }

    /// A time that begins with the number of its hour.
    private func numbered(at index: Int) -> ClockPiece? {
        guard let hour = number(at: index), hour.value <= 99 else { return nil }
        return colon(hour, from: index) ?? chinese(hour, from: index) ?? withHalf(hour, from: index)
    }

    /// A number that may stand behind the `T` of ISO 8601 too.
    private func number(at index: Int) -> Numerals.Number? {
        let joint = text[index - 1]
        if text[index - 2].isDigit, [.of("."), .of("-"), .of("/"), .of(":")].contains(joint) { return nil }
        guard joint == .of("t"), text[index - 2].isDigit else { return Numerals.approximate(in: text, at: index) }
        var end = index
        while text[end].isDigit, end < index + 2 { end += 1 }
        guard end == index + 2 else { return nil }
        return Numerals.Number(value: twoDigits(index) ?? 0, end: end, digits: 2)
    }

    private func twoDigits(_ index: Int) -> Int? {
        guard text[index].isDigit, text[index + 1].isDigit, !text[index + 2].isDigit else { return nil }
        return Int(text[index] - 0x30) * 10 + Int(text[index + 1] - 0x30)
    }

    /// `21:00`, `21:00:05.123Z`, `9:30 pm`, `9.30pm`.
    private func colon(_ hour: Numerals.Number, from start: Int) -> ClockPiece? {
        let mark = text[hour.end]
        guard hour.digits > 0, mark == .of(":") || mark == .of("."), let minute = twoDigits(hour.end + 1) else {
            return nil
        }
        var end = hour.end + 3
        if mark == .of(":"), text[end] == .of(":"), twoDigits(end + 1) != nil {
            end += 3
            if text[end] == .of(".") { end += 1 + text.digitCount(end + 1) }
        }
        var clock = ClockPiece(hour: hour.value, minute: minute, range: start..<end)
        if let (part, end) = half(behind: end) {
            (clock.part, clock.range) = (part, start..<end)
        } else if mark == .of(".") {
            return nil
        } else if let (offset, end) = isoOffset(at: end) {
            (clock.offset, clock.range) = (offset, start..<end)
        }
        return clock
    }

    /// Where the second hour of "3 and 5 pm" ends.
    private func rangeEnd(_ end: Int) -> Int? {
        guard let (_, joint) = Self.ranges.match(in: text, at: text.afterSpace(end)) else { return nil }
        let start = text.afterSpace(joint)
        let count = text.digitCount(start)
        return (1...2).contains(count) ? start + count : nil
    }

    /// `9pm`, `9 o'clock`, `10 at night`, `3-5 pm`.
    private func withHalf(_ hour: Numerals.Number, from start: Int) -> ClockPiece? {
        let clock = Self.oClock.match(in: text, at: text.afterSpace(hour.end))
        let end = clock?.end ?? hour.end
        if let (part, end) = half(behind: end) {
            return ClockPiece(hour: hour.value, part: part, range: start..<end)
        }
        if let last = rangeEnd(hour.end), let (part, end) = half(behind: last) {
            return ClockPiece(hour: hour.value, part: part, range: start..<end)
        }
        return clock.map { ClockPiece(hour: hour.value, range: start..<$0.end) }
    }

    private func half(behind end: Int) -> (PartOfDay, Int)? {
        DateVocabulary.halves.match(in: text, at: text.afterSpace(end)).map { ($0.value, $0.end) }
    }

    /// "half past nine", "quarter to 10", "ten past 8".
    private func past(at index: Int) -> ClockPiece? {
        var minutes = Self.fractions.match(in: text, at: index).map { ($0.value, $0.end) }
        if minutes == nil, let number = Numerals.integer(in: text, at: index), number.value < 60 {
            // "3 to 6" in digits is a stretch of time.
            minutes = number.digits == 0 || number.value >= 10 ? (number.value, number.end) : nil
        }
        guard let (minute, end) = minutes, minute % 5 == 0,
            let (sign, behind) = Self.directions.match(in: text, at: text.afterSpace(end)),
            let hour = Numerals.integer(in: text, at: text.afterSpace(behind)), (1...24).contains(hour.value)
        else { return nil }
        let half = half(behind: hour.end)
        let isBefore = sign < 0
        return ClockPiece(
            hour: isBefore ? hour.value - 1 : hour.value, minute: isBefore ? 60 - minute : minute, part: half?.0,
            range: index..<(half?.1 ?? hour.end))
    }

    /// "around 10", "at 9:30": a bare hour needs a word before it, and nothing behind it that it could count.
    private func introduced(at index: Int) -> ClockPiece? {
        guard let (_, end) = DateVocabulary.around.match(in: text, at: index) else { return nil }
        let start = text.afterSpace(end)
        if var clock = numbered(at: start) {
            clock.range = index..<clock.range.upperBound
            return clock
        }
        guard let hour = Numerals.digits(in: text, at: start) ?? Numerals.english(in: text, at: start),
            text[start] != .of("a"), hour.value <= 24
        else { return nil }
        let blurred = DateVocabulary.blurs.match(in: text, at: text.afterSpace(hour.end))?.end ?? hour.end
        guard isFree(blurred) else { return nil }
        return ClockPiece(hour: hour.value, range: index..<blurred)
    }

    /// Whether nothing stands behind an hour but the end, punctuation, or words that go with a time.
    private func isFree(_ end: Int) -> Bool {
        let next = text.afterSpace(end)
        guard next < text.count else { return true }
        if [.of("!"), .of("?"), .of(";"), .of(")")].contains(text[end]) { return true }
        // In “roughly 2,500 last night” no hour is told.
        if [.of("."), .of(",")].contains(text[end]) { return !text[end + 1].isDigit }
        return next > end && Self.companions.match(in: text, at: next) != nil
    }

    private static let ranges = WordTable(words: ["-", "~", "to", "and", "or"])
    private static let oClock = WordTable(words: ["o'clock", "o’clock", "oclock", "o clock"])
    private static let fractions = WordTable([("half", 30), ("a quarter", 15), ("quarter", 15)])
    private static let directions = WordTable([("past", 1), ("after", 1), ("to", -1), ("before", -1)])
    private static let companions = WordTable(words: [
        "in", "on", "at", "last", "yesterday", "today", "this", "tonight", "or", "and", "when", "i", "my", "the",
        "then", "but", "it",
    ])
}

/// Hours in Chinese: 九点, 晚上9点半, 21时30分, 八九点, 3到4点.
extension ClockReader {
    private func chinese(_ hour: Numerals.Number, from start: Int) -> ClockPiece? {
        guard let mark = hourMark(at: hour.end) ?? rangeMark(at: hour.end) else { return nil }
        let (minute, end) = chineseMinute(at: mark)
        let blurred = Self.endings.match(in: text, at: end)?.end ?? end
        if isSmallAmount(hour, start, blurred) { return nil }
        return ClockPiece(hour: hour.value, minute: minute, range: start..<blurred)
    }

    /// Where 点 or 时 ends that makes a number an hour.
    private func hourMark(at index: Int) -> Int? {
        if text[index] == .of("点") { return index + 1 }
        return text[index] == .of("时") && text[index + 1] != .of("候") ? index + 1 : nil
    }

    /// Where the mark ends behind the second hour of 3到4点 or 3点到4点.
    private func rangeMark(at index: Int) -> Int? {
        guard let (_, end) = Self.joints.match(in: text, at: index),
            let second = Numerals.integer(in: text, at: end), second.value <= 24
        else { return nil }
        return hourMark(at: second.end)
    }

    private func chineseMinute(at index: Int) -> (minute: Int, end: Int) {
        if text[index] == .of("半") { return (30, index + 1) }
        if let (minute, end) = Self.quarters.match(in: text, at: index) { return (minute, end) }
        guard let number = Numerals.digits(in: text, at: index) ?? Numerals.chinese(in: text, at: index) else {
            return (0, index)
        }
        if text[number.end] == .of("分"), text[number.end + 1] != .of("钟") {
            let second = Numerals.part(in: text, at: number.end + 1)
            let end = second.flatMap { text[$0.end] == .of("秒") ? $0.end + 1 : nil }
            return (number.value, end ?? number.end + 1)
        }
        let isMinute = number.digits == 2 || (number.digits == 0 && number.end - index > 1)
        return isMinute && !isCounted(number.end) ? (number.value, number.end) : (0, index)
    }

    /// Whether the number behind an hour counts something else: 9点20个.
    private func isCounted(_ end: Int) -> Bool {
        text[end] == .of("个") || text[end] == .of("万") || text[text.afterSpace(end)].isLetter
    }

    /// 一点 is "a little" too: it is an hour only behind a day or a part of one, or with an ending of its own.
    private func isSmallAmount(_ hour: Numerals.Number, _ start: Int, _ end: Int) -> Bool {
        guard text[start] == .of("一"), end == start + 2, text.core != start..<end else { return false }
        return !Self.beforeHours.contains { text.has($0, at: start - $0.count) }
    }

    private static let beforeHours = ["上", "午", "晨", "晚", "里", "夜", "早", "天", "日", "号", "约", "概", "是"]
        .map { $0.unicodeScalars.map(\.value) }
    private static let quarters = WordTable([("一刻", 15), ("三刻", 45), ("整", 0), ("钟", 0)])
    private static let endings = WordTable(words: [
        "多钟", "多", "左右", "来钟", "许", "过", "钟左右", "前后", "钟", "的时候", "多的时候", "分左右",
    ])
    private static let joints = WordTable(words: ["-", "~", "到", "至", "点到", "点至", "点-", "点~", "、"])
}

/// Zones written beside a time.
extension ClockReader {
    /// A zone that begins at an index: `UTC`, `GMT+8`, 北京时间.
    func zone(at index: Int) -> (offset: Int, range: Range<Int>)? {
        guard let (zone, end) = Self.zones.match(in: text, at: index) else { return nil }
        guard let base = zone else { return (8 * 3600, index..<end) }
        guard let (offset, behind) = signedOffset(at: end) else { return (base, index..<end) }
        return (offset, index..<behind)
    }

    /// `Z` or `+08:00` right behind a time.
    private func isoOffset(at index: Int) -> (offset: Int, end: Int)? {
        if text[index] == .of("z"), !text[index + 1].isAlphanumeric { return (0, index + 1) }
        guard let (offset, end) = signedOffset(at: index), end - index >= 5 else { return nil }
        return (offset, end)
    }

    private func signedOffset(at index: Int) -> (offset: Int, end: Int)? {
        let sign = text[index]
        guard sign == .of("+") || sign == .of("-") else { return nil }
        let count = text.digitCount(index + 1)
        let digits = (0..<min(count, 4)).map { Int(text[index + 1 + $0] - 0x30) }
        guard (1...4).contains(count), count != 3 else { return nil }
        var (hours, minutes, end) = (digits[0], 0, index + 1 + count)
        if count >= 2 { hours = digits[0] * 10 + digits[1] }
        if count == 4 { minutes = digits[2] * 10 + digits[3] }
        if count <= 2, text[end] == .of(":"), let two = twoDigits(end + 1) { (minutes, end) = (two, end + 3) }
        guard hours <= 14, minutes < 60 else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return (sign == .of("-") ? -seconds : seconds, end)
    }

    /// Zones by name; nil for the one of Beijing, which takes no number behind it.
    private static let zones = WordTable<Int?>([
        ("utc", 0), ("gmt", 0), ("北京时间", nil), ("东八区", nil), ("beijing time", nil), ("hkt", nil), ("sgt", nil),
        ("est", -18_000), ("edt", -14_400), ("pst", -28_800), ("pdt", -25_200), ("cet", 3600), ("cest", 7200),
        ("jst", 32_400), ("kst", 32_400), ("msk", 10_800),
    ])
}

extension ScalarText {
    /// How many ASCII digits begin at an index.
    func digitCount(_ index: Int) -> Int {
        var end = index
        while self[end].isDigit { end += 1 }
        return end - index
    }
}
