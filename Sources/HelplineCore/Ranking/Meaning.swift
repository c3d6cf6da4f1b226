/// What in a message carries meaning, and where its sentences end; made once a message.
///
/// A letter or digit weighs 1, a Han character 3, a stop word nothing. Weights are kept as sums, so that the weight of
/// a range costs two look-ups.
struct Meaning: Sendable {
    /// The byte ranges of the sentences, without what ends them.
    let sentences: [Range<Int>]
    /// How many Han characters there are.
    let han: Int
    /// How many Latin words; names that every language uses (addresses, hashes, USDT) are none.
    let latinWords: Int
    /// The words of a message of at most three Latin words, in small letters; none of any other.
    let words: [[UInt8]]
    private let sums: [Int32]

    /// Weighs a text.
    init(_ text: NormalizedText, in knowledge: KnowledgeBase) {
        var reader = MeaningReader(bytes: text.bytes, lineStarts: text.lineStarts, neutral: knowledge.neutralWords)
        reader.read(stopWords: knowledge.stopWords, connectives: knowledge.connectives)
        sentences = reader.sentences
        han = reader.han
        latinWords = reader.latinWords
        words =
            latinWords <= 3 && han == 0
            ? text.bytes.split { !$0.isASCIIAlphanumeric && $0 != 0x27 }.map { $0.map(\.lowercasedASCII) } : []
        sums = reader.sums
    }

    /// The weight of a range of bytes.
    func weight(_ range: Range<Int>) -> Int {
        Int(sums[range.upperBound] - sums[range.lowerBound])
    }

    /// What the text weighs without a part of it.
    func weight(beside range: Range<Int>) -> Int {
        weight(0..<sums.count - 1) - weight(range)
    }

    /// The indices of the sentences that a range touches.
    func sentences(touching range: Range<Int>) -> Range<Int> {
        let first = sentences.firstIndex { $0.upperBound > range.lowerBound } ?? sentences.count
        var end = first
        while end < sentences.count, sentences[end].lowerBound < range.upperBound { end += 1 }
        return first..<end
    }

    /// The weight of several sentences.
    func weight(ofSentences indices: Range<Int>) -> Int {
        indices.reduce(0) { $0 + weight(sentences[$1]) }
    }
}

/// The pass over a text that finds weights and sentences.
private struct MeaningReader {
    let bytes: [UInt8]
    let lineStarts: [Int]
    let neutral: Lexicon
    var sums: [Int32] = []
    var sentences: [Range<Int>] = []
    var han = 0
    var latinWords = 0
    private var total: Int32 = 0
    private var sentenceStart = 0
    private var inWord = false
    /// Up to where the present token reaches, if it tells nothing of the language.
    private var neutralEnd = 0

    init(bytes: [UInt8], lineStarts: [Int], neutral: Lexicon) {
        self.bytes = bytes
        self.lineStarts = lineStarts
        self.neutral = neutral
        sums.reserveCapacity(bytes.count + 1)
    }

    mutating func read(stopWords: Lexicon, connectives: Lexicon) {
        var offset = 0
        var nextLine = 0
        while offset < bytes.count {
            if nextLine < lineStarts.count, lineStarts[nextLine] <= offset {
                endSentence(at: offset, resumeAt: offset)
                nextLine += 1
            }
            let joint = connectives.isEmpty ? 0 : connectives.length(at: offset, in: bytes)
            if joint > 0 {
                endSentence(at: offset, resumeAt: offset + joint)
                skip(joint, from: &offset)
                continue
            }
            let stop = stopWords.isEmpty ? 0 : stopWords.length(at: offset, in: bytes)
            if stop > 0 {
                count(words: stop, at: offset)
                skip(stop, from: &offset)
                continue
            }
            readScalar(at: &offset)
        }
        sums.append(total)
        endSentence(at: bytes.count, resumeAt: bytes.count)
    }

    private mutating func readScalar(at offset: inout Int) {
        let (scalar, length) = bytes.scalar(at: offset)
        let weight = weigh(scalar, at: offset)
        if scalar.isSentenceEnd(in: bytes, at: offset, length: length) {
            endSentence(at: offset, resumeAt: offset + length)
        }
        sums.append(total)
        for _ in 1..<max(length, 1) { sums.append(total + weight) }
        total += weight
        offset += length
    }

    private mutating func weigh(_ scalar: Unicode.Scalar, at offset: Int) -> Int32 {
        if scalar.isHan {
            han += 1
            inWord = false
            return 3
        }
        let isWord = scalar.isMeaningful
        if isWord, !inWord, offset >= neutralEnd {
            neutralEnd = bytes.neutralTokenEnd(at: offset, neutral)
            if offset >= neutralEnd { latinWords += 1 }
        }
        inWord = isWord || (inWord && scalar == "'")
        return isWord ? 1 : 0
    }

    /// A stop word has no weight, but tells the language.
    private mutating func count(words length: Int, at offset: Int) {
        inWord = false
        guard bytes[offset] < 0x80 else { return han += length / 3 }
        guard offset >= neutralEnd else { return }
        neutralEnd = bytes.neutralTokenEnd(at: offset, neutral)
        if offset >= neutralEnd { latinWords += 1 }
    }

    private mutating func skip(_ length: Int, from offset: inout Int) {
        for _ in 0..<length { sums.append(total) }
        offset += length
    }

    private mutating func endSentence(at end: Int, resumeAt next: Int) {
        if end > sentenceStart { sentences.append(sentenceStart..<end) }
        sentenceStart = next
    }
}

extension [UInt8] {
    /// The scalar at an offset of valid UTF-8, and its length in bytes.
    func scalar(at offset: Int) -> (Unicode.Scalar, Int) {
        let first = self[offset]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard length > 1, offset + length <= count else { return (Unicode.Scalar(first), 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for index in 1..<length { value = value << 6 | UInt32(self[offset + index] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

extension [UInt8] {
    /// The end of the token at an offset, where every language would write it so: a word of the list, an address, a
    /// hash, a number, a name in capitals; the offset itself where the token is an ordinary word.
    fileprivate func neutralTokenEnd(at offset: Int, _ neutral: Lexicon) -> Int {
        let known = neutral.length(at: offset, in: self)
        if known > 0 { return offset + known }
        var end = offset
        var isShouted = true
        var hasSign = false
        while end < count, self[end] > 0x20, self[end] < 0x80 {
            if (0x61...0x7A).contains(self[end]) { isShouted = false }
            if self[end] == 0x40 || self[end] == 0x5F || (0x30...0x39).contains(self[end]) { hasSign = true }
            end += 1
        }
        let length = end - offset
        let isName = (isShouted && (2...5).contains(length)) || (length == 1 && self[offset] | 0x20 != 0x69)
        return hasSign || isName || length > 24 ? end : offset
    }
}

extension Unicode.Scalar {
    /// Whether a sentence ends here; `.` and `,` only where white space, a Han character or nothing follows.
    fileprivate func isSentenceEnd(in bytes: [UInt8], at offset: Int, length: Int) -> Bool {
        switch self {
        case "。", "！", "？", "；", "…", "!", "?", ";", "，", "、": return true
        case ".", ",", ":":
            let next = offset + length
            return next >= bytes.count || bytes[next] == 0x20 || bytes[next] >= 0x80
        default: return false
        }
    }
}
