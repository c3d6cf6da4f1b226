/// What a line says about the one before: "that was my private key", 这是我的密码.
enum LateReveals {
    static func reveals(in scan: LineScan, memory: RedactionMemory) -> [Redaction.Reveal] {
        func reveal(_ subject: Redaction.Reveal.Subject, _ kind: SecretKind) -> [Redaction.Reveal] {
            [Redaction.Reveal(linesBack: 1, subject: subject, kind: kind)]
        }
        guard memory.lastShape != .other, scan.line.count <= 60, scan.keyRuns.isEmpty, pointsBack(scan.line) else {
            return []
        }
        switch memory.lastShape {
        case .hex:
            let isKey = scan.cues.contains { $0.kind == .key && !KeyRule.isDenied($0, in: scan.line) }
            return isKey ? reveal(.hexKey, .privateKey) : []
        case .digits where scan.has(.code):
            return reveal(.line, .code)
        case .digits where scan.has(.password), .password where scan.has(.password):
            return reveal(.line, .password)
        default:
            return []
        }
    }

    /// Whether a line speaks of the one before, and neither asks nor denies: "that was", 这是, 上面.
    private static func pointsBack(_ line: FoldedLine) -> Bool {
        let text = String(String.UnicodeScalarView(line.units.compactMap { Unicode.Scalar($0.lowercasedASCII) }))
        let words = Set(text.split { !$0.isASCII || !$0.isLetter }.map(String.init))
        if text.contains("?") || !otherHan.isDisjoint(with: line.units) || !otherWords.isDisjoint(with: words) {
            return false
        }
        return !pointing.isDisjoint(with: words) || text.hasPrefix("是") || text.hasPrefix("is my")
            || ["这", "那", "上面", "刚才", "前面"].contains { text.contains($0) }
    }

    private static let pointing: Set<String> = ["that", "thats", "this", "it", "above", "these", "those"]
    private static let otherWords: Set<String> = [
        "wrong", "forgot", "lost", "change", "reset", "how", "what", "where", "why", "can", "did", "does",
    ]
    private static let otherHan: Set<UInt32> = Set("吗怎忘错什哪谁么".unicodeScalars.map(\.value))
}

extension RedactionMemory {
    /// Notes what a line says about secrets that may follow it.
    mutating func note(_ scan: LineScan, isClean: Bool) {
        if scan.has(.seed) { seedLines = max(seedLines, 4) }
        if scan.has(.code) { codeLines = 3 }
        if scan.has(.password) { passwordLines = 3 }
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
