/// What is remembered of a line once it was read.
extension RedactionMemory {
    /// Notes what a line says about secrets that may follow it.
    mutating func note(_ scan: LineScan, isClean: Bool) {
        if scan.has(.seed) { seedLines = max(seedLines, 4) }
        if scan.has(.code) { codeLines = 3 }
        if scan.has(.password) || scan.has(.passwordLabel) { passwordLines = 3 }
        let isAsked = hexAskedLines > 0
        let last = scan.cues.last { cue in
            cue.kind == .hash || isAsked && cue.kind == .transaction
                || cue.kind == .key && !KeyRule.isDenied(cue, in: scan.line)
        }
        if let cue = last {
            hexTopic = cue.kind == .key ? .key : .hash
            hexLines = 4
        }
        awaited = isClean ? PasswordRule.awaited(behind: scan) : .nothing
        lastShape = isClean ? Self.shape(of: scan) : .other
    }

    private static func shape(of scan: LineScan) -> Shape {
        if scan.keyRuns.contains(where: { $0.hexCount == 64 }) { return .hex }
        guard let token = scan.onlyToken else { return .other }
        switch token.look(in: scan.line) {
        case .mixed: return token.range.count >= 6 ? .password : .other
        case .digits: return (4...8).contains(token.core.count) ? .digits : .other
        case .word, .other: return .other
        }
    }
}
