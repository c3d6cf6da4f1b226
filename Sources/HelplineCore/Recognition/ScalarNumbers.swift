/// A number for each of some characters, asked for at every character of a line.
struct ScalarNumbers: Sendable {
    /// Each character with its number, at the first vacant place from the one that its lowest bits say; 0 is vacant.
    private var slots: [(scalar: UInt32, number: Int)]

    /// Takes characters of which each comes once.
    init(_ numbers: [(Unicode.Scalar, Int)]) {
        var count = 8
        while count < 4 * numbers.count { count *= 2 }
        slots = Array(repeating: (0, 0), count: count)
        for (scalar, number) in numbers {
            var slot = Int(scalar.value) & (count - 1)
            while slots[slot].scalar != 0 { slot = (slot + 1) & (count - 1) }
            slots[slot] = (scalar.value, number)
        }
    }

    /// The number of a character, nil where it has none.
    subscript(_ scalar: UInt32) -> Int? {
        var slot = Int(scalar) & (slots.count - 1)
        while slots[slot].scalar != 0 {
            if slots[slot].scalar == scalar { return slots[slot].number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }
}
