/// Passwords and PINs, by the words that introduce them and by what was asked.
///
/// A value is masked where a word for password, a link (`is`, 是, a colon) and something that looks like a secret
/// follow one another in one clause, also the other way round ("X is my password"), or where the line before ended in
/// such an introduction. A plain word counts only where the clause ends with it and it does not describe a password:
/// "my password is wrong" and 密码是什么 lose nothing.
enum PasswordRule {
    /// What stands behind the word in a marker.
    static let removed = Array(" removed]".unicodeScalars.map(\.value))

    static func find(
        in scan: LineScan, except used: Set<Int>, memory: RedactionMemory, question: RedactionContext.Question,
        into found: inout Findings
    ) {
        if memory.awaited != .nothing || question == .password, let range = answer(in: scan, to: memory.awaited) {
            found.add(.password, range)
        }
        for cue in scan.cues.prefix(LineScan.maxCues) {
            guard cue.kind == .password || cue.kind == .passwordLabel, !used.contains(cue.range.lowerBound),
                !scan.line.has(removed, at: cue.range.upperBound)
            else {
                continue
            }
            for range in valuesAfter(cue, in: scan) {
                found.add(.password, range)
                guard range.allSatisfy({ !scan.line.isLetter($0) && !scan.line.isHan($0) }) else { continue }
                for range in CodeRule.furtherDigits(like: range, in: scan) { found.add(.password, range) }
            }
            if let range = valueOnNextLine(cue, in: scan.line) { found.add(.password, range) }
            if cue.kind == .password, let range = valueBefore(cue, in: scan.line) { found.add(.password, range) }
        }
        MentionedPassword.find(in: scan, isTopic: memory.passwordLines > 0, into: &found)
        LinkSecret.find(in: scan.line, into: &found)
    }

    /// What of a password a line leaves to the next: "my password is:", 密码.
    static func awaited(behind scan: LineScan) -> RedactionMemory.Awaited {
        guard let cue = scan.cues.last(where: { $0.kind == .password }) else { return .nothing }
        let line = scan.line
        guard let last = (cue.range.upperBound..<line.count).last(where: { !line.isSpace($0) }) else {
            return namesOnly(0..<cue.range.lowerBound, in: line) ? .value : .nothing
        }
        let rest = cue.range.upperBound..<last + 1
        let start = rest.first { !line.isSpace($0) } ?? last
        if line.isLetter(last) { return line.word(at: start).text == "is" && last == start + 1 ? .statement : .nothing }
        guard rest.count <= maxLead, isLink(last, in: line), HanPasswordWords.leads.makeUp(line.units[start..<last])
        else { return .nothing }
        return .statement
    }

    static let maxLead = 12

    /// Whether a colon, an equals sign or a Chinese verb stands at an index.
    private static func isLink(_ index: Int, in line: FoldedLine) -> Bool {
        [0x3A, 0x3D].contains(line.units[index]) || HanVerbs.being.contains(line.units[index])
    }

    /// Whether nothing but "my", 我的, 登录 and the like stands in a range.
    static func namesOnly(_ range: Range<Int>, with others: Set<String> = [], in line: FoldedLine) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if line.isLetter(index) {
                let word = line.word(at: index)
                guard Linking.before.contains(word.text) || others.contains(word.text) else { return false }
                index = word.range.upperBound
            } else {
                guard line.isSpace(index) || PasswordWords.ownersHan.contains(line.units[index]) else { return false }
                index += 1
            }
        }
        return true
    }

    /// The password that a line is which follows a word for one.
    private static func answer(in scan: LineScan, to awaited: RedactionMemory.Awaited) -> Range<Int>? {
        if let token = scan.onlyToken, isAnswer(token, in: scan.line) { return token.range }
        let start = (0..<scan.line.count).first { !scan.line.isSpace($0) } ?? 0
        return words(at: start, after: awaited, in: scan.line)
    }

    /// The password of several words or of Han characters that a line is from an index on.
    static func words(at start: Int, after awaited: RedactionMemory.Awaited, in line: FoldedLine) -> Range<Int>? {
        let isStated = awaited == .statement
        let range =
            HanPassword.range(at: start, form: isStated ? .stated : .beside, in: line)
            ?? (isStated ? PlainPassword.range(at: start, link: .mark, in: line) : nil)
        guard let range, range.count >= 4, line.endsClause(after: range.upperBound) else { return nil }
        return range
    }

    static func isAnswer(_ token: Token, in line: FoldedLine) -> Bool {
        switch token.look(in: line) {
        case .mixed: token.range.count >= 4
        case .digits: (4...16).contains(token.core.count)
        case .word: token.core.count >= 5 && !PasswordWords.describes(line.word(at: token.core.lowerBound).text)
        case .other: false
        }
    }
}
