/// Words that are looked for in a row of characters; `^` ties one to the beginning of the row, `$` to its end.
struct HanWordSet: Sendable {
    private struct Word {
        var units: [UInt32]
        var isFirst = false
        var isLast = false
    }

    /// The words by their first unit, the longest first.
    private var words: [UInt32: [Word]] = [:]

    /// A set of words in simplified characters, with white space between them.
    init(_ text: String) {
        for part in text.split(whereSeparator: \.isWhitespace) {
            var word = Word(units: FoldedLine(String(part)).units)
            if word.units.first == 0x5E { (word.isFirst, word.units) = (true, Array(word.units.dropFirst())) }
            if word.units.last == 0x24 { (word.isLast, word.units) = (true, Array(word.units.dropLast())) }
            if let first = word.units.first { words[first, default: []].append(word) }
        }
        for first in words.keys { words[first]?.sort { $0.units.count > $1.units.count } }
    }

    /// Where the first of the words begins in a row.
    func firstPlace(in row: ArraySlice<UInt32>) -> Int? {
        row.indices.first { end(ofWordAt: $0, in: row) != nil }
    }

    /// Where the last of the words ends in a row.
    func endOfLast(in row: ArraySlice<UInt32>) -> Int? {
        row.indices.compactMap { end(ofWordAt: $0, in: row) }.max()
    }

    /// Whether any of the words is in a row.
    func occurs(in row: ArraySlice<UInt32>) -> Bool { firstPlace(in: row) != nil }

    /// Whether a row consists of the words and spaces; so does an empty one.
    func makeUp(_ row: ArraySlice<UInt32>) -> Bool { end(ofWordsIn: row) == row.endIndex }

    /// Where the words and spaces end with which a row begins.
    func end(ofWordsIn row: ArraySlice<UInt32>) -> Int {
        var index = row.startIndex
        while index < row.endIndex, let next = row[index] == 0x20 ? index + 1 : end(ofWordAt: index, in: row) {
            index = next
        }
        return index
    }

    /// Where the longest word ends that begins at a place of a row.
    private func end(ofWordAt index: Int, in row: ArraySlice<UInt32>) -> Int? {
        let word = words[row[index]]?.first { word in
            row[index...].starts(with: word.units) && (!word.isFirst || index == row.startIndex)
                && (!word.isLast || index + word.units.count == row.endIndex)
        }
        return word.map { index + $0.units.count }
    }
}
