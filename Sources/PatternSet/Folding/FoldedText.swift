/// The folded form of the text that is being searched, in memory that is kept.
struct FoldedText: ~Copyable {
    /// How many bytes may be read behind the text, so that eight can be loaded at each of its places.
    static let padding = 16

    private var buffer = ScratchBuffer<UInt8>(capacity: 4_096, filler: 0)

    /// The length in bytes.
    private(set) var count = 0

    /// The length in characters (scalars).
    private(set) var characterCount = 0

    /// The bytes, and zeros behind them.
    var base: UnsafePointer<UInt8> { UnsafePointer(buffer.base) }

    /// Folds a text, which MUST be valid UTF-8, in place of the one before.
    ///
    /// Costs about half a nanosecond a byte of ASCII or Han, and some nanoseconds a character of other scripts.
    mutating func fold(_ text: Span<UInt8>) {
        buffer.reserve(text.count + FoldedText.padding)
        let output = buffer.base
        (count, characterCount) = text.withUnsafeBufferPointer { bytes in
            guard let input = bytes.baseAddress else { return (0, 0) }
            return FoldedText.fold(input, bytes.count, to: output)
        }
        UnsafeMutableRawPointer(output + count).initializeMemory(as: UInt8.self, repeating: 0, count: Self.padding)
    }

    /// Folds eight bytes of ASCII at a time and copies Han; the rest goes through the table of case classes.
    private static func fold(
        _ input: UnsafePointer<UInt8>, _ count: Int, to output: UnsafeMutablePointer<UInt8>
    ) -> (bytes: Int, characters: Int) {
        let text = Span(_unsafeStart: input, count: count)
        var position = 0
        var end = 0
        var characters = 0
        while position < count {
            if position + 8 <= count {
                let word = UnsafeRawPointer(input + position).loadUnaligned(as: UInt64.self)
                if word & 0x8080_8080_8080_8080 == 0 {
                    UnsafeMutableRawPointer(output + end).storeBytes(of: lowercased(word), as: UInt64.self)
                    (position, end, characters) = (position + 8, end + 8, characters + 8)
                    continue
                }
            }
            let first = input[position]
            if first < 0x80 {
                output[end] = first &- 0x41 < 26 ? first | 0x20 : first
                (position, end) = (position + 1, end + 1)
            } else if first >= 0xE3, first <= 0xE9, position + 3 <= count {
                // U+3000 to U+9FFF: no character has another case.
                output[end] = first
                output[end + 1] = input[position + 1]
                output[end + 2] = input[position + 2]
                (position, end) = (position + 3, end + 3)
            } else {
                let (scalar, length) = text.scalar(at: position)
                end += write(CaseClasses.representative(of: scalar), to: output + end, upTo: length)
                position += length
            }
            characters += 1
        }
        return (end, characters)
    }

    /// Eight ASCII characters in small letters: bit 7 of each sum tells whether a byte is at least A, and beyond Z.
    @inline(__always)
    private static func lowercased(_ word: UInt64) -> UInt64 {
        let fromA = word &+ 0x3F3F_3F3F_3F3F_3F3F
        let beyondZ = word &+ 0x2525_2525_2525_2525
        return word | (fromA & ~beyondZ & 0x8080_8080_8080_8080) >> 2
    }

    /// Writes a scalar that is no longer than the one it stands for.
    private static func write(_ scalar: UInt32, to output: UnsafeMutablePointer<UInt8>, upTo length: Int) -> Int {
        guard scalar >= 0x80 else {
            output[0] = UInt8(truncatingIfNeeded: scalar)
            return 1
        }
        guard let scalar = Unicode.Scalar(scalar), let units = UTF8.encode(scalar) else { return 0 }
        var written = 0
        for unit in units where written < length {
            output[written] = unit
            written += 1
        }
        return written
    }
}
