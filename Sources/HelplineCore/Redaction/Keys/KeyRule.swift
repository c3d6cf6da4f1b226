/// Private keys, told from transaction ids, which have the same form, by the words around them.
///
/// A WIF or xprv key proves itself by its checksum. 64 hexadecimal digits are a key near 私钥 or "private key", and kept
/// near 哈希 or "txid"; where neither is said, here or in the lines before, they are masked and the user is asked. Keys
/// in groups, and in two lines, are put together first.
enum KeyRule {
    private static let publicPrefixes = ["bc1", "tb1", "ltc1", "addr1", "xpub", "ypub", "zpub", "tpub", "upub", "vpub"]
    /// How many hexadecimal digits behind a word for a key are a part of one, and how many mixed letters and digits.
    private static let minPart = 16
    private static let minGroup = 12

    static func find(
        in scan: LineScan, memory: inout RedactionMemory, context: RedactionContext, into found: inout Findings
    ) {
        let question = context.question
        findBeginnings(in: scan, memory: &memory, into: &found)
        let cues = scan.cues.filter { $0.kind == .hash || $0.kind == .key && !isDenied($0, in: scan.line) }
        if cues.contains(where: { $0.kind == .key }) {
            findParts(behind: cues, in: scan, memory: &memory, into: &found)
        }
        if found.isEmpty { KeyParts.find(in: scan, memory: &memory, context: context, into: &found) }
        for run in scan.keyRuns where !found.covers(run.range.lowerBound) {
            if let kind = kind(of: run, called: nearest(run.range, cues), in: scan, memory: memory, question: question)
            {
                found.add(kind, run.range)
                if run.hexCount == 64 { memory.hexAskedLines = 3 }
            }
        }
    }

    /// What a run is called: the nearest word before it, or else the first one behind it.
    private static func nearest(_ run: Range<Int>, _ cues: [Cue]) -> Cue.Kind? {
        cues.last { $0.range.upperBound <= run.lowerBound }?.kind ?? cues.first?.kind
    }

    private static func kind(
        of run: KeyRun, called near: Cue.Kind?, in scan: LineScan, memory: RedactionMemory,
        question: RedactionContext.Question
    ) -> SecretKind? {
        if EncodedKey.isPrivate(run.letters[...]) { return .privateKey }
        if run.hexCount == 64 || isSignature(run.letters) {
            let near = near ?? (isNamedKey(run.range, in: scan.line) ? .key : nil)
            return kindOfDigits(called: near, in: scan, memory: memory, question: question)
        }
        if run.hexCount == 128 || (70...78).contains(run.letters.count) && run.letters.allSatisfy(\.isDigit) {
            return near == .hash ? nil : .privateKey
        }
        let text = String(decoding: run.letters.prefix(5), as: UTF8.self).lowercased()
        let isPublic = publicPrefixes.contains { text.hasPrefix($0) }
        return near == .key && !isPublic ? .privateKey : nil
    }

    /// Whether this is 64 bytes in Base58, as Solana writes both its private keys and its transaction ids.
    private static func isSignature(_ letters: [UInt8]) -> Bool {
        (86...88).contains(letters.count) && letters.contains(where: \.isDigit) && letters.contains(where: \.isLetter)
            && Base58.isWritten(in: letters)
    }

    static func kindOfDigits(
        called near: Cue.Kind?, in scan: LineScan, memory: RedactionMemory, question: RedactionContext.Question
    ) -> SecretKind? {
        switch near {
        case .key: return .privateKey
        case .hash: return asksWhich(in: scan.line) ? .keyOrHash : nil
        default: break
        }
        if question == .transactionHash || memory.hexTopic == .hash { return nil }
        if memory.hexTopic == .key { return .privateKey }
        return scan.has(.transaction) ? nil : .keyOrHash
    }

    /// Whether a line that names a hash names a key as the other choice: "a key or a hash?", 是哈希还是私钥.
    private static func asksWhich(in line: FoldedLine) -> Bool {
        alternatives.contains { pair in
            line.units.indices.contains { line.has(pair, at: $0) }
        }
    }

    private static let alternatives = [
        "key or a hash", "key or hash", "key or a tx", "key or tx", "key or the hash", "hash or a key", "hash or key",
        "hash or a private key", "hash or private key", "hash or my key", "还是私钥", "还是密钥", "或者私钥", "或者密钥", "私钥还是",
        "密钥还是",
    ].map { $0.unicodeScalars.map(\.value) }

