/// Tells text in GB 18030, the national encoding of China, from bytes that are merely broken.
enum GB18030 {
    /// Whether bytes that are no UTF-8 read well as GB 18030.
    ///
    /// Every byte must fit the encoding, and at least half of the two-byte characters must be punctuation or the common
    /// ideographs of GB 2312 rows 16 to 55. Western one-byte encodings fit the first rule now and then and fail the
    /// second: their accented letters fall into the rows of rare ideographs. Text of which more than half is UTF-8 is
    /// broken UTF-8.
    static func isLikely(_ bytes: ArraySlice<UInt8>) -> Bool {
        fits(bytes) && !isMostlyUTF8(bytes)
    }

    /// Whether repairing leaves more characters beyond ASCII than it replaces.
    private static func isMostlyUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        let balance = String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(0) {
            $1.isASCII ? $0 : $1 == "\u{FFFD}" ? $0 - 1 : $0 + 1
        }
        return balance > 0
    }

    private static func fits(_ bytes: ArraySlice<UInt8>) -> Bool {
        var index = bytes.startIndex
        var common = 0
        var others = 0
        while index < bytes.endIndex {
            let length = characterLength(in: bytes, at: index)
            switch length {
            case 0: return false
            case 2 where isCommon(bytes[index], bytes[index + 1]): common += 1
            case 2: others += 1
            default: break
            }
            index += length
        }
        return common > 0 && common >= others
    }

    /// 1, 2 or 4 bytes; 0 where no character of the encoding begins.
    private static func characterLength(in bytes: ArraySlice<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        if lead < 0x80 { return 1 }
        guard (0x81...0xFE).contains(lead), index + 1 < bytes.endIndex else { return 0 }
        let trail = bytes[index + 1]
        if (0x40...0xFE).contains(trail), trail != 0x7F { return 2 }
        guard (0x30...0x39).contains(trail), index + 3 < bytes.endIndex,
            (0x81...0xFE).contains(bytes[index + 2]), (0x30...0x39).contains(bytes[index + 3])
        else { return 0 }
        return 4
    }

    private static func isCommon(_ lead: UInt8, _ trail: UInt8) -> Bool {
        (0xA1...0xFE).contains(trail) && ((0xA1...0xA3).contains(lead) || (0xB0...0xD7).contains(lead))
    }
}
