/// Literals by number, one behind the other.
struct LiteralList: Sendable {
    /// The folded UTF-8 of all literals.
    private(set) var bytes: [UInt8] = []

    /// Where each literal starts in `bytes`, and at last where the last one ends.
    private(set) var starts: [UInt32] = [0]

    /// How many literals there are.
    var count: Int { starts.count - 1 }

    /// The bytes of a literal.
    subscript(_ number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

    /// Adds a literal.
    mutating func append(_ source: [UInt8], _ place: Range<Int>) {
        bytes.append(contentsOf: source[place])
        starts.append(UInt32(bytes.count))
    }
}
