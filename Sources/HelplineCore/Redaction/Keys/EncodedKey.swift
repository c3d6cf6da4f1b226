/// Private keys that show by their form or their checksum that they are some.
enum EncodedKey {
    /// What WIF keys, the xprv family and encrypted keys (BIP-38) begin with.
    static let firstLetters = ASCIISet("59KLc6xyztuvXYZTUV")

    /// What keys of other networks begin with, in lower case.
    private static let prefixes = ["nsec1", "suiprivkey1", "pvtk1", "pvtr1", "agesecretkey1", "edsk", "edesk"]

    /// Whether letters and digits are a private key.
    static func isPrivate(_ letters: ArraySlice<UInt8>) -> Bool {
        switch letters.count {
        case 51...52: isWIF(letters)
        case 54: letters.starts(with: Array("edsk".utf8))
        case 56: letters.first == UInt8(ascii: "S") && letters.allSatisfy(isBase32)
        case 58 where letters.starts(with: Array("6P".utf8)): Base58.checked(letters) != nil
        case 100...113: isExtended(letters)
        default: letters.count >= KeyRun.minLength && hasPrefix(letters)
        }
    }

    /// A WIF key: a network byte, 32 bytes, and perhaps a mark.
    private static func isWIF(_ letters: ArraySlice<UInt8>) -> Bool {
        guard let payload = Base58.checked(letters) else { return hasPrefix(letters) }
        return (33...34).contains(payload.count) && payload[0] >= 0x80
    }

    /// An extended private key (BIP-32): its name, or 78 bytes with a zero before the key.
    private static func isExtended(_ letters: ArraySlice<UInt8>) -> Bool {
        if letters.dropFirst().starts(with: Array("prv".utf8)) { return true }
        guard letters.count >= 107, let payload = Base58.checked(letters) else { return false }
        return payload.count == 78 && payload[45] == 0
    }

    private static func hasPrefix(_ letters: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: letters.prefix(16), as: UTF8.self).lowercased()
        return prefixes.contains { text.hasPrefix($0) }
    }

    private static func isBase32(_ letter: UInt8) -> Bool {
        letter &- 0x41 < 26 || letter &- 0x32 < 6
    }
}
