/// A number as people write amounts, kept digit by digit: `1,200.5`, `1.5k`, 三万五, 两百块 without its unit.
struct DecimalNumber: CustomStringConvertible {
    /// The digits without the decimal point, and how many of them stand behind it; negative for zeros to be added.
    private var digits: [UInt8]
    private var scale: Int
    /// Where the number ends in the text.
    private(set) var end: Int
    /// Whether it was written in Chinese words.
    private(set) var wasWord = false
    /// Whether it was one word such as 一, which rather belongs to a sentence.
    private(set) var isOneWord = false
    /// Whether the digits rather name something: a telephone number, an order.
    private(set) var isIdentifier = false

    /// Reads a number that begins at an index.
    init?(_ text: ScalarText, at index: Int) {
        if text[index].isDigit || (text[index] == .of(".") && text[index + 1].isDigit) {
            self.init(digitsIn: text, at: index)
        } else {
            self.init(wordsIn: text, at: index)
        }
    }

    private init?(digitsIn text: ScalarText, at index: Int) {
        guard !Self.isInside(text, index), !Self.isPartOfWord(text, index) else { return nil }
        (digits, scale, end) = ([], 0, index)
        takeDigits(text)
        let isGrouped = takeGroups(text)
        let whole = digits.count
        if text[end] == .of(".") || text[end] == .of(","), text[end + 1].isDigit {
            end += 1
            takeDigits(text)
            scale = digits.count - whole
        }
        // A second point makes it a version, an address or a list.
        if [.of("."), .of(","), .of("^")].contains(text[end]), text[end + 1].isDigit { return nil }
        isIdentifier = !isGrouped && scale == 0 && (whole > 9 || (whole > 1 && digits.first == 0))
        takeMultiplier(text)
    }

    private init?(wordsIn text: ScalarText, at index: Int) {
        (digits, scale, end) = ([], 0, index)
        if let (_, behind) = Self.halves.match(in: text, at: index) {
            (digits, scale, end, wasWord, isOneWord) = ([0, 5], 1, behind, true, true)
            return
        }
        guard let number = Numerals.chinese(in: text, at: index), number.value >= 0 else { return nil }
        digits = String(number.value).utf8.map { $0 - 0x30 }
        end = number.end
        wasWord = true
        isOneWord = number.end - index == 1
        takeChineseFraction(text)
    }

    /// 零点一五: digits behind 点.
    private mutating func takeChineseFraction(_ text: ScalarText) {
        guard text[end] == .of("点"), let fraction = Numerals.chinese(in: text, at: end + 1),
            fraction.value < 1_000_000_000
        else { return }
        let length = fraction.end - end - 1
        let written = String(fraction.value).utf8.map { $0 - 0x30 }
        guard written.count <= length else { return }
        digits += [UInt8](repeating: 0, count: length - written.count) + written
        scale = length
        end = fraction.end
        isOneWord = false
    }

    private mutating func takeDigits(_ text: ScalarText) {
        while text[end].isDigit, digits.count < 64 {
            digits.append(UInt8(text[end] - 0x30))
            end += 1
        }
    }

    /// Groups of three digits behind commas or spaces, or behind points where a comma follows: `1.000,50`.
    private mutating func takeGroups(_ text: ScalarText) -> Bool {
        guard digits.count <= 3, digits.first != 0 else { return false }
        for mark: UInt32 in [.of(","), 0x20, .of(".")] {
            var behind = end
            while text[behind] == mark, text.digitCount(behind + 1) == 3, behind - end < 20 { behind += 4 }
            let isDecimal = mark == .of(".") && text[behind] != .of(",")
            guard behind > end, !isDecimal else { continue }
            digits += (end..<behind).filter { text[$0].isDigit }.map { UInt8(text[$0] - 0x30) }
            end = behind
            return true
        }
        return false
    }

    /// `k`, 万 and their like, which move the decimal point.
    private mutating func takeMultiplier(_ text: ScalarText) {
        guard let (zeros, end) = Self.multipliers.match(in: text, at: text.afterSpace(end)) else { return }
        let isLetter = text[end - 1].isLetter && end - self.end == 1
        guard !isLetter || text[self.end] != 0x20 else { return }
        scale -= zeros
        self.end = end
        isIdentifier = false
        // 3万5: a last digit counts a tenth.
        guard text[end - 1].isHan, scale < 0, text.digitCount(end) == 1, text[end + 1] != .of(".") else { return }
        digits.append(UInt8(text[end] - 0x30))
        scale += 1
        self.end = end + 1
    }

    private static let halves = WordTable(words: ["半个", "半枚", "half a", "half an", "half"])

    private static let multipliers = WordTable(
        [
            ("k", 3), ("w", 4), ("m", 6), ("thousand", 3), ("million", 6), ("百", 2), ("千", 3), ("万", 4), ("百万", 6),
            ("千万", 7), ("亿", 8),
        ])

    /// Whether the digits go on what stands before them: a number, a day, a time.
    private static func isInside(_ text: ScalarText, _ index: Int) -> Bool {
        let before = text[index - 1]
        if before.isDigit || before == .of(".") || before == .of("_") { return true }
        return text[index - 2].isDigit && [.of(":"), .of("/"), .of("-"), .of(","), .of("^")].contains(before)
    }

    /// Whether the digits belong to a word such as `trc20` or `erc-20`.
    private static func isPartOfWord(_ text: ScalarText, _ index: Int) -> Bool {
        var start = index
        while text[start - 1].isAlphanumeric || (text[start - 1] == .of("-") && text[start - 2].isLetter) { start -= 1 }
        let word = (start..<index).map { text[$0] }
        return !word.isEmpty && !currencies.contains(word.filter(\.isLetter))
    }

    /// The units that people write in front of a number without a space.
    private static let currencies: Set<[UInt32]> = Set(
        ["btc", "eth", "usdt", "usdc", "usd", "rmb", "cny", "eur", "hkd", "gbp", "trx", "bnb", "us", "hk"]
            .map { $0.unicodeScalars.map(\.value) })

    /// Whether it is ten or more.
    var isMany: Bool { digits.drop { $0 == 0 }.count - scale > 1 }

    /// Whether anybody can own so much, and so finely divided: below 10^15, to 18 places behind the point.
    var isSane: Bool {
        let whole = max(digits.drop { $0 == 0 }.count - scale, 0)
        return !digits.isEmpty && whole <= 15 && scale <= 18 && digits.count < 64
    }

    /// Without a grouping, without zeros that say nothing.
    var description: String {
        let padded = digits + [UInt8](repeating: 0, count: max(0, -scale))
        let places = max(0, scale)
        let filled = [UInt8](repeating: 0, count: max(0, places + 1 - padded.count)) + padded
        let whole = filled.dropLast(places).drop { $0 == 0 }
        var fraction = filled.suffix(places)
        while fraction.last == 0 { fraction.removeLast() }
        let head = whole.isEmpty ? "0" : Self.string(whole)
        return fraction.isEmpty ? head : head + "." + Self.string(fraction)
    }

    private static func string(_ digits: ArraySlice<UInt8>) -> String {
        String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    }
}
