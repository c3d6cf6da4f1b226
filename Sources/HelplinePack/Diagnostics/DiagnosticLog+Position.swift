extension DiagnosticLog {
    /// The place of a scalar inside a text, as far as it stands on one line of the file; else the text's own place.
    ///
    /// Quotes and what is doubled or escaped in them are counted as they stand in the file.
    mutating func position(of offset: Int, in node: YAMLNode) -> Place {
        guard case .text(let text) = node.content, offset >= 0 else { return node.place }
        if node.style == .block { return blockPosition(of: offset, in: text, node.place) }
        let line = line(node.place)
        var column = Int(node.place.column) - 1
        var quote: Unicode.Scalar?
        if node.style == .quoted, column < line.count {
            quote = line[column]
            column += 1
        }
        for scalar in text.unicodeScalars.prefix(offset) {
            guard column < line.count else { return node.place }
            if quote == "\"", line[column] == "\\" {
                guard column + 1 < line.count, let width = Self.escapeWidth(line[column + 1]) else { return node.place }
                column += width
            } else {
                guard line[column] == scalar else { return node.place }
                column += quote == "'" && scalar == "'" ? 2 : 1
            }
        }
        return Place(file: Int(node.place.file), line: Int(node.place.line), column: column + 1)
    }

    /// The place in a literal block (`|`), whose lines stand below each other with one indentation.
    private mutating func blockPosition(of offset: Int, in text: String, _ place: Place) -> Place {
        let before = text.unicodeScalars.prefix(offset)
        let row = before.count { $0 == "\n" }
        let start = before.lastIndex(of: "\n").map { text.unicodeScalars.index(after: $0) } ?? text.startIndex
        let wanted = Array(text.unicodeScalars[start...].prefix { $0 != "\n" })
        let inner = Place(file: Int(place.file), line: Int(place.line) + 1 + row)
        let line = line(inner)
        guard line.count >= wanted.count, line.suffix(wanted.count).elementsEqual(wanted) else { return place }
        let column = text.unicodeScalars.distance(from: start, to: before.endIndex)
        return inner.right(line.count - wanted.count + column + 1)
    }

    /// How many scalars an escape takes, by the one after its backslash.
    private static func escapeWidth(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "x": 4
        case "u": 6
        case "U": 10
        default: scalar.endsLine ? nil : 2
        }
    }
}
