/// A stretch of listed words in a line: perhaps a part of a phrase that is told in several lines.
struct PhraseFragment {
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

    /// The fragments of a line: those that fill it, and those of at least three words, one of them rare.
    static func all(in text: PhraseWords, linesBack: Int) -> [PhraseFragment] {
        text.runs.compactMap { run in
            let rare = text.rareCount(run)
            guard run.count == text.words.count || run.count >= 3 && rare >= 1 else { return nil }
            let sides = (run.lowerBound > 0 ? 1 : 0) + (run.upperBound < text.words.count ? 1 : 0)
            return PhraseFragment(
                linesBack: linesBack, places: text.places(run), rareCount: rare,
                weight: 5 * rare - run.count - 3 * sides, run: run)
        }
    }
}

/// Joins fragments of several lines to a phrase.
struct PhraseJoiner {
    /// How far back the parts of a phrase are looked for, in lines of the user.
    static let maxLines = 24

    /// What the fragments must weigh where a checksum holds, and where none does; a word of a phrase made at random
    /// weighs 2.5 on the average.
    private static let provenWeight = 4
    private static let supposedWeight = 20

    private let fragments: [PhraseFragment]

    /// Takes the fragments of the line and of those before it, in the order in which they were said.
    init(_ fragments: [PhraseFragment]) {
        self.fragments = fragments
    }

    /// The fragments that are parts of one phrase that ends in the last line; none where there is no such phrase.
    ///
    /// A checksum decides. Where it does not hold, because words are mistyped or missing, so many rare words do.
    func phrase() -> [PhraseFragment] {
        guard fragments.contains(where: { $0.linesBack == 0 }) else { return [] }
        let telling = fragments.filter { $0.rareCount > 0 }
        for attempt in [fragments, telling] + pairs(of: telling) {
            let proven = proven(in: attempt)
            if !proven.isEmpty { return proven }
        }
        return supposed(in: telling)
    }

    /// The last line's first fragment with each one before it: something else may have been said between the two.
    private func pairs(of telling: [PhraseFragment]) -> [[PhraseFragment]] {
        guard let last = telling.first(where: { $0.linesBack == 0 }), telling.count > 2 else { return [] }
        return telling.filter { $0.linesBack > 0 }.suffix(8).map { [$0, last] }
    }

    /// The fragments that windows with a valid checksum touch.
    private func proven(in fragments: [PhraseFragment]) -> [PhraseFragment] {
        let owners = fragments.indices.flatMap { index in fragments[index].places.map { _ in index } }
        let places = fragments.flatMap(\.places)
        let earlier = fragments.filter { $0.linesBack > 0 }.reduce(0) { $0 + $1.places.count }
        var proven: Set<Int> = []
        for count in Mnemonic.counts where count <= places.count {
            for start in stride(from: max(0, earlier - count + 1), through: places.count - count, by: 1) {
                let window = start..<start + count
                let touched = Set(owners[window])
                let weight = touched.reduce(0) { $0 + fragments[$1].weight }
                if weight >= Self.provenWeight, Mnemonic.isValid(places[window]) { proven.formUnion(touched) }
            }
        }
        return proven.sorted().map { fragments[$0] }
    }

    /// The last fragments that have twelve words together, half of them rare.
    private func supposed(in fragments: [PhraseFragment]) -> [PhraseFragment] {
        let dense = fragments.filter { $0.linesBack == 0 || $0.rareCount * 2 >= $0.places.count }
        var count = 0
        var weight = 0
        for (index, fragment) in dense.enumerated().reversed() {
            count += fragment.places.count
            weight += fragment.weight
            if count >= PhraseRule.minLength, weight >= Self.supposedWeight { return Array(dense[index...]) }
        }
        return []
    }
}
