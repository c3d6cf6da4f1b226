import Foundation
import HelplineCore
import Testing

@Suite("Civil dates")
struct CivilDateTests {
    @Test("Days and dates are each other's inverse over eight centuries, as Foundation counts them")
    func roundTrip() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let wrong = (-135_000...160_000).filter { day in
            let date = CivilDate(daysSinceEpoch: day)
            let again = CivilDate(year: date.year, month: date.month, day: date.day)
            return again != date || date.daysSinceEpoch != day
        }
        #expect(wrong == [])
        for day in stride(from: -135_000, through: 160_000, by: 397) {
            let date = CivilDate(daysSinceEpoch: day)
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(day) * 86_400))
            #expect([parts.year, parts.month, parts.day] == [date.year, date.month, date.day])
            #expect((parts.weekday ?? 0) == date.weekday % 7 + 1)
        }
    }

    @Test(
        "A day that does not exist is nil",
        arguments: [
            (2026, 2, 29), (2026, 2, 31), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (2026, 1, 0), (1900, 2, 29),
        ])
    func impossible(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(
        "Months are added with the day cut to the month's end",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
            ("2026-11-05", -11, "2025-12-05"), ("2026-11-05", 14, "2028-01-05"), ("2026-01-05", -1, "2025-12-05"),
        ])
    func months(from: String, months: Int, to: String) throws {
        let parts = from.split(separator: "-").compactMap { Int($0) }
        let date = try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
        #expect(date.advanced(byMonths: months).description == to)
    }

    @Test("The day before the year 1 is written as ISO 8601 has it")
    func yearNought() {
        #expect(CivilDate(year: 1, month: 1, day: 1)?.advanced(byDays: -1).description == "0000-12-31")
    }
}
