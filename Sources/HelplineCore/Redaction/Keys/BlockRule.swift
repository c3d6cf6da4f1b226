/// Key files pasted whole or line by line: PEM blocks (RFC 7468), the encrypted key files of Ethereum wallets (JSON),
/// and keys as a list of bytes, as Solana's tools write them.
enum BlockRule {
    private static let begin = Array("-----begin ".unicodeScalars.map(\.value))
    private static let end = Array("-----end ".unicodeScalars.map(\.value))
    private static let key = Array("private key".unicodeScalars.map(\.value))
    private static let cipher = Array("ciphertext".unicodeScalars.map(\.value))
    private static let dashes = Array("-----".unicodeScalars.map(\.value))
    /// A list of as many bytes is a key.
    private static let minBytes = 32

    static func find(in scan: LineScan, memory: inout RedactionMemory, into found: inout Findings) {
        let line = scan.line
        if memory.blockLines > 0 { findRest(in: line, memory: &memory, into: &found) }
        guard line.count >= 24 else { return }
        if line.ascii.contains(0x2D), let start = first(begin, in: line, from: 0),
            first(key, in: line, from: start) != nil
        {
            let last = first(end, in: line, from: start).map { $0 + end.count }
            let stop = last.flatMap { first(dashes, in: line, from: $0) }.map { $0 + dashes.count }
            if stop == nil { memory.blockLines = RedactionMemory.blockReach }
            found.add(.privateKey, start..<(stop ?? line.count))
        }
        if line.ascii.contains(0x22), let name = first(cipher, in: line, from: 0) {
            let start = line.units.firstIndex(of: 0x7B) ?? max(0, name - 1)
            let stop = line.units.lastIndex(of: 0x7D).map { $0 + 1 } ?? line.count
            found.add(.keystore, min(start, name)..<max(stop, name + cipher.count))
        }
        if line.ascii.contains(0x2C), line.digitCount >= minBytes { findBytes(in: line, into: &found) }
    }

    /// The lines of a block that was begun: those without spaces, up to its end.
    private static func findRest(in line: FoldedLine, memory: inout RedactionMemory, into found: inout Findings) {
        memory.blockLines -= 1
        if let last = first(end, in: line, from: 0) {
            memory.blockLines = 0
            let stop = first(dashes, in: line, from: last + end.count).map { $0 + dashes.count }
            found.add(.privateKey, 0..<(stop ?? line.count))
        } else if line.ascii.contains(0x20) && !line.ascii.contains(0x3A) {
            memory.blockLines = 0
        } else {
            found.add(.privateKey, 0..<line.count)
        }
    }

    /// Rows of numbers below 256 with commas between.
    private static func findBytes(in line: FoldedLine, into found: inout Findings) {
        var index = 0
        var start = 0
        var count = 0
        while index < line.count {
            guard line.isDigit(index) else {
                if line.letters[index] != 0x2C, !line.isSpace(index), line.letters[index] != 0x0A { count = 0 }
                index += 1
                continue
            }
            let first = index
            var value = 0
            while line.isDigit(index) {
                value = min(999, value * 10 + Int(line.letters[index] - 0x30))
                index += 1
            }
            if count == 0 { start = first }
            count = value < 256 && index - first <= 3 ? count + 1 : 0
            if count >= minBytes, !line.isDigit(index) { found.add(.privateKey, start..<index) }
        }
    }

    private static func first(_ text: [UInt32], in line: FoldedLine, from start: Int) -> Int? {
        guard start + text.count <= line.count else { return nil }
        return (start...line.count - text.count).first { line.has(text, at: $0) }
    }
}
