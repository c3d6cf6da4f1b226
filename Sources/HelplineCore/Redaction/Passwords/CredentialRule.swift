/// A name and its password told together: "login bob / x", 账号密码 bob hunter2, "user bob pass tiger77".
enum CredentialRule {
    private static let maxGap = 6

    /// Finds the passwords, and answers which cues were used up: what follows those at once is the name.
    static func find(in scan: LineScan, into found: inout Findings) -> Set<Int> {
        var used: Set<Int> = []
        if let range = abbreviated(in: scan.line) { found.add(.password, range) }
        for (place, cue) in scan.cues.prefix(LineScan.maxCues).enumerated() where cue.kind == .account {
            let next = place + 1 < scan.cues.count ? scan.cues[place + 1] : nil
            if let password = next, password.kind == .password, isBeside(cue, password, in: scan.line) {
                if let range = second(from: password.range.upperBound, in: scan.line) {
                    found.add(.password, range)
                    used.insert(password.range.lowerBound)
                }
            } else if let range = divided(from: cue.range.upperBound, in: scan.line) {
                found.add(.password, range)
            } else if let password = next, let range = labelled(by: password, behind: cue, in: scan.line) {
                found.add(.password, range)
            }
        }
        return used
    }

    /// What stands behind "p:" where "u:" stands before: "u: bob p: hunter2".
    private static func abbreviated(in line: FoldedLine) -> Range<Int>? {
        guard line.ascii.contains(0x3A) || line.ascii.contains(0x3D), line.count <= 200 else { return nil }
        func label(_ names: Set<String>, from start: Int) -> Int? {
            line.units.indices.dropFirst(start).first { index in
                line.isLetter(index) && !line.isAlphanumeric(index - 1) && names.contains(line.word(at: index).text)
                    && [0x3A, 0x3D].contains(line.units[line.endOfLabel(at: index)])
            }
        }
        guard let user = label(["u", "un", "usr", "id", "uid", "acc", "email"], from: 0),
            let password = label(["p", "pw", "ps", "pwd"], from: user + 1)
        else { return nil }
        return part(from: line.endOfLabel(at: password), in: line)
    }

    /// Whether only marks, "and" or 和 stand between two cues: "login/password", 账号和密码.
    private static func isBeside(_ account: Cue, _ password: Cue, in line: FoldedLine) -> Bool {
        let gap = account.range.upperBound..<password.range.lowerBound
        guard gap.count <= maxGap else { return false }
        let letters = gap.filter { line.isAlphanumeric($0) || line.isHan($0) }
        guard let first = letters.first else { return true }
        return line.isHan(first)
            ? letters.count == 1 && line.units[first] == 0x548C : line.word(at: first).text == "and"
    }

    /// The second of two tokens: `bob hunter2`, "bob/hunter2".
    private static func second(from start: Int, in line: FoldedLine) -> Range<Int>? {
        if let range = divided(from: start, in: line) { return range }
        guard let name = part(from: start, in: line), let value = part(from: name.upperBound, in: line),
            isValue(value, in: line)
        else { return nil }
        return line.endsClause(after: value.upperBound) ? value : nil
    }

    /// The part behind the stroke in "bob / x".
    private static func divided(from start: Int, in line: FoldedLine) -> Range<Int>? {
        guard let name = part(from: start, in: line), isName(name, in: line) else { return nil }
        var index = name.upperBound
        while line.isSpace(index) { index += 1 }
        guard index < line.count, isStroke(index, in: line), let value = part(from: index + 1, in: line),
            isName(value, in: line), line.endsClause(after: value.upperBound)
        else { return nil }
        return value
    }

    /// What stands behind "pass" or "password" where the name stands right before it.
    private static func labelled(by cue: Cue, behind account: Cue, in line: FoldedLine) -> Range<Int>? {
        guard cue.kind == .password || cue.kind == .passwordLabel,
            !line.has(PasswordRule.removed, at: cue.range.upperBound),
            let name = part(from: account.range.upperBound, in: line), isName(name, in: line),
            (0...maxGap).contains(cue.range.lowerBound - name.upperBound),
            let value = part(from: cue.range.upperBound, in: line), isValue(value, in: line),
            line.endsClause(after: value.upperBound)
        else { return nil }
        return value
    }

    /// The next run of visible ASCII without a stroke, behind spaces, a colon, "is" or 是.
    private static func part(from start: Int, in line: FoldedLine) -> Range<Int>? {
        var index = start
        while index < line.count,
            line.isSpace(index) || [0x3A, 0x3D].contains(line.units[index])
                || HanVerbs.being.contains(line.units[index])
        {
            index += 1
        }
        if line.word(at: index).text == "is" { return part(from: index + 2, in: line) }
        var end = index
        while end < line.count, line.letters[end] > 0x20, line.letters[end] < 0x7F, line.letters[end] != 0x2C,
            !isStroke(end, in: line)
        {
            end += 1
        }
        while end > index, [0x2E, 0x3B].contains(line.units[end - 1]) { end -= 1 }
        // A marker is no password.
        return end > index && line.units[index] != 0x5B ? index..<end : nil
    }

    private static func isStroke(_ index: Int, in line: FoldedLine) -> Bool {
        [0x2F, 0x7C].contains(line.units[index])
    }

    private static func isValue(_ range: Range<Int>, in line: FoldedLine) -> Bool {
        let token = Token(at: range.lowerBound, in: line)
        return token.look(in: line) == .mixed && range.count >= 4 || isName(range, in: line) && range.count >= 4
    }

    /// Whether a run is a name or a password rather than a word of everyday or a part of an address.
    private static func isName(_ range: Range<Int>, in line: FoldedLine) -> Bool {
        let text = String(decoding: line.letters[range], as: UTF8.self).lowercased()
        return !text.contains("//") && !text.utf8.allSatisfy { !$0.isAlphanumeric }
            && !PasswordWords.functions.contains(text) && !PasswordWords.describes(text)
            && !PasswordWords.places.contains(text)
    }
}
