/// One header field while it is written: words separated by one space, folded before the word that would not fit.
///
/// Unfolding takes away CR LF alone, so the space that begins a continuation is the space between the words
/// (RFC 5322 section 2.2.3).
struct FoldedLine {
    /// The length up to which words share a line; that of a line with encoded-words (RFC 2047 section 2).
    static let limit = 76
    /// The length no line may exceed (RFC 5322 section 2.1.1).
    static let hardLimit = 998

    /// The field without the final CR LF.
    private(set) var bytes: [UInt8]
    /// The length of the longest line.
    private(set) var longest: Int
    private var column: Int

    /// Begins a field with its name and colon.
    init(name: String) {
        bytes = Array(name.utf8) + [0x3A]
        column = bytes.count
        longest = column
    }

    /// Appends one word after a space.
    mutating func append(word: [UInt8]) {
        if column + 1 + word.count > Self.limit {
            bytes += [0x0D, 0x0A]
            column = 0
        }
        bytes.append(0x20)
        bytes += word
        column += 1 + word.count
        longest = max(longest, column)
    }

    /// Appends ASCII words as they are.
    mutating func append(words: String) {
        for word in words.utf8.split(separator: 0x20) {
            append(word: Array(word))
        }
    }

    /// Appends free text: as it is where that can be read back unchanged, else as encoded-words.
    mutating func append(text: String) {
        if Self.isPlain(text) {
            append(words: text)
        } else {
            append(encoded: text)
        }
    }

    /// Appends an address after its display name.
    mutating func append(mailbox: Mailbox) {
        let address = Array(mailbox.address.description.utf8)
        guard !mailbox.name.isEmpty else { return append(word: address) }
        append(phrase: mailbox.name)
        append(word: [0x3C] + address + [0x3E])
    }

    /// Appends a phrase: atoms, a quoted string or encoded-words, the first of these that can hold it.
    private mutating func append(phrase: String) {
        if Self.isPlain(phrase), phrase.utf8.allSatisfy({ $0 == 0x20 || Self.isAtomText($0) }) {
            append(words: phrase)
        } else if let quoted = Self.quoted(phrase) {
            append(word: quoted)
        } else {
            append(encoded: phrase)
        }
    }

    private mutating func append(encoded text: String) {
        let free = Self.limit - column - 1 - EncodedWord.overhead
        for piece in EncodedWord.pieces(of: text, firstRoom: max(0, free) / 4 * 3) {
            append(word: EncodedWord.encode(piece))
        }
    }

    /// Whether ASCII words carry the text unchanged: no `=?`, single spaces, and words that fit a line.
    private static func isPlain(_ text: String) -> Bool {
        guard isVisible(text) else { return false }
        let words = text.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
        return words.allSatisfy { !$0.isEmpty && $0.count < limit }
    }

    /// The text as a quoted string on one line (RFC 5322 section 3.2.4), nil where it takes more.
    static func quoted(_ text: String) -> [UInt8]? {
        guard isVisible(text) else { return nil }
        let inner = text.utf8.flatMap { $0 == 0x22 || $0 == 0x5C ? [0x5C, $0] : [$0] }
        return inner.count <= limit - 16 ? [0x22] + inner + [0x22] : nil
    }

    /// Whether the text is visible ASCII and spaces, and nothing in it could be read as an encoded-word.
    private static func isVisible(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            guard (0x20...0x7E).contains(byte), !(previous == 0x3D && byte == 0x3F) else { return false }
            previous = byte
        }
        return true
    }

    /// Whether a byte is `atext` (RFC 5322 section 3.2.3).
    static func isAtomText(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }
}
