/// The literals of one text and where they start, a bit for each character.
///
/// Its size is that of the text, not of the index: a search touches a few kilobytes that stay in the processor's cache,
/// whether there are a hundred patterns or a hundred thousand.
struct FoundLiterals: ~Copyable {
    /// A literal that occurs.
    struct Entry: BitwiseCopyable {
        var literal: UInt32
        /// The next one with the same hash; ``none`` at the end.
        var next: UInt32
        /// How many characters it has.
        var characters: Int
    }

    static let none = UInt32.max

    fileprivate static let hashBits = 1_023

    private var heads = ScratchBuffer<UInt32>(capacity: hashBits + 1, filler: none)
    private var entries = ScratchBuffer<Entry>(capacity: 256, filler: Entry(literal: 0, next: none, characters: 0))
    private var places = ScratchBuffer<UInt64>(capacity: 256, filler: 0)

    /// How many literals occur.
    private(set) var count = 0

    /// How many words the places of one literal take.
    private(set) var words = 1

    /// Forgets the text before and prepares for one of so many characters.
    mutating func reset(characters: Int) {
        for index in 0..<count { heads[Int(entries[index].literal) & Self.hashBits] = Self.none }
        count = 0
        words = characters >> 6 + 1
    }

    /// Notes that a literal starts at a character; whether it was not found before, its index then being the last.
    @inline(__always)
    mutating func insert(_ literal: Int, at character: Int, characters: Int) -> Bool {
        let bit: UInt64 = 1 &<< UInt64(character & 63)
        if let index = view.index(of: UInt32(truncatingIfNeeded: literal)) {
            places[index &* words &+ character &>> 6] |= bit
            return false
        }
        entries.reserve(count + 1)
        places.reserve((count + 1) * words)
        let hash = literal & Self.hashBits
        entries[count] = Entry(
            literal: UInt32(truncatingIfNeeded: literal), next: heads[hash], characters: characters)
        heads[hash] = UInt32(truncatingIfNeeded: count)
        let row = places.base + count &* words
        for word in 0..<words { row[word] = 0 }
        row[character &>> 6] = bit
        count &+= 1
        return true
    }

    /// The literals, for reading until the next change.
    @inline(__always)
    var view: View {
        View(heads: heads.base, entries: entries.base, places: places.base, count: count, words: words)
    }

    /// What a walk reads, in plain addresses.
    struct View {
        fileprivate let heads: UnsafePointer<UInt32>
        fileprivate let entries: UnsafePointer<Entry>
        fileprivate let places: UnsafePointer<UInt64>
        let count: Int
        let words: Int

        fileprivate init(
            heads: UnsafeMutablePointer<UInt32>, entries: UnsafeMutablePointer<Entry>,
            places: UnsafeMutablePointer<UInt64>, count: Int, words: Int
        ) {
            self.heads = UnsafePointer(heads)
            self.entries = UnsafePointer(entries)
            self.places = UnsafePointer(places)
            self.count = count
            self.words = words
        }

        /// Where a literal is in the list, nil when it does not occur.
        @inline(__always)
        func index(of literal: UInt32) -> Int? {
            var index = heads[Int(truncatingIfNeeded: literal) & FoundLiterals.hashBits]
            while index != FoundLiterals.none {
                if entries[Int(truncatingIfNeeded: index)].literal == literal { return Int(truncatingIfNeeded: index) }
                index = entries[Int(truncatingIfNeeded: index)].next
            }
            return nil
        }

        /// The literal of an index.
        @inline(__always)
        func literal(at index: Int) -> Int { Int(truncatingIfNeeded: entries[index].literal) }

        /// How many characters the literal of an index has.
        @inline(__always)
        func characters(at index: Int) -> Int { entries[index].characters }

        /// The places of the literal of an index, ``words`` of them.
        @inline(__always)
        func places(at index: Int) -> UnsafePointer<UInt64> { places + index &* words }

        /// Whether the literal of an index stands at a character.
        @inline(__always)
        func stands(_ index: Int, at character: Int) -> Bool {
            places(at: index)[character &>> 6] &>> UInt64(character & 63) & 1 == 1
        }

        /// Reports the found ones among the literals of a step of a program.
        @inline(__always)
        func forEach(
            of word: UInt32, _ literals: UnsafePointer<UInt32>, _ large: LargeClauses.View, _ body: (Int) -> Void
        ) {
            guard word & PatternProgram.isNamed == 0 else {
                return large.forEach(of: PatternProgram.operand(word), body)
            }
            for offset in 0..<PatternProgram.literalCount(word) {
                if let index = index(of: literals[offset]) { body(index) }
            }
        }
    }
}
