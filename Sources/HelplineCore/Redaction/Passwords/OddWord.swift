/// Words of letters that are in no language: rows of the keyboard, what nobody can say, pinyin.
enum OddWord {
    private static let maxLength = 32
    private static let rows = [
        "qwert", "werty", "asdf", "zxcv", "qazws", "wsxed", "poiu", "lkjh", "mnbv", "abcde", "abcabc",
    ]
    private static let vowels = Set("aeiouy".utf8)
    private static let consonants = 5
    private static let syllables = 3

    static func isOdd(_ word: String) -> Bool {
        guard word.utf8.count <= maxLength else { return true }
        return rows.contains(where: word.contains) || isUnspeakable(word) || isPinyin(word)
    }

    private static func isUnspeakable(_ word: String) -> Bool {
        var row = 0
        return word.utf8.contains { letter in
            row = vowels.contains(letter) ? 0 : row + 1
            return row >= consonants
        }
    }

    /// Whether a word divides into three syllables of pinyin and more; hardly any English word does.
    private static func isPinyin(_ word: String) -> Bool {
        let letters = Array(word.utf8)
        // How many syllables the letters up to each place have at least; as many as letters where they do not divide.
        var counts = [0] + [Int](repeating: .max, count: letters.count)
        for end in letters.indices {
            for length in 1...min(6, end + 1) where counts[end + 1 - length] < .max {
                let part = String(decoding: letters[(end + 1 - length)...end], as: UTF8.self)
                if sounds.contains(part) { counts[end + 1] = min(counts[end + 1], counts[end + 1 - length] + 1) }
            }
        }
        // "machine", "mobile" and "resume" divide as well.
        let least = letters.last == UInt8(ascii: "e") ? syllables + 1 : syllables
        return counts[letters.count] < .max && counts[letters.count] >= least
    }

    private static let sounds: Set<String> = {
        let finals: [(String, String)] = [
            ("b", "a o ai ei ao an en ang eng i ie iao ian in ing u"),
            ("p", "a o ai ei ao ou an en ang eng i ie iao ian in ing u"),
            ("m", "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u"), ("f", "a o ei ou an en ang eng u"),
            ("d", "a e ai ei ao ou an ang eng ong i ie iao iu ian ing u uo ui uan un"),
            ("t", "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un"),
            ("n", "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v"),
            ("l", "a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v"),
            ("g", "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"),
            ("k", "a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang"),
            ("h", "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"),
            ("j", "i ia ie iao iu ian in iang ing iong u ue uan un"),
            ("q", "i ia ie iao iu ian in iang ing iong u ue uan un"),
            ("x", "i ia ie iao iu ian in iang ing iong u ue uan un"),
            ("zh", "a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang"),
            ("ch", "a e i ai ao ou an en ang eng ong u uo uai ui uan un uang"),
            ("sh", "a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang"),
            ("r", "e i ao ou an en ang eng ong u uo ui uan un"),
            ("z", "a e i ai ei ao ou an en ang eng ong u uo ui uan un"),
            ("c", "a e i ai ao ou an en ang eng ong u uo ui uan un"),
            ("s", "a e i ai ao ou an en ang eng ong u uo ui uan un"),
            ("y", "a o e ao ou an in ang ing ong i u ue uan un"), ("w", "a o u ai ei an en ang eng"),
        ]
        return Set(
            finals.flatMap { first, rest in rest.split(separator: " ").map { first + $0 } } + [
                "a", "e", "ai", "an", "ao", "ou", "er", "en", "ang",
            ])
    }()
}
