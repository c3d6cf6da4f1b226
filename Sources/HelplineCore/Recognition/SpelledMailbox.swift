/// Finds an address that is written out in words, as people do who hide it from machines or have no `@` at hand:
/// “mike at example dot com”, “mike(at)example.com”, mike 艾特 example 点 com, mike#example.com(#换成@).
///
/// Where the `@` is a mere “at”, the address must begin the line or follow a word that leads to one, since people look
/// at example.com as well.
struct SpelledMailbox {
    private let bytes: [UInt8]

    /// What stands for the `@`, and whether the same word is said of other things.
    private struct Mark {
        var range: Range<Int>
        var isCommon: Bool
    }

    private static let hanMarks = ["艾特", "爱特", "圈a", "圈A", "小老鼠"].map { Array($0.utf8) }
    private static let hanDot = Array("点".utf8)
    /// Words after which an address stands.
    private static let leads: Set<String> = [
        "is", "address", "email", "mail", "e-mail", "to", "use", "me", "its", "it's", "it’s", "contact", "under",
        "yes", "ok", "sure",
    ]
    /// Words that stand before “at example.com” and are nobody's name.
    private static let noNames: Set<String> = [
        "it", "me", "is", "was", "am", "are", "be", "here", "look", "looked", "looking", "buy", "bought", "sold",
        "them", "account", "login", "wallet", "coins", "money", "stuck", "arrived", "there",
    ]

    /// Takes normalised text.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The first address, its domain in small letters; the range is that of all the words for it.
    func read() -> Recognition? {
        for mark in marks {
            guard let local = local(before: mark), let domain = domain(after: mark.range.upperBound) else { continue }
            let address = local.text + "@" + domain.text.lowercased()
            guard Recognizer.isMailbox(address) else { continue }
            return Recognition(canonical: address, range: local.start..<domain.end)
        }
        return readReplaced()
    }

    // MARK: - What stands for the @

    private var marks: [Mark] {
        bytes.indices.compactMap { index in
            switch bytes[index] {
            case UInt8(ascii: "a"), UInt8(ascii: "A"), UInt8(ascii: "@"): mark(at: index)
            case 0xE5, 0xE7, 0xE8: hanMark(at: index)
            default: nil
            }
        }
    }

    /// `at`, `(at)`, `[@]`, a lone `@`.
    private func mark(at index: Int) -> Mark? {
        let isSign = bytes[index] == UInt8(ascii: "@")
        let end = index + (isSign ? 1 : 2)
        guard isSign || word(Array("at".utf8), at: index) else { return nil }
        let start = startOfBlanks(before: index)
        let rest = endOfBlanks(from: end)
        if start > 0, rest < bytes.count, Self.closes(bytes[start - 1], bytes[rest]) {
            return Mark(range: startOfBlanks(before: start - 1)..<endOfBlanks(from: rest + 1), isCommon: false)
        }
        return start < index && rest > end ? Mark(range: start..<rest, isCommon: true) : nil
    }

    private func hanMark(at index: Int) -> Mark? {
        Self.hanMarks.first { bytes[index...].starts(with: $0) }.map { mark in
            Mark(range: startOfBlanks(before: index)..<endOfBlanks(from: index + mark.count), isCommon: false)
        }
    }

    /// Whether a word stands here and no letter follows it.
    private func word(_ word: [UInt8], at index: Int) -> Bool {
        let end = index + word.count
        guard end <= bytes.count, zip(bytes[index..<end], word).allSatisfy({ $0.lowercasedASCII == $1 }) else {
            return false
        }
        return end == bytes.count || !bytes[end].isASCIIAlphanumeric
    }

    private static func closes(_ one: UInt8, _ other: UInt8) -> Bool {
        ["()", "[]", "{}", "<>"].contains { Array($0.utf8) == [one, other] }
    }

    private func startOfBlanks(before index: Int) -> Int {
        var start = index
        while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
        return start
    }

    private func endOfBlanks(from index: Int) -> Int {
        var end = index
        while end < bytes.count, bytes[end] == 0x20 { end += 1 }
        return end
    }

