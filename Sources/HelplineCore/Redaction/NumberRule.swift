/// Payment cards and Chinese identity cards, by their check digits.
///
/// A card has 13 to 19 digits, begins with 3 to 6 and passes the Luhn check (ISO/IEC 7812-1); in groups as printed or
/// in one. An identity number has 18 digits, a date inside and a check character (GB 11643, ISO 7064 MOD 11-2).
enum NumberRule {
    static func find(in scan: LineScan, into found: inout Findings) {
        var index = 0
        while index < scan.line.count {
            guard scan.line.isDigit(index) else {
                index += 1
                continue
            }
            let groups = groups(from: index, in: scan.line)
            let end = groups.last?.upperBound ?? index + 1
            if !startsInsideWord(index, in: scan.line) { judge(groups, in: scan, into: &found) }
            index = end
        }
    }

    /// Groups of digits with one space or hyphen between them.
    ///
    /// The last may end in the X of an identity number.
    private static func groups(from start: Int, in line: FoldedLine) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var index = start
        while line.isDigit(index) {
            let first = index
            while line.isDigit(index) { index += 1 }
            groups.append(first..<index)
            if index < line.count, line.letters[index] | 0x20 == UInt8(ascii: "x"), !line.isAlphanumeric(index + 1) {
                groups[groups.count - 1] = first..<index + 1
                break
            }
            guard index < line.count, line.letters[index] == 0x20 || line.letters[index] == 0x2D else { break }
            index += 1
        }
        return groups
    }

    private static func startsInsideWord(_ index: Int, in line: FoldedLine) -> Bool {
        line.isLetter(index - 1) || index > 1 && line.letters[index - 1] == UInt8(ascii: ".") && line.isDigit(index - 2)
    }

    private static func judge(_ groups: [Range<Int>], in scan: LineScan, into found: inout Findings) {
        for first in groups.indices {
            for last in first..<min(groups.count, first + 6) {
                let range = groups[first].lowerBound..<groups[last].upperBound
                let count = groups[first...last].reduce(0) { $0 + $1.count }
                guard (13...19).contains(count), !scan.line.isLetter(range.upperBound) else { continue }
                let digits = scan.line.letters[range].filter(\.isAlphanumeric)
                let lengths = groups[first...last].map(\.count)
                if isIdentity(digits), [[18], [6, 8, 4], [6, 4, 4, 4]].contains(lengths) {
                    found.add(.idNumber, range)
                } else if isCard(digits), arePrintedGroups(lengths), !scan.names(range, as: [.number, .hash]) {
                    found.add(.card, range)
                }
            }
        }
    }

    /// 4-4-4-4 and what may follow, 4-6-5, 4-6-4, 6-13, or one group.
    private static func arePrintedGroups(_ lengths: [Int]) -> Bool {
        switch lengths.count {
        case 1: true
        case 2: lengths[0] == 6 && lengths[1] >= 7
        case 3: lengths[0] == 4 && lengths[1] == 6 && (4...5).contains(lengths[2])
        default: lengths.dropLast().allSatisfy { $0 == 4 } && lengths[lengths.count - 1] <= 4
        }
    }

    static func isCard(_ digits: [UInt8]) -> Bool {
        guard (13...19).contains(digits.count), digits.allSatisfy(\.isDigit), (0x33...0x36).contains(digits[0]),
            Set(digits).count > 1
        else { return false }
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = Int(digit - 0x30) << (place % 2)
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }

    static func isIdentity(_ digits: [UInt8]) -> Bool {
        guard digits.count == 18, digits.dropLast().allSatisfy(\.isDigit) else { return false }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        guard (1900...2099).contains(number(6..<10)), (1...12).contains(number(10..<12)),
            (1...31).contains(number(12..<14))
        else { return false }
        // The weight of a place is two to the power of its distance from the end, modulo 11.
        let sum = digits.dropLast().reduce(0) { ($0 + Int($1 - 0x30)) * 2 % 11 }
        let check = (12 - sum % 11) % 11
        let last = digits[17] | 0x20 == UInt8(ascii: "x") ? 10 : Int(digits[17]) - 0x30
        return check == last
    }
}
