/// Mends slips of the keyboard in a message, against the pack's own words only.
///
/// An English word of four letters or more that is no right word becomes the only pack word that is one edit away, two
/// from eight letters on. Two to four Han characters that are no word of the pack become the pack word that sounds the
/// same, or differs in one character that looks the same. Tried only where nothing else explains the message, on its
/// first 200 characters.
struct TypoRepair {
    /// A message with its slips mended.
    struct Result {
        /// The whole message as it was probably meant.
        var text: NormalizedText
        /// The pack's words that took the place of others, in order.
        var words: [String]
        /// Whether the user should be asked whether this was meant.
        var isDoubtful: Bool
    }

    private static let limit = 200
    private let words: PackWords

    init(_ words: PackWords) {
        self.words = words
    }

    /// The mended message, nil where nothing is to be mended.
    func mend(_ text: NormalizedText) -> Result? {
        var scalars = Array(text.text.unicodeScalars)
        guard scalars.count <= Self.limit else { return nil }
        var found: [String] = []
        var isDoubtful = false
        mendHan(&scalars, &found, &isDoubtful)
        mendLatin(&scalars, &found, &isDoubtful)
        guard !found.isEmpty else { return nil }
        let mended = String(String.UnicodeScalarView(scalars))
        return Result(text: NormalizedText(mended), words: found, isDoubtful: isDoubtful || found.count > 3)
    }

    // MARK: - Latin words

    private func mendLatin(_ scalars: inout [Unicode.Scalar], _ found: inout [String], _ isDoubtful: inout Bool) {
        var index = 0
        while index < scalars.count {
            let start = index
            while index < scalars.count, scalars[index].value.isLetter { index += 1 }
            if index - start >= 4, isFree(start, index, in: scalars),
                let (word, doubt) = meant(scalars[start..<index].map { UInt8($0.value).lowercasedASCII })
            {
                scalars.replaceSubrange(start..<index, with: word.map { Unicode.Scalar($0) })
                index = start + word.count
                found.append(String(decoding: word, as: UTF8.self))
                isDoubtful = isDoubtful || doubt
            }
            index = max(index, start + 1)
        }
    }

    /// Whether a run of letters is a word and no part of an address, a hash or a path.
    private func isFree(_ start: Int, _ end: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let joints: Set<Unicode.Scalar> = ["@", "/", "_", ":", "#"]
        func binds(_ index: Int) -> Bool {
            guard scalars.indices.contains(index) else { return false }
            return joints.contains(scalars[index]) || ("0"..."9").contains(scalars[index])
        }
        return !binds(start - 1) && !binds(end)
    }

    /// The only word that a slip can have been, and whether that is doubtful.
    private func meant(_ slip: [UInt8]) -> (word: [UInt8], isDoubtful: Bool)? {
        guard slip.count <= LatinWords.longest, !words.isRight(latin: slip) else { return nil }
        var (near, distance) = words.latin.nearest(to: slip, limit: slip.count >= 8 ? 2 : 1)
        // Letters in the wrong order are the likeliest slip; the pack may have other slips among its words.
        let swapped = near.filter { isSwap(slip, $0) }
        if swapped.count == 1 { near = swapped }
        guard let first = near.first, let word = near.max(by: { $0.count < $1.count }) else { return nil }
        // Forms of one word are as good as one candidate: of hack and hacked the longer one.
        guard near.allSatisfy({ $0.starts(with: first.prefix(4)) }) else { return nil }
        let isFirstWrong = word[0] != slip[0]
        guard !isFirstWrong || slip.count >= 5 else { return nil }
        // One letter for another makes most short words into other right ones.
        let isShort = !isSwap(slip, word) && slip.count <= (slip.count == word.count ? 6 : 4)
        return (word, distance > 1 && slip.count < 10 || isFirstWrong || isShort)
    }

    /// Whether two words have the same letters: a slip of order, the most certain of all.
    private func isSwap(_ one: [UInt8], _ other: [UInt8]) -> Bool { one.sorted() == other.sorted() }

    // MARK: - Han words

    private func mendHan(_ scalars: inout [Unicode.Scalar], _ found: inout [String], _ isDoubtful: inout Bool) {
        var index = 0
        while index < scalars.count {
            let length = PackWords.hanLengths.reversed().first { length in
                guard let word = window(index, length, in: scalars) else { return false }
                if words.isRight(han: word) { return true }
                guard let (meant, doubt) = meant(word) else { return false }
                scalars.replaceSubrange(index..<(index + length), with: meant)
                found.append(String(String.UnicodeScalarView(meant)))
                isDoubtful = isDoubtful || doubt
                return true
            }
            index += length ?? 1
        }
    }

    private func window(_ start: Int, _ length: Int, in scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar>? {
        guard start + length <= scalars.count else { return nil }
        let window = scalars[start..<(start + length)]
        return window.allSatisfy(\.isHan) ? window : nil
    }

    /// The word that sounds or looks like the characters; doubtful where less than half of them are right.
    private func meant(_ slip: ArraySlice<Unicode.Scalar>) -> (word: [Unicode.Scalar], isDoubtful: Bool)? {
        func right(_ word: [Unicode.Scalar]) -> Int { zip(word, slip).count { $0 == $1 } }
        let alike = words.soundingLike(slip).max { right($0) < right($1) }
        if let alike, right(alike) > 0 {
            return (alike, 2 * right(alike) < slip.count)
        }
        for (index, scalar) in slip.enumerated() {
            for other in HanAlike.shared.lookalikes(scalar) {
                guard words.isRight(han: slip, with: other, at: index) else { continue }
                var word = Array(slip)
                word[index] = other
                return (word, slip.count == 2 && alike != nil)
            }
        }
        return alike.map { ($0, true) }
    }
}
