/// Lists of numbers, one behind the other.
struct NumberLists: Sendable, Equatable {
    /// Where each list starts in `numbers`, and at last where the last one ends.
    let starts: [UInt32]
    let numbers: [UInt32]

    init(_ lists: [[UInt32]]) {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(lists.count + 1)
        var end: UInt32 = 0
        for list in lists {
            end += UInt32(list.count)
            starts.append(end)
        }
        self.starts = starts
        numbers = lists.flatMap(\.self)
    }

    /// Takes arrays as they were made.
    init(starts: [UInt32], numbers: [UInt32]) {
        self.starts = starts
        self.numbers = numbers
    }

    /// Takes arrays as they were written; nil where they are no lists.
    init?(checking starts: [UInt32], numbers: [UInt32], bound: Int? = nil) {
        guard starts.first == 0, starts.last == UInt32(exactly: numbers.count),
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
            bound.map({ bound in numbers.allSatisfy { $0 < bound } }) ?? true
        else { return nil }
        self.init(starts: starts, numbers: numbers)
    }

    /// How many lists there are.
    var count: Int { starts.count - 1 }

    /// Where a list stands in `numbers`.
    subscript(_ index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }
}
