/// What normalising does with each Unicode scalar, looked up in two steps.
///
/// Built once from `ScalarData`, in well under a millisecond; immutable afterwards. About 150 KB.
struct ScalarTable: Sendable {
    /// One scalar's entry; zero for a scalar that is kept as it is.
    struct Cell {
        static let targetMask: UInt32 = 0x1F_FFFF
        static let space: UInt32 = 1 << 24
        static let ignorable: UInt32 = 1 << 25
        static let joins: UInt32 = 1 << 26

        let bits: UInt32

        /// What is written instead, zero for the scalar itself.
        var target: UInt32 { bits & Self.targetMask }
        /// White space, of which a run becomes one space or nothing.
        var isSpace: Bool { bits & Self.space != 0 }
        /// Invisible, and left out.
        var isIgnorable: Bool { bits & Self.ignorable != 0 }
        /// May become one scalar with the one before it.
        var joins: Bool { bits & Self.joins != 0 }
    }

    static let standard = ScalarTable()

    /// The number of a scalar's page, by its value without the low eight bits; page 0 is all zero.
    private var pages = [UInt16](repeating: 0, count: 0x1100)
    private var cells = [UInt32](repeating: 0, count: 0x100)
    private var pairs: [Pair] = []

    private struct Pair {
        let key: UInt64
        let composite: UInt32
    }

    private init() {
        mark(ScalarData.space, Cell.space)
        mark(ScalarData.ignorable, Cell.ignorable)
        readSingles()
        readSimplified()
        readComposites()
        joinHangul()
        markMappedMarks()
    }

    /// The entry of a scalar value; a value above U+10FFFF has that of U+0000.
    subscript(value: UInt32) -> Cell {
        let page = Int(value >> 8)
        guard page < pages.count else { return Cell(bits: 0) }
        return Cell(bits: cells[Int(pages[page]) << 8 | Int(value & 0xFF)])
    }

    /// The scalar that two neighbours are canonically equivalent to, if there is one.
    func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if let syllable = Hangul.composite(first, second) { return syllable }
        let key = Self.key(first, second)
        var range = 0..<pairs.count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if pairs[middle].key == key { return pairs[middle].composite }
            range = pairs[middle].key < key ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
        UInt64(second) << 32 | UInt64(first)
    }
}

extension ScalarTable {
    private mutating func update(_ value: UInt32, _ change: (inout UInt32) -> Void) {
        let page = Int(value >> 8)
        if pages[page] == 0 {
            pages[page] = UInt16(truncatingIfNeeded: cells.count >> 8)
            cells.append(contentsOf: repeatElement(0, count: 0x100))
        }
        change(&cells[Int(pages[page]) << 8 | Int(value & 0xFF)])
    }

    private mutating func mark(_ data: String, _ flag: UInt32) {
        ScalarDataReader.forEach(in: data) { token in
            for value in token.value..<token.value + token.count { update(value) { $0 |= flag } }
        }
    }

    private mutating func readSingles() {
        var position: UInt32 = 0
        ScalarDataReader.forEach(in: ScalarData.singles) { token in
            guard !token.isPosition else {
                position = token.value
                return
            }
            for step in 0..<token.count { update(position + step) { $0 |= token.value + step } }
            position += token.count
        }
    }

    private mutating func readSimplified() {
        var source: UInt32?
        for scalar in ScalarData.simplified.unicodeScalars where scalar != "\n" {
            if let value = source {
                update(value) { $0 |= scalar.value }
                source = nil
            } else {
                source = scalar.value
            }
        }
    }

    private mutating func readComposites() {
        var second: UInt32 = 0
        var first: UInt32?
        ScalarDataReader.forEach(in: ScalarData.composites) { token in
            if token.isPosition {
                second = token.value
                update(second) { $0 |= Cell.joins }
            } else if let value = first {
                pairs.append(Pair(key: Self.key(value, second), composite: token.value))
                first = nil
            } else {
                first = token.value
            }
        }
    }

    private mutating func joinHangul() {
        for value in Hangul.joining { update(value) { $0 |= Cell.joins } }
    }

    /// Half-width marks join as the marks do that they stand for.
    private mutating func markMappedMarks() {
        for page in 0..<pages.count where pages[page] != 0 {
            for value in UInt32(page) << 8..<UInt32(page + 1) << 8 {
                let cell = self[value]
                if cell.target != 0, self[cell.target].joins { update(value) { $0 |= Cell.joins } }
            }
        }
    }
}
