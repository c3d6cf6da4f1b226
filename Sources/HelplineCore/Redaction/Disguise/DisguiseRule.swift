/// Secrets that are written otherwise: a text in base64 or hexadecimal digits, and the words of a phrase run together.
///
/// What can be read as a text is searched like a line of its own, and masked whole where that holds a secret. Bytes
/// that make no text (addresses, keys, hashes) are left to the other rules: that 32 random bytes are all printable
/// happens once in 10^13. Looked for in long runs without a space alone, so that ordinary lines pay one look at each
/// character.
enum DisguiseRule {
    /// Twelve words of three letters; a text that is shorter holds no phrase.
    static let minLength = 36
    /// Longer runs are files, not lines.
    private static let maxLength = 4096

    static func find(in scan: LineScan, into found: inout Findings) {
        guard scan.line.count >= minLength else { return }
        for run in runs(in: scan.line) where !found.covers(run.lowerBound) {
            let letters = scan.line.letters[run]
            if let kind = RunTogetherWords.arePhrase(letters) ? .seedPhrase : hidden(in: Array(letters)) {
                found.add(kind, run)
            }
        }
    }

    /// The long runs of letters, digits and the marks of base64.
    private static func runs(in line: FoldedLine) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        for index in 0...line.count where index == line.count || !isPart(line.letters[index]) {
            if (minLength...maxLength).contains(index - start) { runs.append(start..<index) }
            start = index + 1
        }
        return runs
    }

    private static func isPart(_ letter: UInt8) -> Bool {
        letter.isAlphanumeric || letter == 0x2B || letter == 0x2F || letter == 0x2D || letter == 0x5F || letter == 0x3D
    }

    /// The first secret of the text that stands behind a code; nil where there is no text or none in it.
    private static func hidden(in letters: [UInt8]) -> SecretKind? {
        for bytes in [PlainCodes.hexadecimal(letters), PlainCodes.base64(letters)] {
            guard let bytes, let text = readable(bytes) else { continue }
            var memory = RedactionMemory()
            if let finding = Redactor().redact(text, memory: &memory).findings.first { return finding.kind }
        }
        return nil
    }

    /// The bytes as a text, where all of them are printable.
    private static func readable(_ bytes: [UInt8]) -> String? {
        let isPrintable = bytes.allSatisfy { byte in
            byte >= 0x20 && byte != 0x7F || [0x09, 0x0A, 0x0D].contains(byte)
        }
        guard isPrintable else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
