/// What of a message is compared with the examples: its words, their beginnings, pairs of words, Han characters, pairs
/// of them, and the word sets that it touches.
///
/// All digits are one word, as no two users have the same amounts. Each feature counts once.
struct MessageFeatures {
    /// Messages are looked at up to so many bytes from either end; people say what they want at one of them.
    static let reach = 400
    /// So many letters tell “withdrawal” and “withdrawing” from other words.
    private static let stemLength = 5

    private(set) var hashes: [UInt32] = []
    private let bytes: [UInt8]
    private let concepts: ConceptWords
    private var lastWord: ArraySlice<UInt8>?
    private var lastHan: ArraySlice<UInt8>?

    /// The features of a text, in order and without doubles.
    static func hashes(of text: NormalizedText, _ concepts: ConceptWords) -> [UInt32] {
        var features = MessageFeatures(text.bytes.map(\.lowercasedASCII), concepts)
        features.read()
        features.hashes.sort()
        return features.hashes.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    private init(_ bytes: [UInt8], _ concepts: ConceptWords) {
        self.bytes = bytes
        self.concepts = concepts
    }

    private mutating func read() {
        guard bytes.count > 2 * Self.reach else { return read(bytes.indices) }
        read(0..<Self.reach)
        (lastWord, lastHan) = (nil, nil)
        read(bytes.count - Self.reach..<bytes.count)
    }

    private mutating func read(_ range: Range<Int>) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            concepts.forEachSet(at: offset, in: bytes) { hashes.append($0) }
            let end = endOfWord(at: offset)
            if end > offset {
                addWord(bytes[offset].isDigit ? [0x23] : bytes[offset..<end])
                offset = end
                continue
            }
            let (scalar, length) = bytes.scalar(at: offset)
            if scalar.isHan { addHan(bytes[offset..<offset + length]) } else { lastHan = nil }
            offset += max(length, 1)
        }
    }

    /// The end of the letters, or of the digits, that begin at an offset; the offset where there are none.
    private func endOfWord(at offset: Int) -> Int {
        let isNumber = bytes[offset].isDigit
        var end = offset
        while end < bytes.count, isNumber ? bytes[end].isDigit : bytes[end].isLetterOrApostrophe { end += 1 }
        return end
    }

    private mutating func addWord(_ word: ArraySlice<UInt8>) {
        lastHan = nil
        hashes.append(FeatureHash(kind: .word).adding(word).value)
        if word.first != 0x23 { hashes.append(FeatureHash(kind: .stem).adding(word.prefix(Self.stemLength)).value) }
        if let lastWord {
            hashes.append(FeatureHash(kind: .wordPair).adding(lastWord).adding([0x20]).adding(word).value)
        }
        lastWord = word
    }

    private mutating func addHan(_ character: ArraySlice<UInt8>) {
        hashes.append(FeatureHash(kind: .character).adding(character).value)
        if let lastHan { hashes.append(FeatureHash(kind: .characterPair).adding(lastHan).adding(character).value) }
        lastHan = character
    }
}

extension UInt8 {
    fileprivate var isLetterOrApostrophe: Bool { (0x61...0x7A).contains(self) || self == 0x27 }
}
