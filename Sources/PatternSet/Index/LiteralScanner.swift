/// Finds the literals that start at a place of a text, in a few nanoseconds where there are none.
///
/// A literal is looked up by its first six, three, two or one bytes, whichever is the longest it has: two Han
/// characters or half a word. A scan takes two walks. The first asks a filter of some bits a key at every character; it
/// stays in the processor's cache and rules out nearly all. The second looks what is left up in a table and compares it
/// byte by byte.
struct LiteralScanner: Sendable {
    /// What is known of a literal.
    struct Entry: BitwiseCopyable {
        /// Where its bytes start.
        var start: UInt32
        var length: UInt16
        /// How many characters it has.
        var characters: UInt16
    }

    /// All literals with the same key: `count` of them from `first`.
    struct Slot: BitwiseCopyable {
        var key = LiteralKey.none
        var first: UInt32 = 0
        var count: UInt32 = 0
    }

    let filter: KeyFilter

    /// The first three bytes of the literals that begin with ASCII and have as many: where they are few, most Latin
    /// text is ruled out by one question instead of two.
    let prefixes: KeyFilter

    /// Which widths occur among the keys of literals that begin with ASCII, one bit a width.
    let asciiWidths: UInt8

    /// The lowest six bits of the first bytes of keys that begin with anything else and are shorter than six bytes.
    let shortLeads: UInt64

    private let slots: Table<Slot>
    private let slotShift: UInt64
    private let bytes: Table<UInt8>
    let entries: Table<Entry>

    /// Lays out literals; `order` has their old numbers by their new ones, under which they are found.
    init(_ literals: LiteralList, order: inout [UInt32]) {
        var keys = (0..<literals.count).map { (key: LiteralKey(literals.bytes, literals[$0]), number: UInt32($0)) }
        keys.sort { ($0.key.bits, $0.number) < ($1.key.bits, $1.number) }
        order = keys.map(\.number)
        bytes = Table(literals.bytes)
        entries = Table(
            order.map { number in
                let place = literals[Int(number)]
                return Entry(
                    start: UInt32(place.lowerBound), length: UInt16(place.count),
                    characters: UInt16(literals.bytes.characterCount(place)))
            })
        var builder = ScannerBuilder(keys.map(\.key))
        builder.build()
        slots = Table(builder.slots)
        slotShift = builder.slotShift
        filter = KeyFilter(builder.distinct)
        prefixes = builder.prefixes
        (asciiWidths, shortLeads) = (builder.asciiWidths, builder.shortLeads)
    }

    /// Takes tables as they were written; nil where their numbers do not fit together.
    init?(from reader: inout TableReader) {
        guard let filter = reader.readTable().flatMap({ KeyFilter($0) }),
            let prefixes = reader.readTable().flatMap({ KeyFilter($0) }),
            let widths = reader.readNumber(), let shortLeads = reader.readNumber(),
            let slots: Table<Slot> = reader.readTable(), let slotShift = KeyFilter.shift(ofPlaces: slots.count),
            let bytes: Table<UInt8> = reader.readTable(), let entries: Table<Entry> = reader.readTable()
        else { return nil }
        self.filter = filter
        self.prefixes = prefixes
        asciiWidths = UInt8(truncatingIfNeeded: widths)
        self.shortLeads = shortLeads
        (self.slots, self.slotShift, self.bytes, self.entries) = (slots, slotShift, bytes, entries)
        guard isWhole else { return nil }
    }

    /// Whether every slot and every entry points at something, and a search for a slot comes to an end.
    private var isWhole: Bool {
        slots.elements.contains { $0.key.bits == 0 }
            && slots.elements.allSatisfy { UInt64($0.first) + UInt64($0.count) <= UInt64(entries.count) }
            && entries.elements.allSatisfy { UInt64($0.start) + UInt64($0.length) <= UInt64(bytes.count) }
    }

    /// Writes the tables.
    func write(to writer: inout TableWriter) {
        writer.write(filter.table)
        writer.write(prefixes.table)
        writer.write(UInt64(asciiWidths))
        writer.write(shortLeads)
        writer.write(slots)
        writer.write(bytes)
        writer.write(entries)
    }

    /// How many bytes of memory it takes.
    var byteCount: Int {
        filter.byteCount + prefixes.byteCount + slots.byteCount + bytes.byteCount + entries.byteCount
    }

    /// The literals that may start at a hit: those with its key.
    @inline(__always)
    func literals(at hit: ScanHit) -> Range<Int> {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hit.key.hash &>> slotShift)
        while slots[slot].key.bits != hit.key.bits {
            if slots[slot].key.bits == 0 { return 0..<0 }
            slot = (slot &+ 1) & mask
        }
        let first = Int(slots[slot].first)
        return Range(uncheckedBounds: (first, first &+ Int(slots[slot].count)))
    }

    /// Whether a literal with the key of a hit stands there as a whole.
    @inline(__always)
    func stands(_ literal: Int, at hit: ScanHit, of text: borrowing FoldedText) -> Bool {
        let entry = entries[literal]
        let length = Int(entry.length)
        let position = Int(hit.position)
        guard position &+ length <= text.count else { return false }
        var offset = hit.key.width
        while offset < length {
            if bytes[Int(entry.start) &+ offset] != text.base[position &+ offset] { return false }
            offset &+= 1
        }
        return true
    }
}
