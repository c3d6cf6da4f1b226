/// A stretch of the day by which people tell the two halves of the clock apart.
enum PartOfDay: Sendable {
    /// 凌晨, from midnight on.
    case dawn
    case morning
    case noon
    case afternoon
    case evening
    /// 半夜, "at night": the hours on both sides of midnight.
    case night
    case am
    case pm
}

/// A day by its distance from today, sometimes with the part of it: 昨晚, "last night".
struct NamedDay: Sendable {
    var shift: Int
    var part: PartOfDay?
}

/// A day of the week, and of which week.
struct NamedWeekday: Sendable {
    /// Which of the days of that name is meant.
    enum Week: Sendable {
        /// The nearest one in the direction that the question asks for; today counts.
        case nearest
        /// The last one before today.
        case before
        /// The first one after today.
        case after
        /// The one in the week so many weeks after this; weeks begin on Monday.
        case shifted(Int)
    }

    /// 1 for Monday to 7 for Sunday.
    var weekday: Int
    var week: Week
}

/// A stretch of time as people count it.
enum TimeUnit: Sendable {
    case second, minute, quarter, hour, day, week, month, year

    /// How long it is, 0 for those that differ in length.
    var seconds: Int {
        switch self {
        case .second: 1
        case .minute: 60
        case .quarter: 900
        case .hour: 3600
        case .day: 86_400
        case .week: 604_800
        case .month, .year: 0
        }
    }

    /// How many months it has, 0 for those shorter than one.
    var months: Int {
        switch self {
        case .month: 1
        case .year: 12
        default: 0
        }
    }
}
