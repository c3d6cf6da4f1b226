/// Joins fragments of several lines to a phrase.
struct PhraseJoiner {
    /// How far back the parts of a phrase are looked for, in lines of the user.
    static let maxLines = 24

    /// What the fragments must weigh where a checksum holds, and where none does; a word of a phrase made at random
    /// weighs 2.5 on the average.
    private let provenWeight: Int
    private let supposedWeight: Int
    /// What they must weigh where they are short lines that follow one another; nil where everyday talk is as short.
    private let rowWeight: Int?

    private let fragments: [PhraseFragment]

    private let isValid: (ArraySlice<UInt16>) -> Bool

    /// Takes the fragments of the line and of those before it, in the order in which they were said, and what tells
    /// whether words are a phrase by its checksum.
    init(
        _ fragments: [PhraseFragment], provenWeight: Int = 4, supposedWeight: Int = 20, rowWeight: Int? = 8,
        isValid: @escaping (ArraySlice<UInt16>) -> Bool
    ) {
        self.fragments = fragments
        (self.provenWeight, self.supposedWeight, self.rowWeight) = (provenWeight, supposedWeight, rowWeight)
        self.isValid = isValid
    }

    /// The lines to look at, each with the number of lines by which it stands back.
    static func numbered(_ earlier: [SafeText]) -> [(SafeText, Int)] {
        let lines = earlier.suffix(maxLines)
        return lines.enumerated().map { ($0.element, lines.count - $0.offset) }
    }

    /// The fragments that are parts of one phrase that ends in the last line; none where there is no such phrase.
    ///
    /// A checksum decides. Where it does not hold, because words are mistyped or missing, so many rare words do. Where
    /// there is a phrase, what else looks much like a part of one is taken for it.
    func phrase() -> [PhraseFragment] {
        guard fragments.contains(where: { $0.linesBack == 0 }) else { return [] }
        let telling = fragments.filter { $0.rareCount > 0 }
        var parts = supposed(in: telling)
        if parts.isEmpty { parts = listed() }
        for attempt in [fragments, telling] + pairs(of: telling) where parts.isEmpty { parts = proven(in: attempt) }
        guard !parts.isEmpty else { return [] }
        // Where it is told word by word, its everyday words stand alone as well.
        let isWordByWord = parts.count { $0.places.count == 1 } * 2 >= parts.count
        let first = beginning(of: parts, isWordByWord: isWordByWord)
        return fragments.filter {
            $0.isDense || parts.contains($0) || $0.linesBack <= first && ($0.places.count >= 2 || isWordByWord)
        }
    }

    /// How many lines back a phrase begins of which parts were found: lines right before them may belong to it.
    private func beginning(of parts: [PhraseFragment], isWordByWord: Bool) -> Int {
        var first = parts.map(\.linesBack).max() ?? 0
        var count = parts.reduce(0) { $0 + $1.places.count }
        while let before = fragments.last(where: { $0.linesBack > first && $0.linesBack <= first + 2 }) {
            let lacksWords = !Mnemonic.counts.contains(count)
            let isBeside = before.linesBack == first + 1
            guard
                isBeside && (before.places.count >= 3 || before.isNumbered)
                    || isBeside && isWordByWord && before.isWhole && lacksWords
                    || before.isWhole && before.places.count >= 2 && lacksWords
            else { break }
            first = before.linesBack
            count += before.places.count
        }
        return first
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
                if weight >= provenWeight, isValid(places[window]) { proven.formUnion(touched) }
            }
        }
        return proven.sorted().map { fragments[$0] }
    }

    /// The last fragments that have twelve words together, half of them rare.
    private func supposed(in fragments: [PhraseFragment]) -> [PhraseFragment] {
        heavy(fragments.filter { $0.linesBack == 0 || $0.isDense }, from: PhraseRule.minLength)
    }

    /// The last lines that say nothing but nine listed words together: those with numbers, with rare words, and those
    /// of everyday words right beside one another.
    ///
    /// Where lines of two such words and more follow one another, with nothing or one other line between, they need
    /// weigh little: nobody talks so for nine words.
    private func listed() -> [PhraseFragment] {
        var lines: [PhraseFragment] = []
        var row: [PhraseFragment] = []
        var hasGap = false
        for fragment in fragments.reversed() where fragment.isWhole {
            let isBeside = fragment.linesBack - (lines.last?.linesBack ?? -1) <= 1
            if fragment.isDense || isBeside { lines.append(fragment) }
            let gap = fragment.linesBack - (row.last?.linesBack ?? -1)
            if fragment.places.count >= 2, gap <= (row.isEmpty ? 1 : 2) {
                hasGap = hasGap || gap > 1
                row.append(fragment)
            }
        }
        let together = rowWeight.map { weight in
            heavy(row.reversed(), from: PhraseRule.tellingLength, weighing: hasGap ? weight + 4 : weight)
        }
        if let together, !together.isEmpty { return together }
        return heavy(lines.reversed(), from: PhraseRule.tellingLength)
    }

    /// The last fragments that have enough words and weigh enough.
    private func heavy(
        _ fragments: [PhraseFragment], from length: Int, weighing least: Int? = nil
    ) -> [PhraseFragment] {
        var count = 0
        var weight = 0
        for (index, fragment) in fragments.enumerated().reversed() {
            count += fragment.places.count
            weight += fragment.weight
            if count >= length, weight >= least ?? supposedWeight { return Array(fragments[index...]) }
        }
        return []
    }
}
