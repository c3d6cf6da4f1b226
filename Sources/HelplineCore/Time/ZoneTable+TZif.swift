extension ZoneTable {
    /// 2038-01-01T00:00:00Z.
    private static let endOfRules: Int64 = 2_145_916_800

    /// The last year for which a rule is written out as single changes; after it the last offset stays.
    public static let lastRuleYear = 2037

    /// Reads a time zone file (TZif, RFC 8536), of version 1 to 4, whole or "slim".
    ///
    /// The changes stored in the file are taken as they are. The rule in the footer of newer files is written out for
    /// the years after the last stored change up to ``lastRuleYear``. Leap seconds, names of offsets and the marks for
    /// standard time and UT are left out. Nil where the bytes are no such file.
    public init?(name: String, tzif bytes: [UInt8]) {
        guard let first = TZifBlock(bytes, at: 0, width: 4) else { return nil }
        guard first.version > 0 else {
            self = first.table(name)
            return
        }
        guard let second = TZifBlock(bytes, at: first.end, width: 8) else { return nil }
        self = second.table(name)
        if let rule = PosixZoneRule(Self.footer(bytes, at: second.end)) {
            extend(by: rule)
        }
    }

    /// The line between two line feeds at the end of the file.
    private static func footer(_ bytes: [UInt8], at offset: Int) -> ArraySlice<UInt8> {
        guard offset < bytes.count, bytes[offset] == 0x0A else { return [] }
        return bytes[(offset + 1)...].prefix { $0 != 0x0A }
    }

    private mutating func extend(by rule: PosixZoneRule) {
        let last = transitions.last?.start ?? .min
        guard last < Self.endOfRules else { return }
        let firstYear = last < 0 ? 1970 : CivilTime(Timestamp(seconds: last), offset: 0).date.year
        for year in firstYear...Self.lastRuleYear {
            for change in rule.changes(in: year) where change.start > last { append(change) }
        }
        if transitions.isEmpty { firstOffset = rule.standardOffset }
    }

    /// Adds a change, unless nothing changes.
    fileprivate mutating func append(_ change: Transition) {
        if change.offset != transitions.last?.offset ?? firstOffset { transitions.append(change) }
    }
}

/// One data block of a time zone file: RFC 8536, section 3.
private struct TZifBlock {
    let version: UInt8
    /// Where the next block or the footer begins.
    let end: Int
    private let transitions: [ZoneTable.Transition]
    private let firstOffset: Int32

    /// Reads a header and the data after it, whose times have `width` bytes.
    init?(_ bytes: [UInt8], at offset: Int, width: Int) {
        let header = 44
        guard bytes.count >= offset + header, bytes[offset..<offset + 4].elementsEqual("TZif".utf8) else { return nil }
        version = bytes[offset + 4]
        let counts = (0..<6).map { Int(bytes.bigEndian(at: offset + 20 + 4 * $0, width: 4) & 0xFFFF_FFFF) }
        let (utCount, standardCount, leapCount) = (counts[0], counts[1], counts[2])
        let (timeCount, typeCount, nameCount) = (counts[3], counts[4], counts[5])
        let times = offset + header
        let indices = times + timeCount * width
        let types = indices + timeCount
        end = types + typeCount * 6 + nameCount + leapCount * (width + 4) + standardCount + utCount
        guard typeCount > 0, typeCount <= 256, end <= bytes.count else { return nil }
        let offsets = (0..<typeCount).map { Int32(truncatingIfNeeded: bytes.bigEndian(at: types + 6 * $0, width: 4)) }
        guard offsets.allSatisfy({ (-93_599...93_599).contains($0) }) else { return nil }
        var transitions: [ZoneTable.Transition] = []
        for number in 0..<timeCount {
            let type = Int(bytes[indices + number])
            let start = bytes.bigEndian(at: times + number * width, width: width)
            guard type < typeCount, start > transitions.last?.start ?? .min else { return nil }
            transitions.append(ZoneTable.Transition(start: start, offset: offsets[type]))
        }
        self.transitions = transitions
        firstOffset = offsets[0]
    }

    func table(_ name: String) -> ZoneTable {
        var table = ZoneTable(name: name, firstOffset: firstOffset)
        for transition in transitions { table.append(transition) }
        return table
    }
}

extension [UInt8] {
    /// A signed number of so many bytes, the most significant first.
    fileprivate func bigEndian(at offset: Int, width: Int) -> Int64 {
        var value = Int64(Int8(bitPattern: self[offset]))
        for index in 1..<width { value = value << 8 | Int64(self[offset + index]) }
        return value
    }
}
