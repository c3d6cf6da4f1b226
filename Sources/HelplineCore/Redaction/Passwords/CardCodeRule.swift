/// The three or four digits on the back of a payment card, and other security codes: "cvv 737", 安全码是 482.
enum CardCodeRule {
    private static let maxGap = 28
    private static let lengths = 3...8
    /// Words between a cue and digits that say the digits are something else.
    private static let others: Set<String> = [
        "error", "version", "order", "phone", "expired", "expires", "exp", "expiry", "valid", "step", "page", "room",
        "id", "usdt", "usd", "last", "ends", "ending",
    ]
    private static let otherHan = HanVerbs.units("期单话机版错尾账金额第")

    static func find(in scan: LineScan, into found: inout Findings) {
        guard scan.has(.cardCode) else { return }
        for cue in scan.cues.prefix(LineScan.maxCues) where cue.kind == .cardCode {
            guard let range = valueAfter(cue, in: scan.line) ?? valueBefore(cue, in: scan.line) else { continue }
            found.add(.code, range)
            var index = range.upperBound
            let limit = min(scan.line.count, index + maxGap)
            while index < limit {
                let next = digits(at: index, in: scan.line).flatMap { $0.count == range.count ? $0 : nil }
                if let next { found.add(.code, next) }
                index = next?.upperBound ?? index + 1
            }
        }
    }

    private static func valueAfter(_ cue: Cue, in line: FoldedLine) -> Range<Int>? {
        var index = cue.range.upperBound
        let limit = min(line.count, index + maxGap)
        while index < limit, !line.endsSentence(at: index) {
            if let range = digits(at: index, in: line) ?? SpokenPassword.digits(at: index, least: 3, in: line) {
                return range
            }
            if line.isDigit(index) || otherHan.contains(line.units[index]) { return nil }
            if line.isLetter(index) {
                let word = line.word(at: index)
                if others.contains(word.text) { return nil }
                index = word.range.upperBound
            } else {
                index += 1
            }
        }
        return nil
    }

    /// "737 is my cvv", 737是安全码.
    private static func valueBefore(_ cue: Cue, in line: FoldedLine) -> Range<Int>? {
        var index = cue.range.lowerBound - 1
        while index >= 0, cue.range.lowerBound - index < maxGap, !line.isDigit(index) {
            let isLinking =
                line.isSpace(index) || [0x22, 0x28, 0x29, 0x2C, 0x2D, 0x3A].contains(line.units[index])
                || PasswordWords.linkingHan.contains(line.units[index])
            guard isLinking || line.isLetter(index) else { return nil }
            if line.isLetter(index) {
                var start = index
                while line.isLetter(start - 1) { start -= 1 }
                guard Linking.before.union(["that", "thats", "s"]).contains(line.word(at: start).text) else {
                    return nil
                }
                index = start
            }
            index -= 1
        }
        guard index >= 0, line.isDigit(index), index + 1 < cue.range.lowerBound else { return nil }
        var start = index
        while line.isDigit(start - 1) { start -= 1 }
        return digits(at: start, in: line)
    }

    /// Three to eight digits that are no part of a date, a number or an amount.
    private static func digits(at start: Int, in line: FoldedLine) -> Range<Int>? {
        guard line.isDigit(start), !line.isAlphanumeric(start - 1) else { return nil }
        var end = start
        while line.isDigit(end) { end += 1 }
        let isDate = [0x2F, 0x2D, 0x2E].contains(start > 0 ? line.letters[start - 1] : 0)
        return lengths.contains(end - start) && !isDate && !CodeRule.goesOn(at: end, in: line) ? start..<end : nil
    }
}
