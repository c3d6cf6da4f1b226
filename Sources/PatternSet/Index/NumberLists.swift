/// Lists of numbers, one behind the other.
struct NumberLists: Sendable {
    /// Where each list starts in `numbers`, and at last where the last one ends.
    let starts: [UInt32]
    let numbers: [UInt32]

    /// Takes arrays as they were made.
    init(starts: [UInt32], numbers: [UInt32]) {
        self.starts = starts
        self.numbers = numbers
    }

    /// How many lists there are.
    var count: Int { starts.count - 1 }

    /// Where a list stands in `numbers`.
    subscript(_ index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }
}
