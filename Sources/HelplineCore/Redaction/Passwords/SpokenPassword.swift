/// PINs of digits in words: "four four seven one", 四四七一.
enum SpokenPassword {
    private static let minDigits = 4

    /// So many digits in words at least, with spaces, commas or hyphens between.
    static func digits(at start: Int, least: Int = minDigits, in line: FoldedLine) -> Range<Int>? {
        guard line.isLetter(start) ? !line.isLetter(start - 1) : line.isHan(start) else { return nil }
        var index = start
        var end = start
        var count = 0
        while index < line.count {
            if line.isHan(index), numerals.contains(line.units[index]) {
                index += 1
            } else if line.isLetter(index), case let word = line.word(at: index), words.contains(word.text) {
                index = word.range.upperBound
            } else {
                break
            }
            (count, end) = (count + 1, index)
            while index < line.count, [0x20, 0x2C, 0x2D].contains(line.units[index]) { index += 1 }
        }
        return count >= least ? start..<end : nil
    }

    private static let words: Set<String> = [
        "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double",
    ]
    private static let numerals = Set("零〇一二三四五六七八九幺".unicodeScalars.map(\.value))
}
