/// Literals in the order of their bytes, each once, and the search for those that start at a place of a text.
struct SortedLiterals: Sendable, Equatable {
    /// All literals, one behind the other.
    let bytes: [UInt8]
    /// Where each literal starts in `bytes`, and at last where the last one ends.
    let starts: [UInt32]
    /// The first literal of each first byte, and at last how many there are.
    private let firsts: [Int]

    init(_ literals: some Sequence<PatternShape.Literal>) {
        let sorted = Set(literals).sorted()
        var bytes: [UInt8] = []
        var starts: [UInt32] = [0]
        starts.reserveCapacity(sorted.count + 1)
        for literal in sorted {
            bytes += literal.bytes
            starts.append(UInt32(bytes.count))
        }
        self.init(bytes: bytes, ends: starts)
    }

    /// Takes arrays as they were written; nil where they are no sorted literals.
    init?(bytes: [UInt8], starts: [UInt32]) {
        guard starts.first == 0, starts.last == UInt32(exactly: bytes.count),
            zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        self.init(bytes: bytes, ends: starts)
    }

    private init(bytes: [UInt8], ends starts: [UInt32]) {
        self.bytes = bytes
        self.starts = starts
        var firsts = [Int](repeating: 0, count: 257)
        for start in starts.dropLast() { firsts[Int(bytes[Int(start)]) + 1] += 1 }
        for byte in 0..<256 { firsts[byte + 1] += firsts[byte] }
        self.firsts = firsts
    }

    /// How many literals there are.
    var count: Int { starts.count - 1 }

    /// The number of a literal, nil where it is none of them.
    func index(of literal: PatternShape.Literal) -> Int? {
        var found: Int?
        forEach(at: 0, of: literal.bytes.span) { index in
            if length(index) == literal.bytes.count { found = index }
        }
        return found
    }

    /// Reports every literal that stands at this place of a text.
    ///
    /// The candidates are a range of the order that every further byte of the text narrows; a literal that ends where
    /// the range is narrowed stands before all that go on.
    @inline(__always)
    func forEach(at position: Int, of text: Span<UInt8>, _ body: (Int) -> Void) {
        guard position < text.count else { return }
        var low = firsts[Int(text[position])]
        var high = firsts[Int(text[position]) + 1]
        var depth = 1
        while low < high {
            if length(low) == depth {
                body(low)
                low += 1
            }
            guard position + depth < text.count else { return }
            let byte = text[position + depth]
            low = partition(low, high, at: depth) { $0 < byte }
            high = partition(low, high, at: depth) { $0 == byte }
            depth += 1
        }
    }

    @inline(__always)
    private func length(_ index: Int) -> Int { Int(starts[index + 1] - starts[index]) }

    /// The first of some literals, all longer than `depth`, whose byte there is not in the first part of the order.
    @inline(__always)
    private func partition(_ low: Int, _ high: Int, at depth: Int, _ isInFirst: (UInt8) -> Bool) -> Int {
        var low = low
        var high = high
        while low < high {
            let middle = (low + high) / 2
            if isInFirst(bytes[Int(starts[middle]) + depth]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
