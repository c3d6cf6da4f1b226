/// From the pieces of a text to one value.
extension DateReader {
    /// The value of the pieces; nil where they name no day, or one that the question does not ask for.
    func resolve(_ pieces: DatePieces, in text: ScalarText) -> Recognition? {
        guard pieces.days.allSatisfy({ $0.date != nil }) else { return nil }
        let day = pieces.days.first { !$0.isWeekday } ?? pieces.days.first
        if let clock = pieces.clocks.first { return time(clock, day, pieces, in: text) }
        if let moment = pieces.moments.first(where: { !$0.isNow || day == nil }) {
            guard fits(moment.moment) else { return nil }
            return Recognition(
                canonical: zone.civilTime(at: moment.moment).isoText, range: text.bytes(moment.range))
        }
        guard let day, let date = day.date, fits(date) else { return nil }
        let near = pieces.parts.first { $0.range.overlaps(day.range.lowerBound - 12..<day.range.upperBound + 6) }
        return Recognition(
            canonical: date.description, range: text.bytes(Self.hull(day.range, near?.range ?? day.range)))
    }

    private func time(
        _ clock: ClockPiece, _ day: DayPiece?, _ pieces: DatePieces, in text: ScalarText
    ) -> Recognition? {
        let part = pieces.part(of: clock)
        guard let (hour, carry) = clock.resolved(part?.part) else { return nil }
        let named = pieces.zones.first
        let offset = clock.offset ?? named?.offset
        let second = hour * 3600 + clock.minute * 60
        func moment(_ date: CivilDate, _ days: Int) -> Timestamp {
            self.moment(date.advanced(byDays: days), second, offset)
        }
        let candidates: [Timestamp]
        if let day, let date = day.date {
            // Words for the night are loose after midnight: of the readings the first that fits the question counts.
            let isLate = local.hour < 6 && date == today && carry == 0
            candidates =
                [moment(date, carry)] + (carry > 0 ? [moment(date, 0)] : [])
                + (isLate && (part?.part == .evening || part?.part == .night) ? [moment(date, -1)] : [])
        } else {
            candidates = [0, -1, 1].map { moment(today, carry + $0) }
        }
        guard let found = candidates.first(where: fits) else { return nil }
        let ranges = [day?.range, part?.range, clock.offset == nil ? named?.range : nil].compactMap(\.self)
        return Recognition(
            canonical: zone.civilTime(at: found).isoText, range: text.bytes(ranges.reduce(clock.range, Self.hull)))
    }

    private func moment(_ date: CivilDate, _ second: Int, _ offset: Int?) -> Timestamp {
        guard let offset else { return zone.moment(of: date, second: second) }
        return Timestamp(seconds: Int64(date.daysSinceEpoch) * 86_400 + Int64(second - offset))
    }

    private func fits(_ moment: Timestamp) -> Bool {
        switch rule {
        case .any: true
        case .past: moment <= now
        case .future: moment >= now
        }
    }

    private func fits(_ date: CivilDate) -> Bool {
        guard DayReader.yearRange.contains(date.year) else { return false }
        switch rule {
        case .any: return true
        case .past: return date <= today
        case .future: return date >= today
        }
    }

    private static func hull(_ first: Range<Int>, _ second: Range<Int>) -> Range<Int> {
        min(first.lowerBound, second.lowerBound)..<max(first.upperBound, second.upperBound)
    }
}

/// Days that are not named in full.
extension DateReader {
    /// A month and day without a year: the nearest in the direction of the question; nil where it never exists.
    func date(month: Int, day: Int) -> CivilDate? {
        let near = (-8...8).compactMap { CivilDate(year: today.year + $0, month: month, day: day) }
        switch rule {
        case .past: return near.last { $0 <= today }
        case .future: return near.first { $0 >= today }
        case .any: return near.min { abs(distance($0)) < abs(distance($1)) }
        }
    }

    /// A day of a month without the month: the nearest in the direction of the question.
    func date(ofDay day: Int) -> CivilDate? {
        guard let first = CivilDate(year: today.year, month: today.month, day: 1) else { return nil }
        let step = rule == .future ? 1 : -1
        let near = (0...3).lazy.map { first.advanced(byMonths: $0 * step) }
            .compactMap { CivilDate(year: $0.year, month: $0.month, day: day) }
        return near.first { step > 0 ? $0 >= today : $0 <= today }
    }

    /// A day of the week.
    func date(of day: NamedWeekday) -> CivilDate {
        let ahead = day.weekday - today.weekday
        switch day.week {
        case .shifted(let weeks): return today.advanced(byDays: ahead + 7 * weeks)
        case .before: return today.advanced(byDays: ahead < 0 ? ahead : ahead - 7)
        case .after: return today.advanced(byDays: ahead > 0 ? ahead : ahead + 7)
        case .nearest:
            if rule == .future { return today.advanced(byDays: ahead >= 0 ? ahead : ahead + 7) }
            return today.advanced(byDays: ahead <= 0 ? ahead : ahead - 7)
        }
    }

    private func distance(_ date: CivilDate) -> Int {
        date.daysSinceEpoch - today.daysSinceEpoch
    }
}
