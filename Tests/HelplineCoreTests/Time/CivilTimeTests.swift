import HelplineCore
import Testing

@Suite("Clocks of a place")
struct CivilTimeTests {
    /// Clocks go from +1 to +2 hours at 2026-03-29T01:00Z, and back at 2026-10-25T01:00Z.
    let berlin = ZoneTable(
        name: "Europe/Berlin", firstOffset: 3600,
        transitions: [
            ZoneTable.Transition(start: 1_774_746_000, offset: 7200),
            ZoneTable.Transition(start: 1_792_890_000, offset: 3600),
        ])

    @Test(
        "A moment is shown with the offset in force",
        arguments: [
            (0, 28_800, "1970-01-01T08:00+08:00"), (-1, 0, "1969-12-31T23:59+00:00"),
            (1_793_865_600, -12_600, "2026-11-05T04:30-03:30"), (1_793_865_659, 20_700, "2026-11-05T13:45+05:45"),
        ] as [(Int64, Int32, String)])
    func shown(seconds: Int64, offset: Int32, text: String) {
        #expect(CivilTime(Timestamp(seconds: seconds), offset: offset).isoText == text)
    }

    @Test(
        "A local time leads to its moment, over both changes of the clocks",
        arguments: [
            (3, 29, 1, "2026-03-29T01:30+01:00"), (3, 29, 2, "2026-03-29T03:30+02:00"),
            (3, 29, 3, "2026-03-29T03:30+02:00"), (10, 25, 1, "2026-10-25T01:30+02:00"),
            (10, 25, 2, "2026-10-25T02:30+02:00"), (10, 25, 3, "2026-10-25T03:30+01:00"),
            (7, 1, 12, "2026-07-01T12:30+02:00"),
        ])
    func local(month: Int, day: Int, hour: Int, text: String) throws {
        let date = try #require(CivilDate(year: 2026, month: month, day: day))
        let moment = berlin.moment(of: date, second: hour * 3600 + 1800)
        #expect(berlin.civilTime(at: moment).isoText == text)
    }

    @Test("People read the minute without the offset")
    func minute() {
        #expect(CivilTime(Timestamp(seconds: 1_793_865_600), offset: 28_800).minuteText == "2026-11-05 16:00")
    }
}