    // MARK: - What stands on both sides of it

    private func local(before mark: Mark) -> (text: String, start: Int)? {
        var end = mark.range.lowerBound
        var parts: [String] = []
        var start = end
        while let part = name(before: end) {
            parts.insert(String(decoding: bytes[part..<end], as: UTF8.self), at: 0)
            start = part
            guard let dot = dot(before: part) else { break }
            end = dot
        }
        let text = parts.joined(separator: ".")
        guard !text.isEmpty, !mark.isCommon || isLed(start) && !Self.noNames.contains(text.lowercased()) else {
            return nil
        }
        return (text, start)
    }

    private func name(before end: Int) -> Int? {
        var start = end
        while start > 0, bytes[start - 1].isASCIIAlphanumeric || "._+-".utf8.contains(bytes[start - 1]) { start -= 1 }
        return start < end ? start : nil
    }

    /// Whether an address may begin here: nothing before it, a mark, a Han character, or a word that leads to one.
    private func isLed(_ start: Int) -> Bool {
        let end = startOfBlanks(before: start)
        guard end > 0, bytes[end - 1].isASCIIAlphanumeric else { return true }
        let first = bytes[..<end].lastIndex { !$0.isASCIIAlphanumeric && !"-'".utf8.contains($0) && $0 < 0x80 }
        let word = String(decoding: bytes[(first.map { $0 + 1 } ?? 0)..<end], as: UTF8.self)
        return Self.leads.contains(word.lowercased())
    }

    /// The end of what stands before a dot in words that ends here.
    private func dot(before end: Int) -> Int? {
        let start = (max(0, end - 9)..<end).first { self.dot(at: $0).map { $0.end == end && $0.isWord } ?? false }
        return start
    }

    private func domain(after start: Int) -> (text: String, end: Int)? {
        var labels: [String] = []
        var end = start
        var next: Int? = start
        while let first = next {
            let label = bytes[first...].prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
            guard !label.isEmpty else { break }
            labels.append(String(decoding: label, as: UTF8.self))
            end = label.endIndex
            next = dot(at: end)?.end
        }
        return labels.count > 1 ? (labels.joined(separator: "."), end) : nil
    }

    /// A dot at an offset: `.`, ` dot `, `(dot)`, 点; where what follows it begins.
    private func dot(at start: Int) -> (end: Int, isWord: Bool)? {
        guard start < bytes.count else { return nil }
        if bytes[start] == UInt8(ascii: ".") { return (start + 1, false) }
        let index = endOfBlanks(from: start)
        guard index < bytes.count else { return nil }
        if bytes[index...].starts(with: Self.hanDot) { return (endOfBlanks(from: index + Self.hanDot.count), true) }
        let isOpen = "([{".utf8.contains(bytes[index])
        let word = isOpen ? endOfBlanks(from: index + 1) : index
        guard isOpen || index > start, self.word(Array("dot".utf8), at: word) else { return nil }
        let end = endOfBlanks(from: word + 3)
        if !isOpen { return end > word + 3 ? (end, true) : nil }
        guard end < bytes.count, Self.closes(bytes[index], bytes[end]) else { return nil }
        return (endOfBlanks(from: end + 1), true)
    }

    // MARK: - Another sign in place of the @

    /// `mike#example.com(#换成@)`: a sign in the address, and the same sign before an `@` behind it.
    private func readReplaced() -> Recognition? {
        guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        for sign in "#*$%&!^~".utf8 {
            guard let place = bytes[..<at].firstIndex(of: sign), let told = bytes[..<at].lastIndex(of: sign),
                told > place, at - told <= Self.longestHint, let start = name(before: place),
                let domain = domain(after: place + 1)
            else { continue }
            let address = String(decoding: bytes[start..<place], as: UTF8.self) + "@" + domain.text.lowercased()
            if Recognizer.isMailbox(address) { return Recognition(canonical: address, range: start..<at + 1) }
        }
        return nil
    }

    /// Bytes from a sign to the `@` that it stands for: `# 请换成 @`, “# with an @”.
    private static let longestHint = 20
}
