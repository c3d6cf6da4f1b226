/// The seed of an authenticator app, sixteen and more characters of Base32 (RFC 4648, section 6), in a line that speaks of
/// one: "my google authenticator backup key is JBSWY3DPEHPK3PXP", 身份验证器的那串JBSWY3DPEHPK3PXP.
enum AuthenticatorSeed {
    private static let leastLength = 16
    private static let words = ["authenticator", "2fa", "totp", "验证器", "两步验证", "二次验证", "谷歌验证", "双重验证"].map {
        FoldedLine($0).units
    }

    static func find(in scan: LineScan, into found: inout Findings) {
        let line = scan.line
        guard line.hasLetters, line.digitCount > 0 else { return }
        var start = 0
        while start < line.count {
            var end = start
            while end < line.count, isBase32(line.letters[end]) { end += 1 }
            let range = start..<end
            if range.count >= leastLength, isAlone(range, in: line), isMixed(range, in: line), isSpokenOf(in: line) {
                found.add(.privateKey, range)
            }
            start = end + 1
        }
    }

    private static func isBase32(_ letter: UInt8) -> Bool { letter &- 0x41 < 26 || letter &- 0x32 < 6 }

    private static func isAlone(_ range: Range<Int>, in line: FoldedLine) -> Bool {
        !line.isAlphanumeric(range.lowerBound - 1) && !line.isAlphanumeric(range.upperBound)
    }

    private static func isMixed(_ range: Range<Int>, in line: FoldedLine) -> Bool {
        range.contains(where: line.isDigit) && range.count(where: line.isLetter) >= leastLength / 2
    }

    private static func isSpokenOf(in line: FoldedLine) -> Bool {
        let units = line.units.map(\.lowercasedASCII)
        return words.contains { word in
            units.indices.contains { units[$0...].starts(with: word) }
        }
    }
}