    /// Whether the bare word "key" stands right before a run, with a colon, "is" or a line break between at most.
    ///
    /// A public key is written like a private one; it is left to be asked about.
    private static func isNamedKey(_ run: Range<Int>, in line: FoldedLine) -> Bool {
        let (verb, before) = wordEnding(before: run.lowerBound, in: line)
        let (name, start) = ["is", "was"].contains(verb) ? wordEnding(before: before, in: line) : (verb, before)
        return (name == "key" || name == "keys") && wordEnding(before: start, in: line).text != "public"
    }

    /// The word of letters before an index and whatever stands between but letters and digits, and where it begins.
    private static func wordEnding(before index: Int, in line: FoldedLine) -> (text: String, start: Int) {
        var end = index
        while end > 0, index - end < maxGap, !line.isAlphanumeric(end - 1), !line.isHan(end - 1) { end -= 1 }
        var start = end
        while line.isLetter(start - 1) { start -= 1 }
        return (line.word(at: start).text, start)
    }

    private static let maxGap = 4

    /// Whether a cue is only named to say that this is not it: 不是私钥, "not a private key".
    static func isDenied(_ cue: Cue, in line: FoldedLine) -> Bool {
        denials.contains { line.has($0, at: cue.range.lowerBound - $0.count) }
    }

    private static let denials = ["不是", "并非", "不是我的", "not ", "not a ", "not my ", "n't a ", "n't my "]
        .map { $0.unicodeScalars.map(\.value) }

    // MARK: - Parts of keys

    /// The beginnings of extended private keys, however much of them follows and in whatever groups.
    private static func findBeginnings(in scan: LineScan, memory: inout RedactionMemory, into found: inout Findings) {
        let line = scan.line
        guard line.count >= 16, scan.mayHaveExtendedKey else { return }
        let groups = KeyRun.groups(in: line)
        for (place, group) in groups.enumerated() where group.count >= 8 {
            guard line.has(Self.prv, at: group.lowerBound + 1),
                "xyztuv".utf8.contains(line.letters[group.lowerBound] | 0x20)
            else { continue }
            var end = group.upperBound
            var count = group.count
            for next in groups[(place + 1)...] {
                guard count < 107, next.lowerBound - end <= 2, next.count >= 4,
                    next.contains(where: { line.isDigit($0) })
                else { break }
                (end, count) = (next.upperBound, count + next.count)
            }
            found.add(.privateKey, group.lowerBound..<end)
            if count < 107 { memory.restLines = KeyParts.restReach }
        }
    }

    private static let prv = Array("prv".unicodeScalars.map(\.value))

    /// Parts of keys behind a word for one: 私钥前半段 5c1f…, "authenticator key JBSW…".
    private static func findParts(
        behind cues: [Cue], in scan: LineScan, memory: inout RedactionMemory, into found: inout Findings
    ) {
        let line = scan.line
        for group in KeyRun.groups(in: line) where group.count >= minGroup && group.count < KeyRun.minLength {
            guard cues.last(where: { $0.range.upperBound <= group.lowerBound })?.kind == .key else { continue }
            guard group.count >= minPart else {
                if KeyParts.isPart(group, in: line) { foundPart(group) }
                continue
            }
            let run = KeyRun(group, in: line)
            let isHex = run.hexCount.map { $0 >= minPart && $0 != 40 } ?? false
            let isMixed = run.letters.contains(where: \.isDigit) && run.letters.contains(where: \.isLetter)
            let isShared = run.letters.allSatisfy { $0 &- 0x41 < 26 || $0 &- 0x32 < 6 } && group.count % 8 == 0
            if isHex && isMixed || isShared || KeyParts.isPart(group, in: line) { foundPart(group) }
        }

        for groups in secretGroups(in: line)
        where cues.contains(where: { $0.kind == .key && $0.range.upperBound <= groups.lowerBound }) {
            found.add(.privateKey, groups)
        }

        func foundPart(_ group: Range<Int>) {
            found.add(.privateKey, group)
            memory.restLines = KeyParts.restReach
        }
    }

    /// Rows of four groups or more of four letters and digits, as authenticators show their secret ("jbsw y3dp ehpk
    /// 3pxp").
    private static func secretGroups(in line: FoldedLine) -> [Range<Int>] {
        var rows: [Range<Int>] = []
        var row: [Range<Int>] = []
        func end() {
            if row.count >= 4, let first = row.first, let last = row.last,
                (first.lowerBound..<last.upperBound).contains(where: { line.isDigit($0) })
            {
                rows.append(first.lowerBound..<last.upperBound)
            }
            row = []
        }
        for group in KeyRun.groups(in: line) {
            let isSecret = group.count == 4 && group.allSatisfy { line.isLetter($0) || line.letters[$0] &- 0x32 < 6 }
            if !isSecret || row.last.map({ group.lowerBound - $0.upperBound != 1 }) ?? false { end() }
            if isSecret { row.append(group) }
        }
        end()
        return rows
    }
}
