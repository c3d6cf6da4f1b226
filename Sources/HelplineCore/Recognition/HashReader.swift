/// Finds the hash or id of a transaction.
///
/// Read are 64 hexadecimal digits with or without `0x` (Ethereum and its kin, Bitcoin, TRON; canonical in small
/// letters) and Solana's signatures, 87 or 88 characters of base 58 with letters of both cases and digits. Shorter ids
/// of other chains cannot be told from addresses and are left to the user's own words.
struct HashReader {
    /// The lengths a hash can have; what is shorter or longer is not looked at closely.
    private static let lengths = 64...88

    private let bytes: [UInt8]

    /// Takes normalised text.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The first hash in the text.
    func read() -> Recognition? {
        var start = 0
        while start < bytes.count {
            guard bytes[start].isASCIIAlphanumeric else {
                start += 1
                continue
            }
            let end = bytes[start...].firstIndex { !$0.isASCIIAlphanumeric } ?? bytes.count
            if Self.lengths.contains(end - start), let canonical = canonical(bytes[start..<end]) {
                return Recognition(canonical: canonical, range: start..<end)
            }
            start = end
        }
        return nil
    }

    private func canonical(_ word: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: word, as: UTF8.self)
        let isPrefixed = word.count == 66 && text.lowercased().hasPrefix("0x")
        let digits = isPrefixed ? word.dropFirst(2) : word
        if digits.count == 64, digits.allSatisfy(\.isHexadecimal) { return text.lowercased() }
        return isSolanaSignature(word) ? text : nil
    }

    private func isSolanaSignature(_ word: ArraySlice<UInt8>) -> Bool {
        (87...88).contains(word.count)
            && word.allSatisfy { !"0OIl".utf8.contains($0) }
            && word.contains { $0 < 0x3A } && word.contains { (0x41...0x5A).contains($0) }
            && word.contains { $0 >= 0x61 }
    }
}

extension UInt8 {
    /// Whether this is one of `0`…`9`, `A`…`F` and `a`…`f`.
    var isHexadecimal: Bool { self &- 0x30 < 10 || (self | 0x20) &- 0x61 < 6 }
}
