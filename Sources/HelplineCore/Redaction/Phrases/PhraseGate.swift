/// Says at little cost in which languages a line may hold words of a phrase.
///
/// A table holds for each hash of a word which lists have it. A line is worth a closer look in a language where three
/// words in a row may be listed, or all of them.
enum PhraseGate {
    private static let table = Array(PhraseGateTable.text.utf8)
    private static let latin: UInt8 = 0x3F

    static func languages(in line: FoldedLine) -> [PhraseLanguage] {
        guard line.hasLetters || line.hasSyllables else { return [] }
        var bits: UInt8 = 0
        if line.hasLetters {
            let sieve = sieve(of: line, except: connectives)
            bits = sieve.languages
            if bits != latin, line.digitCount > 0 && hasOrdinal(line) || sieve.countsOut {
                bits |= self.sieve(of: line, except: labels).languages
            }
        }
        guard bits != 0 || line.hasSyllables else { return [] }
        return PhraseLanguage.allCases.filter { language in
            switch language.script {
            case .latin: bits >> language.rawValue & 1 == 1
            case .kana, .hangul: line.hasSyllables
            case .han: false
            }
        }
    }

    /// Whether the words of a line of ASCII may be listed ones with their numbers.
    static func mayNumberWords(_ bytes: Span<UInt8>) -> Bool {
        var sieve = Sieve()
        var digits = 0
        var isNumbered = false
        for index in bytes.indices {
            let byte = bytes[index]
            if byte.isLetter { sieve.add(byte) } else { sieve.endWord(except: labels) }
            isNumbered = isNumbered || !byte.isDigit && (1...2).contains(digits)
            digits = byte.isDigit ? digits + 1 : 0
        }
        sieve.endWord(except: labels)
        return (isNumbered || (1...2).contains(digits)) && sieve.languages != 0
    }

    /// What the words of a line let through, those that number others or join them left out.
    private static func sieve(of line: FoldedLine, except others: HashSet) -> Sieve {
        var sieve = Sieve()
        for letter in line.letters {
            if letter.isLetter { sieve.add(letter) } else { sieve.endWord(except: others) }
        }
        let countsOut = sieve.countsOut
        sieve.endWord(except: others)
        sieve.countsOut = countsOut
        return sieve
    }

    /// Finds rows of listed words letter by letter.
    struct Sieve {
        private var hash: UInt32 = 0
        private var length = 0
        /// A bit for each Latin list: whether the last word is in it, the last two, and any three in a row.
        private var (one, two, three) = (UInt8(0), UInt8(0), UInt8(0))
        /// Likewise of all words.
        private var all = latin
        /// Whether a word counts others: "the second word is".
        fileprivate(set) var countsOut = false

        /// A bit for each Latin list that may have three words in a row, or all.
        var languages: UInt8 { three | all }
        /// Whether a line of words may hold any of a phrase.
        var tells: Bool { languages != 0 || countsOut }

        mutating func add(_ letter: UInt8) {
            hash = (hash &+ UInt32(letter & 0x1F)) &* 0x9E37_79B1
            length += 1
        }

        mutating func endWord() {
            if length > 0 { endWord(except: PhraseGate.connectives) }
        }

        fileprivate mutating func endWord(except others: HashSet) {
            guard length > 0 else { return }
            let (word, count) = (hash, length)
            (hash, length) = (0, 0)
            if !countsOut, count > 3, count < 9, PhraseGate.ordinals.contains(word) { countsOut = true }
            if count <= 8, others.contains(word) { return }
            let lists = (PhraseGate.table[Int(word >> 17)] &- 0x30) & PhraseGate.latin
            three |= two & lists
            two = one & lists
            one = lists
            all &= lists
        }
    }

    /// Whether a line has a number of one or two digits.
    private static func hasOrdinal(_ line: FoldedLine) -> Bool {
        var length = 0
        for letter in line.letters {
            if letter.isDigit {
                length += 1
            } else {
                if (1...2).contains(length) { return true }
                length = 0
            }
        }
        return (1...2).contains(length)
    }

    /// Hashes of a few words; asking for one costs two instructions nearly always.
    fileprivate struct HashSet {
        private var isBegun = [Bool](repeating: false, count: 1024)
        private var hashes: Set<UInt32> = []

        init(_ words: [StaticString]) {
            hashes = Set(words.map(PhraseGate.hash))
            for hash in hashes { isBegun[Int(hash >> 22)] = true }
        }

        func contains(_ hash: UInt32) -> Bool { isBegun[Int(hash >> 22)] && hashes.contains(hash) }
    }

    /// The words that join others, and the endings of "1st" and its like.
    private static let joining: [StaticString] = ["and", "et", "y", "st", "nd", "rd", "th"]
    private static let connectives = HashSet(joining)
    private static let counting: [StaticString] = [
        "word", "words", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth", "last", "then", "finally", "lastly", "palabra", "mot", "parola", "palavra", "slovo",
    ]
    private static let ordinals = HashSet(counting)
    /// All words of labels (`PhraseLabel`).
    private static let labels = HashSet(
        joining + counting + [
            "is", "was", "are", "es", "est", "je", "e", "the", "my", "to", "no", "nr", "number", "four", "five", "nine",
            "eleven",
            "twelve",
        ])

    private static func hash(_ word: StaticString) -> UInt32 {
        word.description.utf8.reduce(0) { ($0 &+ UInt32($1 & 0x1F)) &* 0x9E37_79B1 }
    }
}
