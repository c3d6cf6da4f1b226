import HelplineCore

/// The `date-time` of RFC 5322 section 3.3.
enum MailDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    /// 1900-01-01 and 9999-12-30 in milliseconds, the years a reader of mail knows how to take.
    private static let range: ClosedRange<Int64> = -2_208_988_800_000...253_402_128_000_000

    /// A moment in the words of a zone, such as `Sun, 22 Nov 2026 09:05:07 +0800`.
    ///
    /// An offset with seconds, as local mean times have, is cut to minutes; the moment named stays the same.
    static func format(_ moment: Timestamp, in zone: ZoneTable) -> String {
        let near = Timestamp(milliseconds: min(max(moment.milliseconds, range.lowerBound), range.upperBound))
        let offset = Int64(zone.offset(at: near)) / 60
        let local = near.seconds + offset * 60
        let day = floorDivide(local, 86_400)
        let second = local - day * 86_400
        let date = civil(day)
        let weekday = days[Int(day - floorDivide(day, 7) * 7)]
        let time = [second / 3600, second / 60 % 60, second % 60].map { padded($0) }.joined(separator: ":")
        let sign = offset < 0 ? "-" : "+"
        let distance = padded(abs(offset) / 60) + padded(abs(offset) % 60)
        return "\(weekday), \(padded(date.day)) \(months[date.month - 1]) \(date.year) \(time) \(sign)\(distance)"
    }

    /// The Gregorian date of a day counted from 1970-01-01.
    ///
    /// Years begin in March here, so that the leap day is the last one and months have a regular pattern of lengths.
    private static func civil(_ day: Int64) -> (year: Int64, month: Int, day: Int64) {
        let shifted = day + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }

    private static func padded(_ value: Int64) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }
}
