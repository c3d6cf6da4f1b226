extension PatternShape {
    /// A piece of text as it stands in a folded text: UTF-8 in which every character is its class's representative.
    ///
    /// Bytes and not a `String`, whose equality would take canonically equivalent texts for the same.
    public struct Literal: Sendable, Hashable {
        /// The folded UTF-8.
        public let bytes: [UInt8]

        init(_ bytes: [UInt8]) { self.bytes = bytes }
    }
}

extension PatternShape.Literal: Comparable {
    /// Orders by bytes.
    public static func < (left: Self, right: Self) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}

extension PatternShape.Literal: CustomStringConvertible {
    /// The text.
    public var description: String { String(decoding: bytes, as: UTF8.self) }

    /// How many characters (scalars) it has.
    public var characterCount: Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
