/// The Latin words of a line as parts of a phrase.
struct PhraseWords {
    /// A run of letters.
    struct Word {
        let range: Range<Int>
        /// The place in the list, where the word is in it.
        let place: Int?
        /// A listed word that hardly ever occurs in a question to support.
        let isRare: Bool
        /// Only marks, spaces, a number and "and" stand between this one and the one before it.
        let isJoined: Bool
    }

    private(set) var words: [Word] = []
    /// The maximal runs of listed words, in numbers of words.
    private(set) var runs: [Range<Int>] = []

    init(in line: FoldedLine, list: WordList) {
        var end = 0
        var index = 0
        while index < line.count {
            guard line.isLetter(index) else {
                index += 1
                continue
            }
            let start = index
            index = Self.endOfWord(at: start, in: line)
            let letters = line.letters[start..<index]
            if Self.isConnective(letters, behind: start, in: line) { continue }
            let place = list.index(of: letters)
            let word = Word(
                range: start..<index, place: place, isRare: place.map { !list.isCommon[$0] } ?? false,
                isJoined: Self.isGap(end..<start, in: line))
            end = index
            if word.place != nil { extendRuns(by: word) }
            words.append(word)
        }
    }

    private mutating func extendRuns(by word: Word) {
        if word.isJoined, let last = runs.last, last.upperBound == words.count {
            runs[runs.count - 1] = last.lowerBound..<words.count + 1
        } else {
            runs.append(words.count..<words.count + 1)
        }
    }

    /// How many words of a run are rare.
    func rareCount(_ run: Range<Int>) -> Int { words[run].count { $0.isRare } }

    /// The places of a run's words in the list.
    func places(_ run: Range<Int>) -> [UInt16] {
        words[run].compactMap { $0.place.map { UInt16(truncatingIfNeeded: $0) } }
    }

    /// Where a run stands in the line.
    func span(_ run: Range<Int>) -> Range<Int> {
        words[run.lowerBound].range.lowerBound..<words[run.upperBound - 1].range.upperBound
    }

    /// An apostrophe between letters belongs to the word: "don't" is one, and in no list.
    private static func endOfWord(at start: Int, in line: FoldedLine) -> Int {
        var index = start
        while line.isLetter(index) || line.isLetter(index + 1) && line.letters[index] == 0x27 { index += 1 }
        return index
    }

    /// Whether a word only joins others: "and", or the ending of "1st".
    private static func isConnective(_ letters: ArraySlice<UInt8>, behind start: Int, in line: FoldedLine) -> Bool {
        func equals(_ text: StaticString) -> Bool {
            letters.count == text.utf8CodeUnitCount
                && zip(letters, text.description.utf8).allSatisfy { $0 | 0x20 == $1 }
        }
        switch letters.count {
        case 3: return equals("and")
        case 2: return line.isDigit(start - 1) && (equals("st") || equals("nd") || equals("rd") || equals("th"))
        default: return false
        }
    }

    /// Whether what stands between two words separates words of one phrase: marks, spaces, numbers up to 99, "and", and
    /// the Chinese words for counting.
    private static func isGap(_ gap: Range<Int>, in line: FoldedLine) -> Bool {
        guard gap.count <= 24 else { return false }
        var digits = 0
        for index in gap {
            let letter = line.letters[index]
            digits = letter.isDigit ? digits + 1 : 0
            if digits > 2 || letter == FoldedLine.Class.letter { return false }
            if letter == FoldedLine.Class.han, !counting.contains(line.units[index]) { return false }
        }
        return true
    }

    private static let counting: Set<UInt32> = Set("第一二三四五六七八九十个词号是和".unicodeScalars.map(\.value))
}
