/// What a line says about those before it: "that was my private key", 这是我的密码, "oops I just sent you my password".
///
/// The line says of what kind the secret is (`PointingBack`); which of the earlier lines holds it, and what of that line,
/// is told by what the lines look like (`RevealedLine`): the nearest that may be one.
enum LateReveals {
    /// How many lines back a password, a code or a key is looked for.
    private static let reach = 6

    static func reveals(
        in scan: LineScan, after earlier: [SafeText], memory: RedactionMemory, markers: RedactionMarkers
    ) -> [Redaction.Reveal] {
        guard scan.keyRuns.isEmpty, scan.line.count <= maxLength else { return [] }
        let beside = besideReveals(in: scan, memory: memory)
        guard beside.isEmpty, !earlier.isEmpty, let kind = PointingBack.kind(in: scan) else { return beside }
        let lines = earlier.suffix(PhraseJoiner.maxLines).reversed().map { RevealedLine($0, markers: markers) }
        return kind == .seedPhrase || kind == .privateKey ? parts(of: kind, in: lines) : nearest(kind, in: lines)
    }

    private static let maxLength = 160

    /// The nearest line that may hold a secret; none where what it holds is masked already.
    private static func nearest(_ kind: SecretKind, in lines: [RevealedLine]) -> [Redaction.Reveal] {
        for (place, line) in lines.prefix(reach).enumerated() {
            if line.isMasked { return [] }
            if let subject = line.subject(of: kind) {
                return [Redaction.Reveal(linesBack: place + 1, subject: subject, kind: kind)]
            }
        }
        return []
    }

    /// The nearest lines that may be a phrase or a key told in parts, with at most one other line between.
    private static func parts(of kind: SecretKind, in lines: [RevealedLine]) -> [Redaction.Reveal] {
        var reveals: [Redaction.Reveal] = []
        var others = 0
        for (place, line) in lines.enumerated() {
            let isGoingOn = !reveals.isEmpty
            if let subject = line.subject(of: kind, isGoingOn: isGoingOn) {
                reveals.append(Redaction.Reveal(linesBack: place + 1, subject: subject, kind: kind))
                others = 0
            } else if !line.isMasked {
                others += 1
            }
            if others > (isGoingOn ? 1 : reach) { break }
        }
        return reveals
    }

    // MARK: - The line before

    /// What a line says of the one before, where that was remembered to look like a secret.
    private static func besideReveals(in scan: LineScan, memory: RedactionMemory) -> [Redaction.Reveal] {
        func reveal(_ subject: Redaction.Reveal.Subject, _ kind: SecretKind) -> [Redaction.Reveal] {
            [Redaction.Reveal(linesBack: 1, subject: subject, kind: kind)]
        }
        guard memory.lastShape != .other, scan.line.count <= 60, pointsBeside(scan.line) else { return [] }
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
    private static func pointsBeside(_ line: FoldedLine) -> Bool {
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
    private static let otherHan = HanVerbs.units("吗怎忘错什哪谁么")
}
