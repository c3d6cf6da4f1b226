/// The literals of one pattern, laid out for looking them up at every place of a text.
struct LiteralTable: Sendable {
    /// All literals as folded scalars, one behind the other; of literals that start alike, the longer come first.
    private let scalars: [UInt32]

    /// Where each literal ends in `scalars`; it starts where the one before it ends.
    private let ends: [UInt32]

    /// A bit for the lowest six bits of every first scalar: most characters of a text are ruled out by it.
    private let firstScalars: UInt64

    init(_ literals: some Sequence<PatternShape.Literal>) {
        let texts = literals.map { literal in
            String(decoding: literal.bytes, as: UTF8.self).unicodeScalars.map(\.value)
        }
        let sorted = texts.sorted { left, right in
            left.first == right.first
                ? left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count > right.count
                : left[0] < right[0]
        }
        scalars = sorted.flatMap(\.self)
        var end: UInt32 = 0
        ends = sorted.map { text in
            end += UInt32(text.count)
            return end
        }
        firstScalars = sorted.reduce(0) { $0 | 1 << UInt64($1[0] & 63) }
    }

    var isEmpty: Bool { ends.isEmpty }

    /// The literals, sorted by their bytes.
    var literals: [PatternShape.Literal] {
        ends.indices.map { index in
            var bytes: [UInt8] = []
            for scalar in scalars[start(of: index)..<Int(ends[index])] { CaseClasses.append(scalar, to: &bytes) }
            return PatternShape.Literal(bytes)
        }.sorted()
    }

    /// Where the longest literal that occurs at this place of the text ends, nil when none does.
    ///
    /// An occurrence has to end by `limit`. A literal of a single ASCII letter or digit only occurs as a word of its
    /// own: anything else would find an `s` in every English line.
    func endOfLongest(at position: Int, in text: Span<UInt8>, limit: Int) -> Int? {
        let (raw, length) = text.scalar(at: position)
        let first = CaseClasses.representative(of: raw)
        guard firstScalars & 1 << UInt64(first & 63) != 0 else { return nil }
        var index = indexOfFirst(startingWith: first)
        while index < ends.count, scalars[start(of: index)] == first {
            if let end = end(of: index, from: position + length, in: text, limit: limit),
                !isPartOfWord(index, at: position, until: end, in: text)
            {
                return end
            }
            index += 1
        }
        return nil
    }

    private func start(of index: Int) -> Int { index == 0 ? 0 : Int(ends[index - 1]) }

    private func indexOfFirst(startingWith scalar: UInt32) -> Int {
        var low = 0
        var high = ends.count
        while low < high {
            let middle = (low + high) / 2
            if scalars[start(of: middle)] < scalar { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Where the literal ends whose first scalar ends at `position`.
    private func end(of index: Int, from position: Int, in text: Span<UInt8>, limit: Int) -> Int? {
        var position = position
        // By number, as a slice would be counted for each literal that is looked at.
        for place in (start(of: index) + 1)..<Int(ends[index]) {
            guard position < limit else { return nil }
            let (scalar, length) = text.scalar(at: position)
            guard CaseClasses.representative(of: scalar) == scalars[place] else { return nil }
            position += length
        }
        return position <= limit ? position : nil
    }

    private func isPartOfWord(_ index: Int, at start: Int, until end: Int, in text: Span<UInt8>) -> Bool {
        guard end - start == 1, text[start].isASCIIWordCharacter else { return false }
        return start > 0 && text[start - 1].isASCIIWordCharacter
            || end < text.count && text[end].isASCIIWordCharacter
    }
}

extension UInt8 {
    /// A letter or digit of ASCII.
    fileprivate var isASCIIWordCharacter: Bool {
        self | 0x20 &- 0x61 < 26 || self &- 0x30 < 10
    }
}
