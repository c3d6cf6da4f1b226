internal import PCRE2

/// Finds the case classes by asking the linked PCRE2 about every character.
///
/// Costs most of a second of processor time, once a process.
package struct CaseSurvey {
    /// Every class with more than one member, its members ascending.
    package private(set) var classes: [[UInt32]] = []

    /// Asks; nil where no pattern can be run.
    package init?() {
        guard let text = CaseSurvey.assignedText() else { return nil }
        var search = SingleSearch()
        var seen: Set<UInt32> = []
        for scalar in text.unicodeScalars.map(\.value) where !seen.contains(scalar) {
            guard let members = CaseSurvey.members(of: scalar, in: text, &search) else { return nil }
            guard members.count > 1 else { continue }
            seen.formUnion(members)
            classes.append(members)
        }
    }

    /// All scalars but those of blocks without case, which are vouched for by name (``CaseClasses``), and of planes
    /// where nothing is.
    private static let scalars = (0..<0x20000 as Range<UInt32>).filter { scalar in
        !(0x2E80..<0xA640).contains(scalar) && !(0xAC00..<0xFB00).contains(scalar)
            && !(0x12000..<0x16000).contains(scalar) && !(0x17000..<0x1D000).contains(scalar)
    }.compactMap(Unicode.Scalar.init)

    /// The characters that the library knows.
    private static func assignedText() -> String? {
        guard let pattern = try? Pattern("[^\\p{Cn}\\p{Co}]") else { return nil }
        let known = OneSource(pattern)
        var store = SingleSearch.store()
        var text = String.UnicodeScalarView()
        for scalar in scalars {
            switch store.match(0, of: known, in: String(scalar).utf8Span) {
            case .match: text.append(scalar)
            case .noMatch: break
            case .limit, .notRunnable: return nil
            }
        }
        return String(text)
    }

    /// The scalars that a caseless pattern of one scalar matches, found one by one: each round forbids those found.
    private static func members(of scalar: UInt32, in text: String, _ search: inout SingleSearch) -> [UInt32]? {
        var members = [scalar]
        while true {
            let known = members.map { "\\x{\(String($0, radix: 16))}" }.joined()
            switch search.first("\\x{\(String(scalar, radix: 16))}(?<!(?-i:[\(known)]))", in: text) {
            case .found(let place):
                let start = text.utf8.index(text.utf8.startIndex, offsetBy: place)
                members.append(text.unicodeScalars[start].value)
            case .nothing: return members.sorted()
            case .failed: return nil
            }
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

    /// The classes as rows of a table: every scalar above ASCII that is not its own representative, ascending.
    package var rows: [CaseRun] {
        var distances: [(scalar: UInt32, distance: Int32)] = []
        for members in classes {
            let representative = CaseSurvey.representative(of: members)
            for member in members where member != representative && member >= 0x80 {
                distances.append((member, Int32(representative) - Int32(member)))
            }
        }
        var rows: [CaseRun] = []
        for (scalar, distance) in distances.sorted(by: { $0.scalar < $1.scalar }) {
            if let row = rows.last?.extended(to: scalar, distance) {
                rows[rows.count - 1] = row
            } else {
                rows.append(CaseRun(scalar, scalar, 1, distance))
            }
        }
        return rows
    }
}

/// Runs patterns that are needed once.
private struct SingleSearch: ~Copyable {
    enum Answer {
        case found(Int)
        case nothing
        case failed
    }

    private var codes = SingleSearch.store()

    /// A store that keeps next to nothing, and runs by the interpreter where there is no machine code.
    static func store() -> CodeStore {
        CodeStore(policy: .interpreterAllowed, capacity: 1, sourceLimit: 1)
    }

    /// Where a pattern first matches, in bytes.
    mutating func first(_ pattern: String, in text: String) -> Answer {
        guard let pattern = try? Pattern(pattern) else { return .failed }
        switch codes.match(0, of: OneSource(pattern), in: text.utf8Span) {
        case .match: return .found(codes.withCaptures { $0.whole.lowerBound })
        case .noMatch: return .nothing
        case .limit, .notRunnable: return .failed
        }
    }
}

/// One pattern of one's own, on texts of one's own.
private final class OneSource: PatternSource {
    private let pattern: Pattern

    init(_ pattern: Pattern) { self.pattern = pattern }

    var patternCount: Int { 1 }
    var largestCaptureCount: Int { 0 }
    func pattern(at number: Int) -> Pattern { pattern }
    func isBounded(at number: Int) -> Bool { true }
}
