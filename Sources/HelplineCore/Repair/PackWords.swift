internal import Synchronization

/// The words that a slip may have been meant to be: the pack's own, and never a dictionary's.
///
/// Words are known by their hashes of 64 bits: collecting some ten thousand of them is waited for by whoever makes the
/// first slip, and sets of arrays take most of that time.
struct PackWords: Sendable {
    /// The Latin words that a slip may have been meant to be.
    private(set) var latin = LatinWords()
    /// Every Latin word that is right as it stands.
    private var rightLatin = Set<UInt64>(minimumCapacity: 8192)
    /// Han words of two to four characters by how they sound.
    private var bySound = [UInt64: [[Unicode.Scalar]]](minimumCapacity: 8192)
    private var han = Set<UInt64>(minimumCapacity: 8192)

    static let hanLengths = 2...4

    /// Collects the words of texts; what is in `right` is never mended, and nothing is mended to it.
    init(_ texts: some Sequence<String>, right: some Sequence<String> = []) {
        for text in texts { add(text) }
        for text in right { addRight(text) }
    }

    /// Whether a Latin word is right as it stands.
    func isRight(latin word: [UInt8]) -> Bool { rightLatin.contains(word.wordHash) }

    /// Whether the pack has these Han characters in a row as a word.
    func isRight(han word: [Unicode.Scalar]) -> Bool { han.contains(word.wordHash { $0.value }) }

    /// The pack's words that sound like these characters.
    func soundingLike(_ word: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        bySound[word.wordHash { HanAlike.shared.sound($0) }, default: []]
    }

    // MARK: - Collecting

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
        latin.insert(word)
    }

    /// A short run is a word; of a longer one the pairs of neighbours are.
    private mutating func add(han run: [Unicode.Scalar]) {
        if Self.hanLengths.contains(run.count) { addWord(run) }
        guard run.count > 2 else { return }
        for start in 0..<(run.count - 1) { addWord(Array(run[start..<(start + 2)])) }
    }

    private mutating func addWord(_ word: [Unicode.Scalar]) {
        guard han.insert(word.wordHash { $0.value }).inserted else { return }
        bySound[word.wordHash { HanAlike.shared.sound($0) }, default: []].append(word)
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

/// The words of a pack, collected at the first message that nothing else explains.
final class LazyPackWords: Sendable {
    private let made = Mutex<PackWords?>(nil)

    /// The words of what a pack recognises; made once.
    func words(of content: Content) -> PackWords {
        made.withLock { made in
            if let made { return made }
            let words = PackWords(content.recognizedTexts, right: content.rightTexts)
            made = words
            return words
        }
    }
}

extension Content {
    /// Every text with words that the pack recognises.
    fileprivate var recognizedTexts: [String] {
        var texts = sets.values.flatMap { $0.entries.flatMap { $0.words + [$0.canonical] } }
        texts += commands.values.flatMap { $0.values.joined() } + languageWords.values.joined()
        for intent in intents {
            texts += intent.title.texts.values.map(\.source)
            texts += (intent.triggers + intent.followUps.flatMap(\.triggers)).map(\.origin.text)
            texts += intent.slots.flatMap(\.wordsAccepted)
        }
        return texts
    }

    /// Texts whose words are no slips, though nothing is recognised by them.
    fileprivate var rightTexts: [String] {
        Array(stopWords.values.joined()) + intents.flatMap { $0.answers.flatMap { $0.texts.values.map(\.source) } }
            + [EnglishWords.text]
    }
}

extension Slot {
    /// The words of a choice; other answers have none that a slip could be measured against.
    fileprivate var wordsAccepted: [String] {
        guard case .choice(let options) = accept else { return [] }
        return options.flatMap { $0.words + $0.title.texts.values.map(\.source) }
    }
}

extension UInt8 {
    /// Whether this is one of `A`…`Z` and `a`…`z`.
    fileprivate var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}

extension Collection {
    /// A hash of numbers that stand for the elements (FNV-1a over whole numbers, with a last mixing).
    fileprivate func wordHash(_ number: (Element) -> UInt32) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for element in self { hash = (hash ^ UInt64(number(element))) &* 0x0000_0100_0000_01B3 }
        return hash ^ hash >> 32
    }
}

extension [UInt8] {
    fileprivate var wordHash: UInt64 { wordHash { UInt32($0) } }
}
