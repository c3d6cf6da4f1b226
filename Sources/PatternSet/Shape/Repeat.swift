/// What a quantifier asks for: from `minimum` to `maximum` times, where nil is no end.
struct Repeat {
    let minimum: Int
    let maximum: Int?

    static let once = Repeat(minimum: 1, maximum: 1)

    var isOnce: Bool { minimum == 1 && maximum == 1 }
    var isOptional: Bool { minimum == 0 && maximum == 1 }

    /// How often, when there is no choice.
    var exactCount: Int? { maximum == minimum ? minimum : nil }
}
