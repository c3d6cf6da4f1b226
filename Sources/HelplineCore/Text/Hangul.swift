/// The arithmetic that puts Korean syllables together (The Unicode Standard, section 3.12).
enum Hangul {
    private static let leading: Range<UInt32> = 0x1100..<0x1113
    private static let vowels: Range<UInt32> = 0x1161..<0x1176
    private static let trailing: Range<UInt32> = 0x11A8..<0x11C3
    private static let syllables: Range<UInt32> = 0xAC00..<0xD7A4

    /// The jamo that join what stands before them.
    static var joining: [UInt32] { Array(vowels) + Array(trailing) }

    static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if leading.contains(first), vowels.contains(second) {
            return syllables.lowerBound + ((first - leading.lowerBound) * 21 + second - vowels.lowerBound) * 28
        }
        if syllables.contains(first), (first - syllables.lowerBound) % 28 == 0, trailing.contains(second) {
            return first + second - trailing.lowerBound + 1
        }
        return nil
    }
}
