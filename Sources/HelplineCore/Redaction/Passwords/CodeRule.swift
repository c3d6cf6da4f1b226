/// One-time codes: four to eight digits near 验证码 or "verification code", or alone on a line soon after.
enum CodeRule {
    private static let maxGap = 28
    /// Words between a cue and digits that say the digits are something else.
    private static let others: Set<String> = [
        "from", "order", "phone", "number", "error", "not", "never", "no", "t", "didn", "doesn", "isn", "year", "since",
        "after",
        "within", "every", "expired", "expires", "my", "id", "ticket", "usdt", "btc", "eth", "waited", "waiting",
        "tried",
    ]
    private static let otherHan: Set<UInt32> = HanVerbs.units("不没未无订单号机话尾错超等过要需前后每共期")
    private static let linkingHan: Set<UInt32> = Set("是就当做作为的我你这个这那条刚收到发来".unicodeScalars.map(\.value))

    static func find(
        in scan: LineScan, memory: RedactionMemory, question: RedactionContext.Question, into found: inout Findings
    ) {
        guard scan.line.digitCount > 0 || scan.has(.code) || scan.has(.codeLabel) else { return }
        let isExpected = question == .code || memory.codeLines > 0 && question != .number && !scan.has(.number)
        if isExpected, let digits = onlyDigits(in: scan.line) { found.add(.code, digits) }
        for cue in scan.cues.prefix(LineScan.maxCues) where cue.kind == .code || cue.kind == .codeLabel {
            guard let range = valueAfter(cue, in: scan) ?? valueBefore(cue, in: scan) else { continue }
            found.add(.code, range)
            for range in furtherDigits(like: range, in: scan) { found.add(.code, range) }
        }
    }

    /// The digits that the line consists of, with or without `G-` before them.
    private static func onlyDigits(in line: FoldedLine) -> Range<Int>? {
        guard line.count <= 40, let start = (0..<line.count).first(where: { line.isDigit($0) }),
            let digits = digits(at: start, in: line)
        else { return nil }
        let rest = (0..<start).filter { line.isLetter($0) || line.isHan($0) && !linkingHan.contains(line.units[$0]) }
            .count
        let isAlone = (digits.upperBound..<line.count).allSatisfy { !line.isAlphanumeric($0) && !line.isHan($0) }
        return isAlone && (rest == 0 || rest == 1 && isPrefixed(start, in: line)) ? digits : nil
    }

    private static func valueAfter(_ cue: Cue, in scan: LineScan) -> Range<Int>? {
        let line = scan.line
        var index = cue.range.upperBound
        let limit = min(line.count, index + maxGap)
        var isLinked = backups.contains(line.units[cue.range.lowerBound].lowercasedASCII)
        while index < limit {
            if let digits = digits(at: index, in: line) {
                return cue.kind == .code || isLinked || digits.count == 6 ? digits : nil
            }
            if isLinked, let mixed = mixedCode(at: index, in: line) { return mixed }
            if let spoken = SpokenPassword.digits(at: index, in: line) { return spoken }
            if line.isDigit(index) || line.endsSentence(at: index) || otherHan.contains(line.units[index])
                || scan.cue(at: index)?.kind == .number
            {
                return nil
            }
            if line.isLetter(index) {
                let word = line.word(at: index)
                if others.contains(word.text) { return nil }
                if Linking.saying.contains(word.text) { isLinked = true }
                index = word.range.upperBound
                if line.isDigit(index) { return nil }
            } else {
                if [0x3A, 0x3D, 0x23].contains(line.units[index]) || HanVerbs.being.contains(line.units[index]) {
                    isLinked = true
                }
                index += 1
            }
        }
        return nil
    }

    /// What the names of codes begin with that mix letters and digits: backup, recovery, 备用, 恢复.
    private static let backups = HanVerbs.units("br备恢")

    /// How far behind a code others are looked for, in units.
    private static let maxFurther = 400

    /// The digits behind others that are as many: "1234-5678 8765-4321", "0000 didn't work, then 8531".
    ///
    /// Left alone is what a word right before names: an order, a phone.
    static func furtherDigits(like value: Range<Int>, in scan: LineScan) -> [Range<Int>] {
        let line = scan.line
        var values: [Range<Int>] = []
        var index = value.upperBound
        let limit = min(line.count, index + maxFurther)
        while index < limit {
            guard line.isDigit(index), !line.isAlphanumeric(index - 1) || line.isHan(index - 1) else {
                index += 1
                continue
            }
            if let digits = digits(at: index, in: line), digits.count == value.count,
                !scan.names(digits, as: [.number, .plainCode, .account, .hash, .identity])
            {
                values.append(digits)
                index = digits.upperBound
            } else {
                while line.isDigit(index) { index += 1 }
            }
        }
        return values
    }

    /// Digits right before `是我的验证码`, "is my code".
    private static func valueBefore(_ cue: Cue, in scan: LineScan) -> Range<Int>? {
        let line = scan.line
        var index = cue.range.lowerBound - 1
        var isLinked = cue.kind == .code && line.isDigit(index) && line.isHan(index + 1)
        while index >= 0, cue.range.lowerBound - index < maxGap, !line.isDigit(index) {
            let unit = line.units[index]
            if line.isHan(index) {
                guard linkingHan.contains(unit) else { return nil }
                isLinked = isLinked || HanVerbs.serving.contains(unit) || unit == 0x8FD9 || unit == 0x90A3
            } else if line.isLetter(index) {
                guard let word = wordEnding(at: index, in: line), Linking.before.contains(word.text) else { return nil }
                isLinked = isLinked || Linking.verbs.contains(word.text)
                index = word.range.lowerBound
            } else if !line.isSpace(index), line.units[index] != 0x22 {
                return nil
            }
            index -= 1
        }
        guard isLinked, index >= 0 else { return nil }
        var start = index
        while line.isDigit(start - 1) { start -= 1 }
        guard !line.isLetter(start - 1), let digits = digits(at: start, in: line), digits.upperBound == index + 1 else {
            return nil
        }
        return scan.names(digits, as: [.number, .plainCode]) ? nil : digits
    }

