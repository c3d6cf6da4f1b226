/// Finds several values in a row: “BTC and some ETH”, “100 USDT + 2 TRX”, 比特币和以太坊.
///
/// One is a part of the row where nothing but “and”, its like, numbers and words such as “some” stand before it. What is
/// further apart was said of something else, and the first value stands alone.
struct Enumeration {
    /// What stands between the values of a row that are kept as one.
    private static let separator = ", "
    /// So many values are kept.
    private static let limit = 6
    private static let joints: Set<String> = [
        "and", "plus", "also", "some", "a", "little", "bit", "of", "about", "my", "the", "all", "few", "with", "then",
    ]
    private static let hanJoints = Set("和跟与及以还有另外加一些点少量个大概约、".unicodeScalars)

    private let bytes: [UInt8]

    /// Takes normalised text.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The values in order, each once; the range is that of the row.
    ///
    /// - Parameter value: reads the first value of a text, which is the whole one or what is left behind a value.
    func read(_ value: (_ text: [UInt8], _ isWhole: Bool) -> Recognition?) -> Recognition? {
        guard var row = value(bytes, true) else { return nil }
        var names = [row.canonical]
        while names.count < Self.limit, row.range.upperBound < bytes.count {
            let start = row.range.upperBound
            guard let found = value(Array(bytes[start...]), false),
                isJoint(start..<start + found.range.lowerBound)
            else { break }
            row.range = row.range.lowerBound..<start + found.range.upperBound
            if !names.contains(found.canonical) { names.append(found.canonical) }
        }
        row.canonical = names.joined(separator: Self.separator)
        return row
    }

    /// The values of a row that are kept as one.
    static func values(of row: String) -> [String] {
        row.firstRange(of: separator) == nil ? [row] : row.split(separator: separator).map { String($0) }
    }

    private func isJoint(_ range: Range<Int>) -> Bool {
        guard range.count <= 40 else { return false }
        let words = String(decoding: bytes[range], as: UTF8.self).unicodeScalars.split { scalar in
            scalar.isASCII && !UInt8(scalar.value).isASCIIAlphanumeric && scalar != "."
        }
        return words.allSatisfy { word in
            Self.joints.contains(String(word).lowercased()) || word.allSatisfy(Self.hanJoints.contains)
                || word.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
        }
    }
}
