/// The words of a line, in the script of a list, as parts of a phrase.
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
    /// Whether the words are counted out: "1.", "word 2 is", "then", 第三个.
    private(set) var isNumbered = false
    /// Whether words were taken for labels, of which some are listed words as well: "then", "word", "first".
    private(set) var hasLabels = false

    /// - Parameter takesLabels: whether words that number others are no words of the phrase.
    init(in line: FoldedLine, list: WordList, script: PhraseLanguage.Script, takesLabels: Bool = true) {
        var end = 0
        var index = 0
        while index < line.count {
            guard Self.isPart(index, of: script, in: line) else {
                index += 1
                continue
            }
            let start = index
            index = Self.endOfWord(at: start, of: script, in: line)
            let units = line.units[start..<index]
            if script == .latin {
                if Self.isConnective(line.letters[start..<index], behind: start, in: line) { continue }
                if takesLabels, let label = PhraseLabel.end(of: start..<index, in: line) {
                    hasLabels = true
                    if Self.isGap(end..<start, in: line) { end = label }
                    isNumbered = true
                    index = label
                    continue
                }
            }
            let place = list.place(of: units)
            let word = Word(
                range: start..<index, place: place, isRare: place.map { Self.isRare($0, units, in: list) } ?? false,
                isJoined: Self.isGap(end..<start, in: line))
            end = index
            if word.place != nil { extendRuns(by: word) }
            words.append(word)
        }
        isNumbered = isNumbered || line.digitCount > 0 || line.hanCount > 0 && line.units.contains(Self.ordinalMark)
    }

    private static let ordinalMark: UInt32 = 0x7B2C

    private mutating func extendRuns(by word: Word) {
        if word.isJoined, let last = runs.last, last.upperBound == words.count {
            runs[runs.count - 1] = last.lowerBound..<words.count + 1
        } else {
            runs.append(words.count..<words.count + 1)
        }
    }

    /// How many words of a run are rare.
    func rareCount(_ run: Range<Int>) -> Int { words[run].count { $0.isRare } }

    /// How many words of a run are rare, each counted once.
    func distinctRareCount(_ run: Range<Int>) -> Int {
        Set(words[run].compactMap { $0.isRare ? $0.place : nil }).count
    }

    /// The places of a run's words in the list.
    func places(_ run: Range<Int>) -> [UInt16] {
        words[run].compactMap { $0.place.map { UInt16(truncatingIfNeeded: $0) } }
    }

    /// Where a run stands in the line.
    func span(_ run: Range<Int>) -> Range<Int> {
        words[run.lowerBound].range.lowerBound..<words[run.upperBound - 1].range.upperBound
    }

    /// Whether a word that is in no list may be a mistyped one: it is none of those that make a sentence.
    func mayBeMistyped(_ number: Int, in line: FoldedLine) -> Bool {
        let range = words[number].range
        guard line.isLetter(range.lowerBound) else { return true }
        let word = line.word(at: range.lowerBound).text
        return range.count >= 3 && !PasswordWords.functions.contains(word)
    }

    /// Whether a word makes sentences in one of the other languages, though a list may have one that begins like it.
    func isFunction(_ number: Int, in line: FoldedLine) -> Bool {
        Self.functions.contains(line.word(at: words[number].range.lowerBound).text)
    }

    /// Words of three letters and more that make sentences in the other languages of the lists.
    private static let functions: Set<String> = [
        "para", "pero", "como", "este", "esta", "esto", "porque", "cuando", "donde", "tiene", "unos", "unas", "entre",
        "solo", "solamente", "desde", "hasta", "sobre", "dans", "pour", "avec", "mais", "sans", "sont", "cette", "plus",
        "elle", "nous", "vous", "etre", "tout", "comme", "della", "delle", "degli", "nella", "alla", "dalla", "sono",
        "questo", "questa", "anche", "perche", "quando", "come", "jako", "jsou", "nebo", "kdyz", "protoze", "bude",
        "una", "uno", "las", "los", "del", "que", "con", "por", "sin", "sus", "muy", "mas", "hay", "son", "les", "des",
        "une", "est", "par", "qui", "sur", "pas", "non", "che", "per", "gli", "dei", "nel", "nao", "uma", "com", "sao",
        "jak", "ale", "pro", "jen", "jsem", "dos", "das", "neni", "jeho", "isso", "esse", "essa", "onde", "pelo",
        "pela",
    ]

    private static func isPart(_ index: Int, of script: PhraseLanguage.Script, in line: FoldedLine) -> Bool {
        script == .latin ? line.isLetter(index) : line.isSyllable(index)
    }

    /// An apostrophe between letters belongs to the word: "don't" is one, and in no list.
    static func endOfWord(at start: Int, of script: PhraseLanguage.Script, in line: FoldedLine) -> Int {
        var index = start
        while isPart(index, of: script, in: line) || line.isLetter(index + 1) && line.letters[index] == 0x27 {
            index += 1
        }
        return index
    }

    /// A shortened word is rare unless it is itself a word of everyday.
    static func isRare(_ place: Int, _ word: ArraySlice<UInt32>, in list: WordList) -> Bool {
        !list.isCommon[place] && !(list.isShortened(place, word) && everyday.contains(Array(word)))
    }

    /// English words of four letters that begin longer words of the lists.
    private static let everyday: Set<[UInt32]> = Set(
        [
            "some", "them", "info", "hear", "mess", "acco", "even", "mine", "comp", "inte", "were", "ever", "post",
        ].map { $0.unicodeScalars.map(\.value) })

    /// Whether a word only joins others: "and", or the ending of "1st".
    static func isConnective(_ letters: ArraySlice<UInt8>, behind start: Int, in line: FoldedLine) -> Bool {
        func equals(_ text: StaticString) -> Bool {
            letters.count == text.utf8CodeUnitCount
                && zip(letters, text.description.utf8).allSatisfy { $0 | 0x20 == $1 }
        }
        switch letters.count {
        case 3: return equals("and")
        case 2: return equals("et") || line.isDigit(start - 1) && ["st", "nd", "rd", "th"].contains { equals($0) }
        case 1: return equals("y")
        default: return false
        }
    }

    /// Whether what stands between two words separates words of one phrase: marks, spaces, numbers up to 99, "and", and
    /// the Chinese words for counting.
    static func isGap(_ gap: Range<Int>, in line: FoldedLine) -> Bool {
        guard gap.count <= 30 else { return false }
        var digits = 0
        for index in gap {
            let letter = line.letters[index]
            digits = letter.isDigit ? digits + 1 : 0
            if digits > 2 || letter == FoldedLine.Class.letter { return false }
            if letter == FoldedLine.Class.han, !counting.contains(line.units[index]) { return false }
        }
        return true
    }

    private static let counting: Set<UInt32> = Set(
        "第一二三四五六七八九十两个单词字号位番目是为和我的助记恢复首先然后接着下前最还有再剩余半段组部分".unicodeScalars.map(\.value))
}