    /// Where a row of single digits ends: "4 8 3 9 2 0", "4-8-3-9".
    private static func endOfSingles(from start: Int, in line: FoldedLine) -> Int {
        var end = start
        while end < line.count, end - start < maxGap, line.letters[end] == 0x20 || line.letters[end] == 0x2D,
            line.isDigit(end + 1), !line.isDigit(end + 2)
        {
            end += 2
        }
        return end
    }

    /// Where a row of pairs of digits ends: "55 66 77".
    private static func endOfPairs(from start: Int, in line: FoldedLine) -> Int {
        var end = start
        while end < line.count, end - start < maxGap, line.letters[end] == 0x20 || line.letters[end] == 0x2D,
            line.isDigit(end + 1), line.isDigit(end + 2), !line.isDigit(end + 3)
        {
            end += 3
        }
        return end
    }

    /// Four to eight digits, in one group, two of three or four, some of two, or each alone, that are no part of a number, date,
    /// time or amount.
    static func digits(at start: Int, in line: FoldedLine) -> Range<Int>? {
        guard line.isDigit(start), !line.isAlphanumeric(start - 1) || isPrefixed(start, in: line) else { return nil }
        var end = start
        while line.isDigit(end) { end += 1 }
        let first = end - start
        if (3...4).contains(first), end < line.count, line.letters[end] == 0x20 || line.letters[end] == 0x2D {
            var second = end + 1
            while line.isDigit(second) { second += 1 }
            let isLast =
                second - end >= 3 && second <= line.count && !goesOn(at: second, in: line)
                && (line.isHan(second) || line.endsClause(after: second))
            if second - end - 1 == first || isLast { end = second }
        }
        if first == 1 { end = endOfSingles(from: end, in: line) }
        if first == 2 { end = endOfPairs(from: end, in: line) }
        let count = line.letters[start..<end].count { $0.isDigit }
        return (4...8).contains(count) && !goesOn(at: end, in: line) ? start..<end : nil
    }

    /// Whether what stands behind digits makes them part of something else.
    static func goesOn(at end: Int, in line: FoldedLine) -> Bool {
        guard end < line.count else { return false }
        if line.isLetter(end) { return true }
        if line.isHan(end) { return unitHan.contains(line.units[end]) || line.has(beginning, at: end) }
        return [0x2D, 0x2E, 0x2F, 0x3A, 0x25].contains(line.letters[end]) && line.isDigit(end + 1)
            || line.letters[end] == UInt8(ascii: "%") || isUnit(after: end, in: line)
    }

    private static func isUnit(after end: Int, in line: FoldedLine) -> Bool {
        guard line.isSpace(end), line.isLetter(end + 1) else { return false }
        return [
            "usdt", "usd", "btc", "eth", "trx", "seconds", "secs", "sec", "minutes", "mins", "min", "hours", "days",
            "times", "characters", "digits",
        ]
        .contains(line.word(at: end + 1).text)
    }

    /// 开头: the digits only begin a number.
    private static let beginning: [UInt32] = [0x5F00, 0x5934]

    /// The Han characters that count what digits before them number.
    private static let unitHan = Set("年月日号点位次个天时分秒元块万亿遍条笔枚字小".unicodeScalars.map(\.value))

    /// Whether the digits stand behind the `G-` of a Google code.
    private static func isPrefixed(_ start: Int, in line: FoldedLine) -> Bool {
        start > 1 && line.letters[start - 1] == 0x2D && line.letters[start - 2] | 0x20 == UInt8(ascii: "g")
    }

    /// Four to eight letters and digits mixed.
    private static func mixedCode(at start: Int, in line: FoldedLine) -> Range<Int>? {
        guard line.isAlphanumeric(start), !line.isAlphanumeric(start - 1) else { return nil }
        let token = Token(at: start, in: line)
        let letters = line.letters[token.core]
        guard (4...9).contains(letters.count), letters.allSatisfy({ $0.isAlphanumeric || $0 == 0x2D }),
            letters.contains(where: \.isDigit), letters.contains(where: \.isLetter), token.look(in: line) == .mixed
        else { return nil }
        return token.core
    }

    private static func wordEnding(at last: Int, in line: FoldedLine) -> (text: String, range: Range<Int>)? {
        var start = last
        while line.isLetter(start - 1) { start -= 1 }
        return line.isDigit(start - 1) ? nil : line.word(at: start)
    }
}

/// The words that link a value to the cue behind it: "X is my password".
enum Linking {
    static let verbs: Set<String> = ["is", "was", "as", "for"]
    /// What says what a code is: "the sms said 5521".
    static let saying: Set<String> = ["is", "was", "be", "said", "says", "shows", "showed", "reads", "read"]
    static let before: Set<String> = [
        "is", "was", "as", "for", "my", "the", "a", "our", "new", "old", "login", "wallet", "payment", "current",
        "account",
        "sms", "google",
    ]
}
