/// Says at little cost in which languages a line may hold words of a phrase.
///
/// A table holds for each hash of a word which lists have it. A line is worth a closer look in a language where three
/// words in a row may be listed, or all of them.
enum PhraseGate {
    private static let table = Array(PhraseGateTable.text.utf8)
    private static let latin: UInt8 = 0x3F

    static func languages(in line: FoldedLine) -> [PhraseLanguage] {
        guard line.hasLetters || line.hasSyllables else { return [] }
        var bits = line.hasLetters ? candidates(in: line, except: connectives) : 0
        if line.hasLetters, bits != latin, line.digitCount > 0 || countsOut(line) {
            bits |= candidates(in: line, except: labels)
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

    /// A bit for each Latin list.
    private static func candidates(in line: FoldedLine, except others: HashSet) -> UInt8 {
        var (one, two, three, all) = (UInt8(0), UInt8(0), UInt8(0), latin)
        var hash: UInt32 = 0
        var length = 0
        for letter in line.letters {
            if letter.isLetter {
                hash = (hash &+ UInt32(letter & 0x1F)) &* 0x9E37_79B1
                length += 1
            } else if length > 0 {
                add(hash, length)
            }
        }
        if length > 0 { add(hash, length) }
        return three | all

        func add(_ word: UInt32, _ count: Int) {
            (hash, length) = (0, 0)
            if count <= 8, others.contains(word) { return }
            let lists = (table[Int(word >> 17)] &- 0x30) & latin
            three |= two & lists
            two = one & lists
            one = lists
            all &= lists
        }
    }

    /// Whether a line counts in words: "the second word is".
    private static func countsOut(_ line: FoldedLine) -> Bool {
        var hash: UInt32 = 0
        var length = 0
        for letter in line.letters {
            if letter.isLetter {
                hash = (hash &+ UInt32(letter & 0x1F)) &* 0x9E37_79B1
                length += 1
            } else {
                if length > 3, length < 9, ordinals.contains(hash) { return true }
                (hash, length) = (0, 0)
            }
        }
        return false
    }

    /// Hashes of a few words; asking for one costs two instructions nearly always.
    private struct HashSet {
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
        joining + counting + ["is", "was", "are", "es", "est", "je", "e", "the", "my", "to", "no", "nr", "number"])

    private static func hash(_ word: StaticString) -> UInt32 {
        word.description.utf8.reduce(0) { ($0 &+ UInt32($1 & 0x1F)) &* 0x9E37_79B1 }
    }
}
