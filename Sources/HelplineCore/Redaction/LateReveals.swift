/// What a line says about the one before: "that was my private key", 这是我的密码.
enum LateReveals {
    static func reveals(in scan: LineScan, memory: RedactionMemory) -> [Redaction.Reveal] {
        func reveal(_ subject: Redaction.Reveal.Subject, _ kind: SecretKind) -> [Redaction.Reveal] {
            [Redaction.Reveal(linesBack: 1, subject: subject, kind: kind)]
        }
        guard scan.line.count <= 60, !isQuestion(scan.line) else { return [] }
        switch memory.lastShape {
        case .hex:
            let isKey = scan.cues.contains { $0.kind == .key && !KeyRule.isDenied($0, in: scan.line) }
            return isKey && scan.longRuns.isEmpty ? reveal(.hexKey, .privateKey) : []
        case .digits where scan.has(.code):
            return reveal(.line, .code)
        case .digits where scan.has(.password), .password where scan.has(.password):
            return reveal(.line, .password)
        default:
            return []
        }
    }

    private static func isQuestion(_ line: FoldedLine) -> Bool {
        line.units.contains { [0x3F, 0x5417, 0x600E, 0x5FD8].contains($0) }
    }
}

extension RedactionMemory {
    /// Notes what a line says about secrets that may follow it.
    mutating func note(_ scan: LineScan, isClean: Bool) {
        if scan.has(.seed) { seedLines = 4 }
        if scan.has(.code) { codeLines = 3 }
        let isAsked = hexAskedLines > 0
        let keyCues = scan.cues.filter { cue in
            cue.kind == .hash || isAsked && cue.kind == .transaction
                || cue.kind == .key && !KeyRule.isDenied(cue, in: scan.line)
        }
        if let cue = keyCues.last {
            hexTopic = cue.kind == .key ? .key : .hash
            hexLines = 4
        }
        awaitsPassword = isClean && PasswordRule.awaitsValue(scan)
        lastShape = isClean ? Self.shape(of: scan) : .other
    }

    private static func shape(of scan: LineScan) -> Shape {
        if scan.longRuns.contains(where: { KeyRule.isHexKey($0, in: scan.line) }) { return .hex }
        guard let token = scan.onlyToken else { return .other }
        switch token.look(in: scan.line) {
        case .mixed: return token.range.count >= 6 ? .password : .other
        case .digits: return (4...8).contains(token.core.count) ? .digits : .other
        case .word, .other: return .other
        }
    }
}
