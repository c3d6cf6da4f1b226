import PCRE2
import PatternFuzz
import PatternSet

/// Finds the case classes by asking PCRE2 about every character, and writes them as the rows of the table.
struct CaseClassOracle {
    /// Every scalar that has another case, and its representative.
    let representatives: [UInt32: UInt32]

    /// Every class with more than one member.
    let classes: [[UInt32]]

    init() throws {
        var classes: [[UInt32]] = []
        var seen: Set<UInt32> = []
        let text = String(String.UnicodeScalarView(CaseClassOracle.scalars.compactMap(Unicode.Scalar.init)))
        var store = CodeStore(capacity: 4, sourceLimit: 1)
        for scalar in CaseClassOracle.scalars where !seen.contains(scalar) {
            let members = try CaseClassOracle.members(of: scalar, in: text, using: &store)
            seen.formUnion(members)
            if members.count > 1 { classes.append(members) }
        }
        self.classes = classes
        var representatives: [UInt32: UInt32] = [:]
        for members in classes {
            let representative = CaseClassOracle.representative(of: members)
            for member in members where member != representative { representatives[member] = representative }
        }
        self.representatives = representatives
    }

    /// All scalars but those of the blocks that hold Han, Hangul, surrogates and unassigned planes; that these have no
    /// case is a test of its own.
    private static let scalars: [UInt32] = (0..<0x20000).filter { scalar in
        !(0x2E80..<0xA640).contains(scalar) && !(0xAC00..<0xFB00).contains(scalar)
            && !(0x12000..<0x16000).contains(scalar) && !(0x17000..<0x1D000).contains(scalar)
    }

    /// The scalars that a caseless pattern of one scalar matches, found one by one: each round forbids those found.
    private static func members(
        of scalar: UInt32, in text: String, using store: inout CodeStore
    ) throws -> [UInt32] {
        var members = [scalar]
        while true {
            let known = members.map { "\\x{\(String($0, radix: 16))}" }.joined()
            let hex = String(scalar, radix: 16)
            let source = OnePattern(try Pattern("\\x{\(hex)}(?<!(?-i:[\(known)]))"))
            guard store.match(0, of: source, in: text.utf8Span).isMatch else { return members.sorted() }
            let found = store.withCaptures { $0.whole }
            let start = text.utf8.index(text.utf8.startIndex, offsetBy: found.lowerBound)
            members.append(text.unicodeScalars[start].value)
        }
    }

    /// The shortest in UTF-8, of these the first in lower case.
    private static func representative(of members: [UInt32]) -> UInt32 {
        func rank(_ scalar: UInt32) -> (Int, Int, UInt32) {
            guard let scalar = Unicode.Scalar(scalar) else { return (9, 9, scalar) }
            return (UTF8.width(scalar), scalar.properties.isLowercase ? 0 : 1, scalar.value)
        }
        return members.min { rank($0) < rank($1) } ?? 0
    }

    /// The rows of the table, as Swift source.
    var rows: [String] {
        var rows: [(first: UInt32, last: UInt32, step: UInt32, distance: Int)] = []
        for (scalar, representative) in representatives.sorted(by: { $0.key < $1.key }) where scalar >= 0x80 {
            let distance = Int(representative) - Int(scalar)
            if let row = rows.last, row.distance == distance, scalar - row.last <= 2,
                row.first == row.last || scalar - row.last == row.step
            {
                rows[rows.count - 1] = (row.first, scalar, scalar - row.last, distance)
            } else {
                rows.append((scalar, scalar, 1, distance))
            }
        }
        return rows.map { row in
            "CaseRun(0x\(String(row.first, radix: 16)), 0x\(String(row.last, radix: 16)), \(row.step), \(row.distance)),"
        }
    }
}
