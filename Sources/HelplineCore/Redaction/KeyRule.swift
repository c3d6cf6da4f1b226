/// Private keys, told from transaction ids, which have the same form, by the words around them.
///
/// A WIF or xprv key proves itself by its checksum. 64 hexadecimal digits are a key near 私钥 or "private key", and kept
/// near 哈希 or "txid"; where neither is said, here or in the lines before, they are masked and the user is asked.
enum KeyRule {
    /// Shorter runs are never keys: a 32-byte key has 43 characters in the densest of the usual alphabets.
    static let minLength = 43

    private static let publicPrefixes = ["bc1", "tb1", "ltc1", "addr1", "xpub", "ypub", "zpub", "tpub", "upub", "vpub"]

    static func find(
        in scan: LineScan, memory: inout RedactionMemory, question: RedactionContext.Question,
        into found: inout Findings
    ) {
        guard !scan.longRuns.isEmpty else { return }
        let cues = scan.cues.filter { $0.kind == .hash || $0.kind == .key && !isDenied($0, in: scan.line) }
        var next = 0
        for run in scan.longRuns where !found.covers(run.lowerBound) {
            while next < cues.count, cues[next].range.upperBound <= run.lowerBound { next += 1 }
            // The nearest word before the run, or else the first one behind it.
            let near = next > 0 ? cues[next - 1].kind : cues.first?.kind
            if let kind = kind(of: run, called: near, in: scan, memory: memory, question: question) {
                found.add(kind, run)
            }
            if found.covers(run.lowerBound), isHexKey(run, in: scan.line) { memory.hexAskedLines = 3 }
        }
    }

    /// The runs of letters and digits that are long enough for a key.
    static func longRuns(in line: FoldedLine) -> [Range<Int>] {
        guard line.count >= minLength else { return [] }
        var runs: [Range<Int>] = []
        var start = 0
        for index in 0...line.count where !line.isAlphanumeric(index) {
            if index - start >= minLength { runs.append(start..<index) }
            start = index + 1
        }
        return runs
    }

    /// Whether a run is 64 hexadecimal digits, with or without 0x.
    static func isHexKey(_ run: Range<Int>, in line: FoldedLine) -> Bool {
        let letters = line.letters[run]
        let digits = letters.count == 66 && letters.starts(with: [0x30, 0x78]) ? letters.dropFirst(2) : letters
        return digits.count == 64 && digits.allSatisfy(\.isHexDigit)
    }

    private static func kind(
        of run: Range<Int>, called near: Cue.Kind?, in scan: LineScan, memory: RedactionMemory,
        question: RedactionContext.Question
    ) -> SecretKind? {
        let letters = scan.line.letters[run]
        if isEncodedKey(letters) { return .privateKey }
        if isHexKey(run, in: scan.line) {
            switch near {
            case .key: return .privateKey
            case .hash: return nil
            default: break
            }
            if question == .transactionHash || memory.hexTopic == .hash { return nil }
            if memory.hexTopic == .key { return .privateKey }
            return scan.has(.transaction) ? nil : .keyOrHash
        }
        let text = String(decoding: letters.prefix(5), as: UTF8.self).lowercased()
        let isPublic = publicPrefixes.contains { text.hasPrefix($0) }
        return near == .key && !isPublic ? .privateKey : nil
    }

    /// A WIF key (51 or 52 characters) or an extended private key (BIP-32), by form and checksum.
    private static func isEncodedKey(_ letters: ArraySlice<UInt8>) -> Bool {
        switch letters.count {
        case 51...52:
            guard let payload = Base58.checked(letters) else { return false }
            return (33...34).contains(payload.count) && payload[0] >= 0x80
        case 100...113:
            if letters.dropFirst().starts(with: Array("prv".utf8)) { return true }
            guard letters.count >= 107, let payload = Base58.checked(letters) else { return false }
            return payload.count == 78 && payload[45] == 0
        default:
            return false
        }
    }

    /// Whether a cue is only named to say that this is not it: 不是私钥, "not a private key".
    static func isDenied(_ cue: Cue, in line: FoldedLine) -> Bool {
        denials.contains { line.has($0, at: cue.range.lowerBound - $0.count) }
    }

    private static let denials = ["不是", "并非", "不是我的", "not ", "not a ", "not my ", "n't a ", "n't my "]
        .map { $0.unicodeScalars.map(\.value) }
}
