/// Words of a recovery phrase without anything between them: `RailErasePet…`.
///
/// The lists' words have three letters and more (English eight at most, Italian more); a long run that consists of
/// nothing but such words is no sentence, which has "is", "my" and "to". Beside the words only capitals, digits and
/// hyphens may stand, which number or part them.
enum RunTogetherWords {
    /// Where so many words in a row make up the whole run, it is a phrase or most of one.
    private static let least = PhraseRule.tellingLength
    private static let lengths = 3...12
    /// Longer than 24 words with their numbers; the work is in proportion to it.
    private static let maxLength = 400

    /// Whether a run of letters and digits consists of listed words of one language.
    static func arePhrase(_ run: ArraySlice<UInt8>) -> Bool {
        guard run.count <= maxLength else { return false }
        let letters = run.filter(\.isLetter).map { UInt32($0 | 0x20) }
        guard letters.count >= least * lengths.lowerBound, letters.count * 5 >= run.count * 3 else { return false }
        return PhraseLanguage.allCases.contains { language in
            guard language.script == .latin, let list = language.list else { return false }
            return (count(of: letters, in: list) ?? 0) >= least
        }
    }

    /// Of how many words at most the letters consist; nil where they do not.
    private static func count(of letters: [UInt32], in list: WordList) -> Int? {
        var most = [Int?](repeating: nil, count: letters.count + 1)
        most[0] = 0
        for start in letters.indices {
            guard let before = most[start] else { continue }
            for length in lengths where start + length <= letters.count {
                let end = start + length
                guard before + 1 > most[end] ?? -1, list.place(of: letters[start..<end]) != nil else { continue }
                most[end] = before + 1
            }
        }
        return most[letters.count]
    }
}
