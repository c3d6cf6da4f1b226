/// The days of the week with the words that choose the week.
extension DateVocabulary {
    static let weekdays = WordTable<NamedWeekday>(
        combined(
            chineseWeeks,
            ["周", "星期", "礼拜"].flatMap { stem in
                [("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("日", 7), ("天", 7)]
                    .map { (stem + $0.0, $0.1) }
            })
            + combined(
                englishWeeks,
                [
                    ["monday", "mon"], ["tuesday", "tues", "tue"], ["wednesday", "wed"],
                    ["thursday", "thurs", "thur", "thu"], ["friday", "fri"], ["saturday", "sat"], ["sunday", "sun"],
                ].enumerated().flatMap { names in names.element.map { ($0, names.offset + 1) } }))

    private static let chineseWeeks: [(String, NamedWeekday.Week)] = [
        ("", .nearest), ("上上", .shifted(-2)), ("上上个", .shifted(-2)), ("上", .shifted(-1)), ("上个", .shifted(-1)),
        ("上一个", .shifted(-1)), ("这", .shifted(0)), ("这个", .shifted(0)), ("本", .shifted(0)), ("下", .shifted(1)),
        ("下个", .shifted(1)), ("下下", .shifted(2)),
    ]

    private static let englishWeeks: [(String, NamedWeekday.Week)] = [
        ("", .nearest), ("this ", .nearest), ("last ", .before), ("past ", .before), ("this past ", .before),
        ("next ", .after), ("last week ", .shifted(-1)), ("last week on ", .shifted(-1)), ("next week ", .shifted(1)),
        ("next week on ", .shifted(1)),
    ]

    private static func combined(
        _ weeks: [(String, NamedWeekday.Week)], _ names: [(String, Int)]
    ) -> [(String, NamedWeekday)] {
        weeks.flatMap { week in
            names.map { (week.0 + $0.0, NamedWeekday(weekday: $0.1, week: week.1)) }
        }
    }
}
