/// Where clauses and words end.
extension FoldedLine {
    /// Whether nothing but marks and final particles stands between an index and the end of the clause.
    func endsClause(after index: Int) -> Bool {
        var index = index
        while index < count {
            let unit = units[index]
            if endsSentence(at: index) || unit == 0x2C { return unit != 0x3F }
            guard isSpace(index) || PasswordWords.particles.contains(unit) || [0x22, 0x27, 0x29].contains(unit)
            else {
                return false
            }
            index += 1
        }
        return true
    }

    /// The next index from one on that holds no space.
    func skippingSpaces(from index: Int) -> Int {
        var index = index
        while isSpace(index) { index += 1 }
        return index
    }

    /// Where a word of letters stands, in lower case.
    func places(of word: String) -> [Range<Int>] {
        let text = word.unicodeScalars.map(\.value)
        return units.indices.filter { has(text, at: $0) && !isLetter($0 - 1) && !isLetter($0 + text.count) }
            .map { $0..<$0 + text.count }
    }

    /// Where the mark stands behind the word at an index and perhaps spaces; the last index where none does.
    func endOfLabel(at index: Int) -> Int { min(skippingSpaces(from: word(at: index).range.upperBound), count - 1) }

    /// The word of letters that ends before an index, and perhaps spaces and marks of quotation; empty where none does.
    func word(before index: Int) -> String {
        var last = index - 1
        while last >= 0, isSpace(last) || [0x22, 0x27, 0x3A].contains(units[last]) { last -= 1 }
        var start = last + 1
        while isLetter(start - 1) { start -= 1 }
        return start > last ? "" : word(at: start).text
    }

    /// The word of letters that stands behind an index and perhaps spaces; empty where none does.
    func word(behind index: Int) -> String {
        let start = skippingSpaces(from: index)
        return isLetter(start) ? word(at: start).text : ""
    }
}
