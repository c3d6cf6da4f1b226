/// A stretch of listed words in a line: perhaps a part of a phrase that is told in several lines.
struct PhraseFragment: Equatable {
    /// How many lines back it stands; 0 in the line that is being read.
    let linesBack: Int
    /// The places of its words in the list.
    let places: [UInt16]
    /// How many of the words are rare in questions to support.
    let rareCount: Int
    /// How much it looks like words that were written down rather than said: rare words and an end of the line count
    /// for it, everyday words and a sentence around it against it.
    let weight: Int
    /// Which run of its line it is.
    let run: Range<Int>
    /// Whether this is all that its line says.
    let isWhole: Bool
    /// Whether this is a word with its number, and nothing else in its line.
    let isNumbered: Bool

    /// What a number before a word weighs: nine words that are numbered one a line are a phrase, however common they
    /// are.
    private static let numberWeight = 4

    /// Whether half of the words are rare, or the one word is numbered.
    var isDense: Bool { isNumbered || rareCount * 2 >= places.count }

    /// How many of the words make earlier lines worth a look; one with its number does, however common it is.
    var tellingCount: Int { isNumbered ? max(1, rareCount) : rareCount }

    /// The fragments of a line: those that fill it, and those of at least three words, one of them rare.
    static func all(in text: PhraseWords, linesBack: Int) -> [PhraseFragment] {
        text.runs.compactMap { run in
            let rare = text.rareCount(run)
            guard run.count == text.words.count || run.count >= 3 && rare >= 1 else { return nil }
            let isNumbered = text.isNumbered && text.words.count == 1
            let sides = (run.lowerBound > 0 ? 1 : 0) + (run.upperBound < text.words.count ? 1 : 0)
            return PhraseFragment(
                linesBack: linesBack, places: text.places(run), rareCount: rare,
                weight: 5 * rare - run.count - 3 * sides + (isNumbered ? numberWeight : 0), run: run,
                isWhole: run.count == text.words.count, isNumbered: isNumbered)
        }
    }
}
