/// What is pasted into a terminal, character by character, up to the mark that ends it.
///
/// A terminal in bracketed mode sends ESC `[200~` before a paste and ESC `[201~` behind it (xterm, "Bracketed Paste
/// Mode"). Line breaks inside are part of the text and end no line.
struct PastedText {
    /// What a terminal is told to mark pastes, and to mark them no more.
    static let (begin, end) = ("\u{1B}[?2004h", "\u{1B}[?2004l")

    private static let mark = Array("\u{1B}[201~".unicodeScalars)
    /// So many characters are kept; the rest of a longer paste is read and dropped.
    private static let limit = 65_536

    private var scalars: [Unicode.Scalar] = []
    private var matched = 0

    /// Takes the next character; false once the paste is over.
    mutating func take(_ value: UInt32) -> Bool {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        if scalar == Self.mark[matched] {
            matched += 1
            return matched < Self.mark.count
        }
        for held in Self.mark[..<matched] { keep(held) }
        matched = scalar == Self.mark[0] ? 1 : 0
        if matched == 0 { keep(scalar) }
        return true
    }

    /// The text, without the line breaks at its end: a paste is sent by the user, not by itself.
    var text: String {
        var kept = scalars
        while let last = kept.last, last == "\n" { kept.removeLast() }
        return String(String.UnicodeScalarView(kept))
    }

    /// Controls would be drawn as `^A` and mean nothing to the bot.
    private mutating func keep(_ scalar: Unicode.Scalar) {
        guard scalars.count < Self.limit else { return }
        switch scalar {
        case "\r", "\n": scalars.append("\n")
        case "\t": scalars.append(" ")
        case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
        default: scalars.append(scalar)
        }
    }
}
