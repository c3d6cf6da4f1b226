/// The words for days and times in Chinese and English.
enum DateVocabulary {
    static let days = WordTable<NamedDay>(
        plainDays.map { ($0.0, NamedDay(shift: $0.1)) } + daysWithPart.map { ($0.0, NamedDay(shift: $0.1, part: $0.2)) }
    )

    private static let plainDays: [(String, Int)] = [
        ("大前天", -3), ("前天", -2), ("前日", -2), ("昨天", -1), ("昨日", -1), ("昨儿", -1), ("今天", 0), ("今日", 0),
        ("今儿", 0), ("琴日", -1), ("寻日", -1), ("噚日", -1), ("听日", 1), ("明天", 1), ("明日", 1), ("明儿", 1), ("后天", 2),
        ("大后天", 3), ("the day before yesterday", -2),
        ("day before yesterday", -2), ("yesterday", -1), ("yday", -1), ("earlier today", 0), ("today", 0),
        ("tomorrow", 1), ("tmr", 1), ("the day after tomorrow", 2), ("day after tomorrow", 2),
    ]

    private static let daysWithPart: [(String, Int, PartOfDay)] = [
        ("前晚", -2, .evening), ("琴晚", -1, .evening), ("寻晚", -1, .evening), ("噚晚", -1, .evening),
        ("琴朝", -1, .morning), ("寻朝", -1, .morning), ("今朝", 0, .morning), ("听晚", 1, .evening),
        ("昨晚", -1, .evening), ("昨夜", -1, .night), ("昨早", -1, .morning),
        ("今早", 0, .morning), ("今晨", 0, .morning), ("今晚", 0, .evening), ("今夜", 0, .night), ("明早", 1, .morning),
        ("明晚", 1, .evening), ("last night", -1, .evening), ("last evening", -1, .evening), ("tonight", 0, .evening),
        ("the night before last", -2, .evening), ("this morning", 0, .morning), ("this afternoon", 0, .afternoon),
        ("this evening", 0, .evening),
    ]

    static let parts = WordTable<PartOfDay>([
        ("凌晨", .dawn), ("清晨", .morning), ("清早", .morning), ("一早", .morning), ("一大早", .morning), ("大早上", .morning),
        ("早上", .morning), ("朝早", .morning), ("晏昼", .afternoon),
        ("早晨", .morning), ("早间", .morning), ("上午", .morning), ("中午", .noon), ("午间", .noon), ("下午", .afternoon),
        ("午后", .afternoon), ("傍晚", .evening), ("黄昏", .evening), ("晚上", .evening), ("晚间", .evening),
        ("夜里", .night), ("夜间", .night), ("夜晚", .evening), ("半夜", .night), ("大半夜", .night), ("深夜", .night),
        ("in the early morning", .dawn), ("early morning", .dawn), ("in the morning", .am), ("morning", .morning),
        ("in the afternoon", .afternoon), ("afternoon", .afternoon), ("in the evening", .evening),
        ("evening", .evening), ("at night", .night), ("night", .night),
    ])

    /// Parts of one character, which count right before an hour only: 晚8点.
    static let shortParts = WordTable<PartOfDay>([("早", .morning), ("晚", .evening), ("夜", .night), ("午", .afternoon)])

    /// What may stand right behind an hour.
    static let halves = WordTable<PartOfDay>([
        ("am", .am), ("a.m.", .am), ("a.m", .am), ("pm", .pm), ("p.m.", .pm), ("p.m", .pm), ("in the morning", .am),
        ("in the afternoon", .afternoon), ("in the evening", .evening), ("at night", .night), ("noon", .noon),
        ("midnight", .night),
    ])

    /// Hours that have a name.
    static let namedHours = WordTable<ClockPiece>([
        ("noon", ClockPiece(hour: 12)), ("midday", ClockPiece(hour: 12)), ("正午", ClockPiece(hour: 12)),
        ("midnight", ClockPiece(hour: 12, part: .night)), ("午夜", ClockPiece(hour: 12, part: .night)),
    ])

    /// What takes back a time that was asked as a question: “today? no, yesterday”.
    static let denials = WordTable(words: ["no", "nope", "not", "不", "唔系"])

    static let now = WordTable(words: [
        "刚才", "刚刚", "方才", "刚发生", "头先", "啱啱", "啱先", "just now", "a moment ago", "moments ago", "a minute ago",
        "just happened",
        "几分钟前", "几分钟之前", "几秒前", "几秒钟前", "a few minutes ago", "few minutes ago", "some minutes ago",
        "a few seconds ago", "seconds ago",
    ])

    /// Words for now that say when something happened only where they are all that is said.
    static let bareNow = WordTable(words: ["现在", "此刻", "now", "right now"])

    static let units = WordTable<TimeUnit>(
        [
            (["秒", "秒钟", "second", "seconds", "sec", "secs", "s"], TimeUnit.second),
            (["分", "分钟", "minute", "minutes", "min", "mins", "m"], .minute),
            (["刻钟"], .quarter),
            (["小时", "钟头", "个小时", "个多小时", "个钟头", "个多钟头", "个钟", "hour", "hours", "hr", "hrs", "h"], .hour),
            (["天", "日", "day", "days", "d", "night", "nights"], .day),
            (["周", "星期", "礼拜", "个星期", "个多星期", "个礼拜", "个多礼拜", "个周", "week", "weeks", "wk", "wks", "w"], .week),
            (["个月", "个多月", "month", "months"], .month),
            (["年", "year", "years", "yr", "yrs"], .year),
        ].flatMap { names, unit in names.map { ($0, unit) } })

    static let ago = WordTable(words: ["前", "之前", "以前", "ago", "back", "earlier"])
    static let later = WordTable(words: ["后", "之后", "以后", "from now", "later"])

    /// Words that blur a number, behind it or before its unit.
    static let blurs = WordTable(words: ["多", "来", "左右", "上下", "几", "or so", "许", "过", "出头", "ish"])

    /// Words that blur the time behind them.
    static let around = WordTable(words: [
        "around", "about", "approximately", "approx", "roughly", "at", "at around", "at about", "@", "~", "circa",
    ])

    static let months = WordTable<Int>(
        [
            ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"], ["june", "jun"],
            ["july", "jul"], ["august", "aug"], ["september", "sept", "sep"], ["october", "oct"],
            ["november", "nov"], ["december", "dec"],
        ].enumerated().flatMap { month in month.element.map { ($0, month.offset + 1) } })

    static let years = WordTable<Int>([("前年", -2), ("去年", -1), ("今年", 0), ("明年", 1)])

    static let monthShifts = WordTable<Int>([
        ("上上个月", -2), ("上个月", -1), ("上月", -1), ("这个月", 0), ("本月", 0), ("当月", 0), ("下个月", 1), ("下月", 1),
    ])
}
