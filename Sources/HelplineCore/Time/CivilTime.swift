/// A moment as the clocks of a place show it.
public struct CivilTime: Hashable, Sendable {
    /// The day.
    public let date: CivilDate
    /// Seconds since the beginning of that day, below 86,400.
    public let secondOfDay: Int
    /// Seconds east of UTC.
    public let offset: Int

    /// A moment on a clock so many seconds east of UTC.
    public init(_ moment: Timestamp, offset: Int32) {
        let local = Int(moment.seconds) + Int(offset)
        let day = local.floorDivided(by: 86_400)
        date = CivilDate(daysSinceEpoch: day)
        secondOfDay = local - day * 86_400
        self.offset = Int(offset)
    }

    /// The hour, below 24.
    public var hour: Int { secondOfDay / 3600 }
    /// The minute, below 60.
    public var minute: Int { secondOfDay / 60 % 60 }

    /// `2026-11-05 16:00`, for people who know the place.
    public var minuteText: String { "\(date) \(clockText)" }

    /// `2026-11-05T16:00+08:00` (ISO 8601, to the minute).
    public var isoText: String {
        let minutes = abs(offset) / 60
        let sign = offset < 0 ? "-" : "+"
        return "\(date)T\(clockText)\(sign)\((minutes / 60).padded(to: 2)):\((minutes % 60).padded(to: 2))"
    }

    private var clockText: String { "\(hour.padded(to: 2)):\(minute.padded(to: 2))" }
}

extension ZoneTable {
    /// What the clocks of this zone show at a moment.
    public func civilTime(at moment: Timestamp) -> CivilTime {
        CivilTime(moment, offset: offset(at: moment))
    }

    /// The moment at which the clocks of this zone show a time.
    ///
    /// A time that occurs twice, when clocks are put back, means the first; one that is left out, when they are put
    /// forward, means the moment at which a clock that was not put forward shows it.
    ///
    /// - Parameter second: seconds since the beginning of the day; 86,400 is the beginning of the next.
    public func moment(of date: CivilDate, second: Int = 0) -> Timestamp {
        let local = Int64(date.daysSinceEpoch) * 86_400 + Int64(second)
        let before = Int64(offset(at: Timestamp(seconds: local - 86_400)))
        let after = Int64(offset(at: Timestamp(seconds: local + 86_400)))
        let first = Timestamp(seconds: local - before)
        let last = Timestamp(seconds: local - after)
        let isLeftOut = Int64(offset(at: first)) != before && Int64(offset(at: last)) != after
        return Int64(offset(at: first)) == before || isLeftOut ? first : last
    }
}
