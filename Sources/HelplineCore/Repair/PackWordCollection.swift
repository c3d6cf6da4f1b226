/// Finds the words of a pack in its texts and patterns.
///
/// Words are told apart by their hashes: sets of arrays would take most of the time. They are kept in the order in
/// which they were found, each once: of words that a slip is equally near to, the first is meant.
struct PackWordCollection {
    /// The Latin words that a slip may have been meant to be.
    private(set) var latin: [[UInt8]] = []
    /// Every Latin word that is right as it stands.
    private(set) var rightLatin = Set<UInt64>(minimumCapacity: 8192)
    /// Han words of two to four characters.
    private(set) var han: [[Unicode.Scalar]] = []
    /// The hashes of the Han words.
    private(set) var hanHashes = Set<UInt64>(minimumCapacity: 8192)

    /// Collects the words of texts; what is in `right` is never mended, and nothing is mended to it.
    init(_ texts: some Sequence<String>, right: some Sequence<String>) {
        for text in texts { add(text) }
        for text in right { addRight(text) }
    }

    private mutating func add(_ text: String) {
        Self.forEachRun(of: text) { run in
            switch run {
            case .latin(let word): add(latin: word)
            case .han(let characters): add(han: characters)
            }
        }
    }

    private mutating func add(latin word: [UInt8]) {
        guard rightLatin.insert(word.wordHash).inserted, word.count >= 4 else { return }
        latin.append(word)
    }

    /// A short run is a word; of a longer one the pairs of neighbours are.
    private mutating func add(han run: [Unicode.Scalar]) {
        if PackWords.hanLengths.contains(run.count) { add(word: run) }
        guard run.count > 2 else { return }
        for start in 0..<(run.count - 1) { add(word: Array(run[start..<(start + 2)])) }
    }

    private mutating func add(word: [Unicode.Scalar]) {
        if hanHashes.insert(word.wordHash).inserted { han.append(word) }
    }

    private mutating func addRight(_ text: String) {
        Self.forEachRun(of: text) { run in
            if case .latin(let word) = run { rightLatin.insert(word.wordHash) }
        }
    }

    private enum Run {
        case latin([UInt8])
        case han([Unicode.Scalar])
    }

    /// The Latin words and the rows of Han characters of a text, which may be a pattern: of `\bfees?` the words are fee
    /// and fees, of `transf\w*` there is none.
    private static func forEachRun(of text: String, _ body: (Run) -> Void) {
        // Nothing of plain ASCII but its white space would be changed by normalising.
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        let bytes = isASCII ? Array(text.utf8) : NormalizedText(text).bytes
        var index = 0
        while index < bytes.count {
            let start = index
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
            } else if bytes[index].isASCIILetter {
                while index < bytes.count, bytes[index].isASCIILetter || bytes[index] == UInt8(ascii: "'") {
                    index += 1
                }
                forEachWord(bytes[start..<index], before: index < bytes.count ? bytes[index] : 0x20, body)
            } else if let run = han(bytes, at: &index) {
                body(.han(run))
            } else {
                index += 1
            }
        }
    }

    /// The Han characters that stand at a place in a row, and the place behind them; nil where none does.
    private static func han(_ bytes: [UInt8], at index: inout Int) -> [Unicode.Scalar]? {
        // Han begins at U+2E80, whose first byte is E2.
        guard bytes[index] >= 0xE2 else { return nil }
        var run: [Unicode.Scalar] = []
        for scalar in String(decoding: bytes[index...].prefix { $0 >= 0x80 }, as: UTF8.self).unicodeScalars {
            guard scalar.isHan else { break }
            run.append(scalar)
            index += UTF8.width(scalar)
        }
        return run.isEmpty ? nil : run
    }

    private static func forEachWord(_ word: ArraySlice<UInt8>, before next: UInt8, _ body: (Run) -> Void) {
        let letters = word.map(\.lowercasedASCII)
        switch next {
        case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "{"), UInt8(ascii: "["): break
        case UInt8(ascii: "?"):
            body(.latin(letters))
            body(.latin(letters.dropLast()))
        default: body(.latin(letters))
        }
    }
}

extension UInt8 {
    /// Whether this is one of `A`…`Z` and `a`…`z`.
    fileprivate var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
