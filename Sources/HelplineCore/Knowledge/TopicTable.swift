/// What is asked of all intents at once: their titles by the words in them, and who asks for a transaction hash.
///
/// A pack may have ten thousand intents, and a line that none of them answers must not have to look at each.
final class TopicTable: Sendable {
    /// The place of the only question that asks for a hash; nil where none or several do.
    let hashAsker: Int?

    private let stopWords: Lexicon
    /// The titles of questions, one a language, that have a word.
    private let titles: [[UInt8]: [Int]]
    /// Whose each title is.
    private let owners: [IntentID]

    /// Walks once over all intents.
    init(_ content: Content, stopWords: Lexicon) {
        var titles: [[UInt8]: [Int]] = [:]
        var owners: [IntentID] = []
        var askers: [Int] = []
        for (place, intent) in content.intents.enumerated() where intent.kind == .faq {
            if intent.slots.contains(where: \.wantsHash) { askers.append(place) }
            for title in intent.title.texts.values {
                for word in Self.words(of: NormalizedText(title.source), without: stopWords) {
                    titles[word, default: []].append(owners.count)
                }
                owners.append(intent.id)
            }
        }
        hashAsker = askers.count == 1 ? askers[0] : nil
        self.stopWords = stopWords
        self.titles = titles
        self.owners = owners
    }

    /// The intents whose titles share words or pairs of Han characters with a text, most first.
    func nearest(to text: NormalizedText) -> [IntentID] {
        var shared: [Int: Int] = [:]
        for word in Self.words(of: text, without: stopWords) {
            for title in titles[word] ?? [] { shared[title, default: 0] += 1 }
        }
        var best: [IntentID: Int] = [:]
        for (title, count) in shared { best[owners[title]] = max(best[owners[title]] ?? 0, count) }
        return best.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
    }

    /// The Latin words and the pairs of neighbouring Han characters of a text, without stop words.
    private static func words(of text: NormalizedText, without stopWords: Lexicon) -> Set<[UInt8]> {
        var words: Set<[UInt8]> = []
        var word: [UInt8] = []
        var lastHan: [UInt8] = []
        var offset = 0
        func closeWord() {
            if word.count > 2 { words.insert(word) }
            word = []
        }
        while offset < text.bytes.count {
            let stop = stopWords.length(at: offset, in: text.bytes)
            let (scalar, length) = text.bytes.scalar(at: offset)
            let bytes = text.bytes[offset..<offset + max(stop, length)].map(\.lowercasedASCII)
            if stop > 0 {
                closeWord()
                lastHan = []
            } else if scalar.isHan {
                closeWord()
                if !lastHan.isEmpty { words.insert(lastHan + bytes) }
                lastHan = bytes
            } else {
                lastHan = []
                if scalar.isMeaningful { word += bytes } else { closeWord() }
            }
            offset += max(stop, length)
        }
        closeWord()
        return words
    }
}
