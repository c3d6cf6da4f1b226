/// Key files pasted whole: PEM blocks (RFC 7468) and the encrypted key files of Ethereum wallets (JSON).
enum BlockRule {
    private static let begin = Array("-----begin ".unicodeScalars.map(\.value))
    private static let end = Array("-----end ".unicodeScalars.map(\.value))
    private static let key = Array("private key".unicodeScalars.map(\.value))
    private static let cipher = Array("ciphertext".unicodeScalars.map(\.value))
    private static let dashes = Array("-----".unicodeScalars.map(\.value))

    static func find(in scan: LineScan, into found: inout Findings) {
        let line = scan.line
        guard line.count >= 24 else { return }
        if line.letters.contains(0x2D), let start = first(begin, in: line, from: 0),
            first(key, in: line, from: start) != nil
        {
            let last = first(end, in: line, from: start).map { $0 + end.count }
            let stop = last.flatMap { first(dashes, in: line, from: $0) }.map { $0 + dashes.count }
            found.add(.privateKey, start..<(stop ?? line.count))
        }
        if line.letters.contains(0x7B), first(cipher, in: line, from: 0) != nil,
            let start = line.units.firstIndex(of: 0x7B)
        {
            let stop = line.units.lastIndex(of: 0x7D).map { $0 + 1 } ?? line.count
            found.add(.keystore, start..<max(stop, start + 1))
        }
    }

    private static func first(_ text: [UInt32], in line: FoldedLine, from start: Int) -> Int? {
        guard start + text.count <= line.count else { return nil }
        return (start...line.count - text.count).first { line.has(text, at: $0) }
    }
}
