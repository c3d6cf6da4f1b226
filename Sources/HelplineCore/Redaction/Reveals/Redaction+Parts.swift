extension Redaction {
    /// Passwords, codes or keys in an earlier line, to be found again in what is kept; they live for one turn and are
    /// never kept.
    public struct Parts: Sendable, Hashable {
        /// Each in small letters, as `FoldedLine` reads it.
        private let texts: [[UInt32]]

        init(_ texts: [[UInt32]]) {
            self.texts = texts
        }

        /// Where they stand in a line, as words of their own.
        func places(in line: FoldedLine) -> [Range<Int>] {
            texts.flatMap { text in
                line.units.indices
                    .filter {
                        line.has(text, at: $0) && !line.isAlphanumeric($0 - 1) && !line.isAlphanumeric($0 + text.count)
                    }
                    .map { $0..<$0 + text.count }
            }
        }
    }
}

/// Whoever prints the parts sees how many they are.
extension Redaction.Parts: CustomStringConvertible, CustomReflectable {
    /// Their number.
    public var description: String { "\(texts.count) parts" }

    /// Shows their number.
    public var customMirror: Mirror { Mirror(self, children: ["count": texts.count]) }
}
