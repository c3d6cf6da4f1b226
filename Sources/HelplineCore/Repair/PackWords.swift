internal import Synchronization

/// The words that a slip may have been meant to be: the pack's own, and never a dictionary's.
struct PackWords: Sendable {
    /// A Latin word, and whether the pack uses it as a word of its own.
    private(set) var latin: [Int: [[UInt8]]] = [:]
    /// Every Latin word that is right as it stands.
    private var rightLatin: Set<[UInt8]> = []
    /// Han words of two to four characters by how they sound.
    private var bySound: [[UInt32]: [[Unicode.Scalar]]] = [:]
    private var han: Set<[Unicode.Scalar]> = []

    static let hanLengths = 2...4

    /// Collects the words of texts; what is in `right` is never mended, and nothing is mended to it.
    init(_ texts: some Sequence<String>, right: some Sequence<String> = []) {
        for text in texts { add(text) }
        for text in right { addRight(text) }
    }

    /// Whether a Latin word is right as it stands.
    func isRight(latin word: [UInt8]) -> Bool { rightLatin.contains(word) }

    /// Whether the pack has these Han characters in a row as a word.
    func isRight(han word: [Unicode.Scalar]) -> Bool { han.contains(word) }

    /// The pack's words that sound like these characters.
    func soundingLike(_ word: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        bySound[word.map { HanAlike.shared.sound($0) }, default: []]
    }

    // MARK: - Collecting

    private mutating func add(_ text: String) {
        for run in Self.runs(of: text) {
            switch run {
            case .latin(let word): add(latin: word)
            case .han(let characters): add(han: characters)
            }
        }
    }

    private mutating func add(latin word: [UInt8]) {
        guard rightLatin.insert(word).inserted, (4...20).contains(word.count) else { return }
        latin[word.count, default: []].append(word)
    }

    /// A short run is a word; of a longer one the pairs of neighbours are.
    private mutating func add(han run: [Unicode.Scalar]) {
        if Self.hanLengths.contains(run.count) { addWord(run) }
        guard run.count > 2 else { return }
        for start in 0..<(run.count - 1) { addWord(Array(run[start..<(start + 2)])) }
    }

    private mutating func addWord(_ word: [Unicode.Scalar]) {
        guard han.insert(word).inserted else { return }
        bySound[word.map { HanAlike.shared.sound($0) }, default: []].append(word)
    }

    private mutating func addRight(_ text: String) {
        for case .latin(let word) in Self.runs(of: text) { rightLatin.insert(word) }
    }

    private enum Run {
        case latin([UInt8])
        case han([Unicode.Scalar])
    }

    /// The Latin words and the rows of Han characters of a text, which may be a pattern: of `\bfees?` the words are fee
    /// and fees, of `transf\w*` there is none.
    private static func runs(of text: String) -> [Run] {
        let scalars = Array(NormalizedText(text).text.unicodeScalars)
        var runs: [Run] = []
        var index = 0
        while index < scalars.count {
            let start = index
            if scalars[index] == "\\" {
                index += 2
            } else if scalars[index].isASCIILetter {
                while index < scalars.count, scalars[index].isASCIILetter || scalars[index] == "'" { index += 1 }
                runs += latin(scalars[start..<index], before: index < scalars.count ? scalars[index] : " ")
            } else if scalars[index].isHan {
                while index < scalars.count, scalars[index].isHan { index += 1 }
                runs.append(.han(Array(scalars[start..<index])))
            } else {
                index += 1
            }
        }
        return runs
    }

    private static func latin(_ word: ArraySlice<Unicode.Scalar>, before next: Unicode.Scalar) -> [Run] {
        let bytes = word.map { UInt8(truncatingIfNeeded: $0.value).lowercasedASCII }
        switch next {
        case "\\", "*", "+", "{", "[": return []
        case "?": return [.latin(bytes), .latin(bytes.dropLast())]
        default: return [.latin(bytes)]
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
