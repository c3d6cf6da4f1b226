internal import HelplineCore

/// A part of a word or of a phrase: text, or the name of a set.
enum WordPiece {
    case literal(String)
    /// The set and how many scalars stand before it.
    case set(SetID, offset: Int)

    /// The parts of a text in order; `{{` that is never closed is text.
    static func pieces(of text: String) -> [WordPiece] {
        var result: [WordPiece] = []
        var start = text.startIndex
        for place in TextPlace.all(in: text) {
            guard let name = place.name else { continue }
            if start < place.range.lowerBound { result.append(.literal(String(text[start..<place.range.lowerBound]))) }
            result.append(.set(SetID(name), offset: place.offset))
            start = place.range.upperBound
        }
        if start < text.endIndex { result.append(.literal(String(text[start...]))) }
        return result
    }
}
