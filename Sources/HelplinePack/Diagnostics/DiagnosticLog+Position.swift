extension DiagnosticLog {
    /// The place of a scalar inside a text, as far as it stands on one line of the file; else the text's own place.
    ///
    /// Quotes and what is doubled or escaped in them are counted as they stand in the file.
    mutating func position(of offset: Int, in node: YAMLNode) -> Place {
        guard case .text(let text) = node.content, node.style != .block, offset >= 0 else { return node.place }
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
