/// A day that a text names; nil where there is no such day.
struct DayPiece {
    var date: CivilDate?
    var part: PartOfDay?
    /// Whether it is only a day of the week, which says less than a date beside it.
    var isWeekday = false
    var range: Range<Int>
}

/// A time of day that a text names.
struct ClockPiece {
    var hour: Int
    var minute = 0
    /// What stands right beside it: `pm`, "in the morning".
    var part: PartOfDay?
    /// Seconds east of UTC, where it is written with the time.
    var offset: Int?
    var range = 0..<0

    /// The hour from 0 to 23, and how many days later it is, with the part of the day taken into account.
    ///
    /// Nil where no clock shows such a time. 晚上一点 and "1 at night" belong to the night that follows the day.
    func resolved(_ part: PartOfDay?) -> (hour: Int, days: Int)? {
        guard hour <= 24, minute < 60, hour < 24 || minute == 0 else { return nil }
        if hour > 12 { return (hour % 24, hour / 24) }
        switch part {
        case nil: return (hour, 0)
        case .morning: return (hour, 0)
        case .am, .dawn: return (hour % 12, 0)
        case .pm, .afternoon: return (hour % 12 + 12, 0)
        case .noon: return (hour < 4 ? hour + 12 : hour, 0)
        case .evening, .night:
            if hour == 12 { return (0, 1) }
            return hour < (part == .night ? 6 : 5) ? (hour, 1) : (hour + 12, 0)
        }
    }
}

/// A moment that a text names by its distance from now.
struct MomentPiece {
    var moment: Timestamp
    /// Whether it is a word like 刚才, which says less than a day named beside it.
    var isNow: Bool
    var range: Range<Int>
}

/// All that a text says about a day and a time.
struct DatePieces {
    var days: [DayPiece] = []
    var clocks: [ClockPiece] = []
    var parts: [(part: PartOfDay, range: Range<Int>)] = []
    var moments: [MomentPiece] = []
    var zones: [(offset: Int, range: Range<Int>)] = []

    /// Adds what stands behind.
    mutating func add(_ others: DatePieces) {
        days += others.days
        clocks += others.clocks
        parts += others.parts
        moments += others.moments
        zones += others.zones
    }

    /// The part of the day that a time belongs to: its own, else the nearest before it, else the next after it.
    func part(of clock: ClockPiece) -> (part: PartOfDay, range: Range<Int>)? {
        if let own = clock.part { return (own, clock.range) }
        let all: [(part: PartOfDay, range: Range<Int>)] =
            parts + days.compactMap { day in day.part.map { (part: $0, range: day.range) } }
        let before = all.filter { $0.range.upperBound <= clock.range.lowerBound }
        let nearest = before.max { $0.range.upperBound < $1.range.upperBound }
        return nearest ?? all.min { $0.range.lowerBound < $1.range.lowerBound }
    }
}
