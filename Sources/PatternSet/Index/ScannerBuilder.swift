/// Makes the tables of a scanner from the keys of its literals, in ascending order.
struct ScannerBuilder {
    private let keys: [LiteralKey]
    private(set) var slots: [LiteralScanner.Slot] = []
    private(set) var slotShift: UInt64 = 0
    private(set) var distinct: [LiteralKey] = []
    private(set) var prefixes = KeyFilter([])
    private(set) var asciiWidths: UInt8 = 0
    private(set) var shortLeads: UInt64 = 0

    init(_ keys: [LiteralKey]) { self.keys = keys }

    mutating func build() {
        for (index, key) in keys.enumerated() where index == 0 || key.bits != keys[index - 1].bits {
            distinct.append(key)
        }
        // A third more places than keys at least: a scan asks for few keys that are not there.
        slotShift = KeyFilter.shift(for: distinct.count + distinct.count / 3 + 1)
        slots = [LiteralScanner.Slot](repeating: LiteralScanner.Slot(), count: 1 << Int(64 - slotShift))
        for (index, key) in keys.enumerated() {
            var slot = Int(key.hash >> slotShift)
            while slots[slot].key.bits != 0, slots[slot].key.bits != key.bits { slot = (slot + 1) & (slots.count - 1) }
            if slots[slot].key.bits == 0 { slots[slot] = LiteralScanner.Slot(key: key, first: UInt32(index)) }
            slots[slot].count += 1
        }
        noteWidths()
    }

    private mutating func noteWidths() {
        var beginnings: Set<UInt64> = []
        for key in distinct {
            if key.bits & 0x80 == 0 {
                asciiWidths |= 1 << UInt8(key.width)
                if key.width >= 3 { beginnings.insert(key.bits & 0xFF_FFFF) }
            } else if key.width < 6 {
                shortLeads |= 1 << (key.bits & 63)
            }
        }
        prefixes = KeyFilter(beginnings.sorted().map { LiteralKey($0, width: 3) })
    }
}
