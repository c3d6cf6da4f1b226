/// Payment cards and Chinese identity cards, by their check digits.
///
/// A card has 16 digits and begins with 3 to 6, or begins and is as long as those of a scheme, and passes the Luhn
/// check (ISO/IEC 7812-1); in groups as printed or in one. An identity number has 18 digits, a date inside and a check
/// character (GB 11643, ISO 7064 MOD 11-2). Behind 身份证 the 18 digits may be mistyped, and the 15 of old cards count,
/// which have no check digit.
enum NumberRule {
    static func find(in scan: LineScan, into found: inout Findings) {
        guard scan.line.digitCount >= 13 else { return }
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
            for last in first..<min(groups.count, first + 7) {
                let range = groups[first].lowerBound..<groups[last].upperBound
                let count = groups[first...last].reduce(0) { $0 + $1.count }
                guard count <= 19 else { break }
                guard count >= 13, !scan.line.isLetter(range.upperBound) else { continue }
                let digits = scan.line.letters[range].filter(\.isAlphanumeric)
                if isIdentity(digits) || scan.names(range, as: [.identity]) && looksLikeIdentity(digits) {
                    found.add(.idNumber, range)
                } else if isCard(digits), arePrintedGroups(groups[first...last].map(\.count)),
                    !scan.names(range, as: [.number, .hash])
                {
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

    /// What the numbers of a scheme begin with, in six digits, and how long they are.
    private static let schemes: [(first: Int, last: Int, lengths: Set<Int>)] = [
        (400_000, 499_999, [13, 16, 19]),  // Visa
        (510_000, 559_999, [16]), (222_100, 272_099, [16]),  // Mastercard
        (340_000, 349_999, [15]), (370_000, 379_999, [15]),  // American Express
        (300_000, 305_999, [14]), (360_000, 369_999, [14]), (380_000, 399_999, [14, 16]),  // Diners Club
        (352_800, 358_999, [16, 17, 18, 19]),  // JCB
        (620_000, 629_999, [16, 17, 18, 19]),  // UnionPay
        (601_100, 601_199, [16, 19]), (644_000, 659_999, [16, 19]),  // Discover
        (500_000, 509_999, [16, 18, 19]), (560_000, 589_999, [16, 18, 19]), (630_000, 639_999, [16, 18, 19]),
        (670_000, 679_999, [16, 18, 19]),  // Maestro
        (220_000, 220_499, [16, 17, 18, 19]),  // Mir
    ]

    static func isCard(_ digits: [UInt8]) -> Bool {
        guard digits.count >= 13, digits.allSatisfy(\.isDigit), Set(digits).count > 1 else { return false }
        let beginning = digits.prefix(6).reduce(0) { $0 * 10 + Int($1 - 0x30) }
        // Nearly all cards have 16 digits, and new schemes begin in the same range.
        let isUsual = digits.count == 16 && (300_000...699_999).contains(beginning)
        guard
            isUsual
                || schemes.contains(where: {
                    $0.lengths.contains(digits.count) && $0.first <= beginning && beginning <= $0.last
                })
        else { return false }
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = Int(digit - 0x30) << (place % 2)
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }

    /// Whether digits are as many as an identity number has, with a day of birth at its place.
    private static func looksLikeIdentity(_ digits: [UInt8]) -> Bool {
        switch digits.count {
        case 18: digits.dropLast().allSatisfy(\.isDigit)
        case 15: digits.allSatisfy(\.isDigit) && isDay(digits[8..<12])
        default: false
        }
    }

    /// Whether four digits are a month and a day.
    private static func isDay(_ digits: ArraySlice<UInt8>) -> Bool {
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return (1...12).contains(number / 100) && (1...31).contains(number % 100)
    }

    static func isIdentity(_ digits: [UInt8]) -> Bool {
        guard digits.count == 18, digits.dropLast().allSatisfy(\.isDigit) else { return false }
        let year = digits[6..<10].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard (1900...2099).contains(year), isDay(digits[10..<14]) else { return false }
        // The weight of a place is two to the power of its distance from the end, modulo 11.
        let sum = digits.dropLast().reduce(0) { ($0 + Int($1 - 0x30)) * 2 % 11 }
        let check = (12 - sum % 11) % 11
        let last = digits[17] | 0x20 == UInt8(ascii: "x") ? 10 : Int(digits[17]) - 0x30
        return check == last
    }
}
