import TestSupport

/// Texts of which something in a mail could break.
struct NastyText {
    private static let pieces = [
        "账户被盗", "请求协助", "USDT", "a", "hello world ", "=?UTF-8?B?eA==?=", "=?", "?=", "\"", "\\", "<x@y.example>", ";",
        "，", ",", ":", "👨‍👩‍👧‍👦", "🇨🇳", "e\u{301}", "𠮷", "ü", "％", "％0d％0a", "%0d%0a", "[Ticket#20261122]", "[HL-1]", "(c)",
        "Re: ", "ｆｕｌｌ", " ", "  ", "\t", ".", "..", "\u{3000}", "\u{200D}", "\u{FEFF}", "=", "?", "'", "*", "--", "│ ",
        "Content-Type: text/html", "#status solved", "/close", "-- ",
    ]
    private static let hostile = [
        "\r\nBcc: v@x.example", "\nX-Evil: y", "\r", "\r\n", "\n", "\0", "\u{B}", "\u{2028}", "\u{2029}", "\u{85}",
        "\u{202E}", "\u{2066}", "\u{1B}[31m", "\u{7F}", "\n.\n", "\nFrom z\n", "\n--=_", "\n\n",
    ]

    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// A text of up to so many pieces, some of them long, one in three with something hostile.
    mutating func next(_ pieces: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...pieces, using: &random) {
            let piece = Self.pieces.randomElement(using: &random) ?? ""
            let isLong = Int.random(in: 0..<20, using: &random) == 0
            text += isLong ? String(repeating: piece, count: Int.random(in: 1...60, using: &random)) : piece
        }
        if Int.random(in: 0..<3, using: &random) == 0 { text += Self.hostile.randomElement(using: &random) ?? "" }
        if Int.random(in: 0..<3, using: &random) == 0 {
            text = (Self.hostile.randomElement(using: &random) ?? "") + text
        }
        return text
    }

    mutating func pick<Element>(_ choices: [Element?]) -> Element? {
        choices.randomElement(using: &random) ?? nil
    }

    mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
        Int64.random(in: range, using: &random)
    }
}
