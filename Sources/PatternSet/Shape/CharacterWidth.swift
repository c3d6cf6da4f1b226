/// How many characters something takes up: from `minimum` to `maximum`, where nil is no end.
public struct CharacterWidth: BitwiseCopyable, Sendable, Hashable {
    /// The fewest characters.
    public let minimum: Int

    /// The most characters, nil when there is no end.
    public let maximum: Int?

    init(_ minimum: Int, _ maximum: Int?) {
        self.minimum = minimum
        self.maximum = maximum
    }

    static let zero = CharacterWidth(0, 0)
    static let one = CharacterWidth(1, 1)
    static let any = CharacterWidth(0, nil)

    /// One after the other.
    ///
    /// Saturates, so that a nest of large repeats cannot overflow.
    static func + (left: Self, right: Self) -> Self {
        let maximum = left.maximum.flatMap { most in right.maximum.map { saturated(most + $0) } }
        return CharacterWidth(saturated(left.minimum + right.minimum), maximum)
    }

    /// One or the other.
    func union(_ other: Self) -> Self {
        let maximum = maximum.flatMap { most in other.maximum.map { max(most, $0) } }
        return CharacterWidth(min(minimum, other.minimum), maximum)
    }

    /// So many times.
    func repeated(_ count: Repeat) -> Self {
        let most: Int? =
            if let maximum, let times = count.maximum {
                Self.saturated(maximum * times)
            } else {
                maximum == 0 || count.maximum == 0 ? 0 : nil
            }
        return CharacterWidth(Self.saturated(minimum * count.minimum), most)
    }

    private static func saturated(_ value: Int) -> Int { min(value, 1 << 24) }
}
