/// The words of the commands, found by the whole line.
///
/// A line is compared without punctuation at its ends and without regard to width, case and Chinese script. A word
/// written with a trailing `*` also matches where more follows; what follows is the command's argument.
struct CommandTable: Sendable {
    /// A command, or a wish for another language.
    enum Entry: Sendable, Equatable {
        case command(Command)
        case language(LocaleID)
    }

    /// A command found in a line.
    struct Found: Sendable, Equatable {
        /// All that the line may mean, as some words serve several commands.
        var entries: [Entry]
        /// The bytes of the line after the word, without white space and punctuation at the ends.
        var argument: Range<Int>

        /// Whether the line may mean this command.
        func means(_ command: Command) -> Bool { entries.contains(.command(command)) }
    }

    private var whole: [[UInt8]: [Entry]] = [:]
    /// The length of the longest word in bytes: most lines are longer, and to hash them takes as long as all else.
    private var longest = 0
    /// The words that may go on, by their first byte, longest first.
    private var prefixes: [[(word: [UInt8], entries: [Entry])]] = Array(repeating: [], count: 256)

    /// Collects the words of a pack.
    init(_ content: Content) {
        for command in Command.allCases {
            for word in content.commands[command, default: [:]].values.joined() {
                insert(word, .command(command))
            }
        }
        for (locale, words) in content.languageWords {
            for word in words { insert(word, .language(locale)) }
        }
        for first in prefixes.indices { prefixes[first].sort { $0.word.count > $1.word.count } }
    }

    /// What a line asks of the conversation, nil where it asks nothing of it.
    func find(in text: NormalizedText) -> Found? {
        let line = text.bytes.trimmedRange(0..<text.bytes.count)
        let key = text.bytes[line].map(\.lowercasedASCII)
        if key.count <= longest, let entries = whole[key] {
            return Found(entries: entries, argument: line.upperBound..<line.upperBound)
        }
        guard let first = key.first else { return nil }
        for (word, entries) in prefixes[Int(first)] where key.starts(with: word) {
            let end = line.lowerBound + word.count
            if word[word.count - 1].isASCIIAlphanumeric, end < line.upperBound, text.bytes[end].isASCIIAlphanumeric {
                continue
            }
            return Found(entries: entries, argument: text.bytes.trimmedRange(end..<line.upperBound))
        }
        return nil
    }

    private mutating func insert(_ word: String, _ entry: Entry) {
        let isOpen = word.hasSuffix("*")
        let text = NormalizedText(isOpen ? String(word.dropLast()) : word)
        let key = text.bytes[text.bytes.trimmedRange(0..<text.bytes.count)].map(\.lowercasedASCII)
        guard let first = key.first.map(Int.init) else { return }
        longest = max(longest, key.count)
        if !whole[key, default: []].contains(entry) { whole[key, default: []].append(entry) }
        guard isOpen else { return }
        if let index = prefixes[first].firstIndex(where: { $0.word == key }) {
            prefixes[first][index].entries.append(entry)
        } else {
            prefixes[first].append((key, [entry]))
        }
    }
}

extension [UInt8] {
    /// A range without white space, ASCII punctuation and Chinese punctuation at its ends.
    ///
    /// `/` at the start stays off as well, so that `/menu` is `menu`.
    func trimmedRange(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let (scalar, length) = scalar(at: start)
            guard scalar.isEdge else { break }
            start += length
        }
        while end > start {
            var last = end - 1
            while last > start, self[last] & 0xC0 == 0x80 { last -= 1 }
            guard scalar(at: last).0.isEdge else { break }
            end = last
        }
        return start..<end
    }
}

extension Unicode.Scalar {
    /// White space and punctuation that says nothing at the end of a line.
    fileprivate var isEdge: Bool {
        switch self {
        case " ", ".", ",", "!", "?", ";", ":", "/", "~", "\"", "'", "-", "…": true
        case "。", "，", "！", "？", "；", "：", "、", "～", "“", "”", "‘", "’": true
        default: false
        }
    }
}
