/// The rule by which a zone changes its offset every year, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// POSIX.1-2017, section 8.3, with the hours beyond 24 and below 0 that RFC 8536, section 3.3.1, allows.
struct PosixZoneRule {
    /// Seconds east of UTC in winter.
    let standardOffset: Int32
    private var summer: (offset: Int32, start: Change, end: Change)?

    /// A day of the year and a time on it.
    private struct Change {
        enum Day {
            /// The `week`th given weekday of a month, 5 for the last; weekdays from 0 for Sunday.
            case weekday(month: Int, week: Int, weekday: Int)
            /// A day of the year from 1, the leap day never counted.
            case withoutLeapDay(Int)
            /// A day of the year from 0, the leap day counted.
            case withLeapDay(Int)
        }

        var day: Day
        var second: Int

        func date(in year: Int) -> CivilDate? {
            let first = CivilDate(year: year, month: 1, day: 1)
            switch day {
            case .withLeapDay(let number): return first?.advanced(byDays: number)
            case .withoutLeapDay(let number):
                let isBehindLeapDay = CivilDate.isLeap(year) && number >= 60
                return first?.advanced(byDays: isBehindLeapDay ? number : number - 1)
            case .weekday(let month, let week, let weekday):
                guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
                let ahead = (weekday - first.weekday % 7 + 7) % 7
                var day = 1 + ahead + 7 * (week - 1)
                if day > CivilDate.length(ofMonth: month, in: year) { day -= 7 }
                return CivilDate(year: year, month: month, day: day)
            }
        }
    }

    /// Reads a rule; nil where it is none.
    init?(_ text: ArraySlice<UInt8>) {
        var reader = Reader(rest: text)
        guard reader.skipName(), let west = reader.readTime() else { return nil }
        standardOffset = Int32(-west)
        guard !reader.rest.isEmpty else { return }
        guard reader.skipName() else { return nil }
        var offset = standardOffset + 3600
        if reader.rest.first != UInt8(ascii: ",") {
            guard let west = reader.readTime() else { return nil }
            offset = Int32(-west)
        }
        guard let start = reader.readChange(), let end = reader.readChange(), reader.rest.isEmpty else { return nil }
        summer = (offset, start, end)
    }

    /// The changes of a year, ascending.
    func changes(in year: Int) -> [ZoneTable.Transition] {
        guard let summer, let start = summer.start.date(in: year), let end = summer.end.date(in: year) else {
            return []
        }
        func moment(_ date: CivilDate, _ second: Int, _ offset: Int32) -> Int64 {
            Int64(date.daysSinceEpoch) * 86_400 + Int64(second) - Int64(offset)
        }
        return [
            ZoneTable.Transition(start: moment(start, summer.start.second, standardOffset), offset: summer.offset),
            ZoneTable.Transition(start: moment(end, summer.end.second, summer.offset), offset: standardOffset),
        ].sorted { $0.start < $1.start }
    }

    /// Takes a rule apart from the left.
    private struct Reader {
        var rest: ArraySlice<UInt8>

        private mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest.removeFirst()
            return true
        }

        /// Letters, or anything within angle brackets; at least three.
        mutating func skipName() -> Bool {
            if take("<") {
                guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
                rest = rest[(end + 1)...]
                return true
            }
            let name = rest.prefix { ($0 | 0x20) &- 0x61 < 26 }
            rest = rest.dropFirst(name.count)
            return name.count >= 3
        }

        private mutating func readNumber() -> Int? {
            let digits = rest.prefix(4).prefix { $0 &- 0x30 < 10 }
            guard !digits.isEmpty else { return nil }
            rest = rest.dropFirst(digits.count)
            return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }

        /// `[+-]hh[:mm[:ss]]` in seconds.
        mutating func readTime() -> Int? {
            let sign = take("-") ? -1 : 1
            if sign == 1 { _ = take("+") }
            guard var seconds = readNumber().map({ $0 * 3600 }) else { return nil }
            for unit in [60, 1] where take(":") {
                guard let number = readNumber() else { return nil }
                seconds += number * unit
            }
            return seconds <= 167 * 3600 ? sign * seconds : nil
        }

        /// `,Mm.w.d`, `,Jn` or `,n`, with `/time` where it is not two o'clock.
        mutating func readChange() -> Change? {
            guard take(","), let day = readDay() else { return nil }
            guard take("/") else { return Change(day: day, second: 7200) }
            return readTime().map { Change(day: day, second: $0) }
        }

        private mutating func readDay() -> Change.Day? {
            if take("J") { return readNumber().flatMap { (1...365).contains($0) ? .withoutLeapDay($0) : nil } }
            guard take("M") else { return readNumber().flatMap { $0 <= 365 ? .withLeapDay($0) : nil } }
            guard let month = readNumber(), take("."), let week = readNumber(), take("."), let weekday = readNumber(),
                (1...12).contains(month), (1...5).contains(week), weekday <= 6
            else { return nil }
            return .weekday(month: month, week: week, weekday: weekday)
        }
    }
}
