// Alternatives that are nothing but text, as most are.
extension ShapeParser {
    /// Reads alternatives up to a closing parenthesis or the end where all are plain text; else reads nothing.
    ///
    /// What it gives, the parser of sequences would give too, at many times the cost: word sets are most of what there
    /// is to read of a pack.
    mutating func parseWords() -> LiteralSet? {
        guard itemStarts == nil else { return nil }
        let start = position
        let mark = collector.pool.mark
        var words = collector.pool.begin()
        var (word, length) = (mark.bytes, 0)
        while words.count < LiteralSet.unionLimit {
            let scalar = peek()
            if let scalar, scalar != "|", scalar != ")" {
                guard isText(scalar), collector.pool.bytes.count - word < LiteralSet.byteLimit else { break }
                collector.pool.append(folded(scalar))
                length += 1
            } else {
                collector.pool.close(&words, from: word, characters: length)
                (word, length) = (collector.pool.bytes.count, 0)
                guard scalar.map({ $0 == "|" }) ?? false else { return words }
            }
            position += 1
        }
        position = start
        collector.pool.shrink(to: mark)
        return nil
    }

    /// Whether the character that comes next stands for itself and nothing behind it repeats it.
    func isText(_ scalar: UInt32) -> Bool {
        ShapeParser.isPlain(scalar) && !isQuantifier(peek(1)) && CaseClasses.isSettled(scalar)
    }

    /// Whether a character can stand for nothing but itself, and is nothing but itself without a quantifier behind it.
    private static func isPlain(_ scalar: UInt32) -> Bool {
        switch scalar {
        case ".", "^", "$", "[", "(", "\\", "*", "+", "?", "{": false
        default: true
        }
    }

    private func isQuantifier(_ scalar: UInt32?) -> Bool {
        switch scalar {
        case "*"?, "+"?, "?"?, "{"?: true
        default: false
        }
    }
}
