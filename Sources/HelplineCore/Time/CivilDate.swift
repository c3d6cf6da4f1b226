/// A day of the Gregorian calendar, before its introduction too.
///
/// Days are counted by the method of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
/// (howardhinnant.github.io/date_algorithms.html): years begin in March, so that a leap day is the last of its year,
/// and 400 years always have the same number of days.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// The year; 0 is the one before the year 1.
    public let year: Int
    /// 1 for January to 12.
    public let month: Int
    /// 1 for the first day of the month.
    public let day: Int

    /// A day that exists, or nil: no thirteenth month, no 31 February.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, in: year) else { return nil }
        self.init(trusting: year, month, day)
    }

    /// The day so many days after 1970-01-01.
    public init(daysSinceEpoch days: Int) {
        let shifted = days + Self.epoch
        let cycle = shifted.floorDivided(by: Self.daysOfCycle)
        let dayOfCycle = shifted - cycle * Self.daysOfCycle
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            trusting: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private init(trusting year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// 0000-03-01 to 1970-01-01, and the days of 400 years.
    private static let epoch = 719_468
    private static let daysOfCycle = 146_097

    /// Days since 1970-01-01, negative before it.
    public var daysSinceEpoch: Int {
        let yearFromMarch = month <= 2 ? year - 1 : year
        let cycle = yearFromMarch.floorDivided(by: 400)
        let yearOfCycle = yearFromMarch - cycle * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        return cycle * Self.daysOfCycle + dayOfCycle - Self.epoch
    }

    /// 1 for Monday to 7 for Sunday (ISO 8601).
    public var weekday: Int {
        let shifted = daysSinceEpoch + 3
        return shifted - shifted.floorDivided(by: 7) * 7 + 1
    }

    /// `2026-11-05` (ISO 8601).
    public var description: String {
        "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }

    /// The day so many days later, or earlier for a negative number.
    public func advanced(byDays days: Int) -> CivilDate {
        CivilDate(daysSinceEpoch: daysSinceEpoch + days)
    }

    /// The same day so many months later; the month's last day where it has no such day.
    public func advanced(byMonths months: Int) -> CivilDate {
        let all = year * 12 + month - 1 + months
        let year = all.floorDivided(by: 12)
        let month = all - year * 12 + 1
        return CivilDate(trusting: year, month, min(day, Self.length(ofMonth: month, in: year)))
    }

    /// How many days a month has.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a year has a leap day.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The earlier day is the smaller one.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CivilDate: CustomStringConvertible {}

extension Int {
    /// The quotient rounded down; the divisor is positive.
    func floorDivided(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }

    /// The number in at least so many digits.
    func padded(to width: Int) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
