/// What the redactor keeps of a conversation from line to line: counters and flags, never a word of the user.
///
/// It belongs to the conversation's state. Eight numbers below 256; `encoded` and `init(encoded:)` are for saving.
public struct RedactionMemory: Sendable, Hashable {
    /// What a line was that may turn out to be a secret by what is said next.
    enum Shape: UInt8 {
        case other
        /// One word that looks like a password.
        case password
        /// Four to eight digits.
        case digits
        /// It holds 64 hexadecimal digits that were kept.
        case hex
    }

    /// What 64 hexadecimal digits were last said to be.
    enum HexTopic: UInt8 {
        case none
        case key
        case hash
    }

    /// For how many lines after a part of a phrase the next part is expected.
    static let phraseReach: UInt8 = 6
    private static let size = 8

    var hexTopic = HexTopic.none
    /// For how many more lines the topic holds; likewise below.
    var hexLines: UInt8 = 0
    var hexAskedLines: UInt8 = 0
    var seedLines: UInt8 = 0
    var phraseLines: UInt8 = 0
    var codeLines: UInt8 = 0
    /// The last line ended where a password should follow.
    var awaitsPassword = false
    var lastShape = Shape.other

    /// The memory of a conversation that begins.
    public init() {}

    /// The memory as numbers.
    public var encoded: [UInt8] {
        [hexTopic.rawValue, hexLines, hexAskedLines, seedLines, codeLines, awaitsPassword ? 1 : 0, lastShape.rawValue]
            + [phraseLines]
    }

    /// Reads numbers that `encoded` gave; nil for what cannot be such.
    public init?(encoded: [UInt8]) {
        guard encoded.count == Self.size, let topic = HexTopic(rawValue: encoded[0]),
            let shape = Shape(rawValue: encoded[6]), encoded[5] < 2
        else { return nil }
        (hexTopic, hexLines, hexAskedLines, seedLines, codeLines) =
            (topic, encoded[1], encoded[2], encoded[3], encoded[4])
        (awaitsPassword, lastShape, phraseLines) = (encoded[5] == 1, shape, encoded[7])
    }

    /// Lets what was said in earlier lines fade by one line.
    mutating func fade() {
        func less(_ count: UInt8) -> UInt8 { count == 0 ? 0 : count - 1 }
        (hexLines, hexAskedLines) = (less(hexLines), less(hexAskedLines))
        (seedLines, codeLines, phraseLines) = (less(seedLines), less(codeLines), less(phraseLines))
        if hexLines == 0 { hexTopic = .none }
    }
}
