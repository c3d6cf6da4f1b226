internal import PCRE2

// Whether PCRE2 divides a pattern as this parser does.
extension ShapeParser {
    /// The release that the parser was compared with, pattern by pattern (Documentation/MATCHING.md, “Why it is
    /// right”).
    static let knownRelease = "10.42"

    /// Whether the linked library is another one, so that it is asked about each pattern.
    static let asksLibrary = !LibraryVersion().isRelease(knownRelease)

    /// Whether PCRE2 sees an item start wherever the parser does, which has read the whole pattern and noted items, and
    /// nowhere else; false where it cannot be asked.
    func agrees(with pattern: Pattern) -> Bool {
        guard let itemStarts, let theirs = pattern.itemStarts() else { return false }
        let settings = byteOffsets(of: settingStarts, in: pattern.text)
        return byteOffsets(of: itemStarts, in: pattern.text) == theirs.filter { !settings.contains($0) }
    }

    /// Ascending places among the characters of a text as places among its bytes.
    private func byteOffsets(of starts: [Int], in text: String) -> [Int] {
        var position = 0
        var offset = 0
        var scalars = text.unicodeScalars.makeIterator()
        return starts.map { start in
            while position < start, let scalar = scalars.next() {
                offset += UTF8.width(scalar)
                position += 1
            }
            return offset
        }
    }
}
