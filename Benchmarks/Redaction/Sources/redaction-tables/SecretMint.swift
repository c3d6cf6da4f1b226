import Foundation

/// Makes secrets, and what looks like them, at random but the same for each seed.
struct SecretMint {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    static let english = list(EnglishWords.text)
    static let others = [
        list(SpanishWords.text), list(FrenchWords.text), list(ItalianWords.text), list(CzechWords.text),
        list(PortugueseWords.text), list(JapaneseWords.text), list(KoreanWords.text),
    ]
    static let simplified = characters(ChineseWords.simplified)
    static let traditional = characters(ChineseWords.traditional)

    private static func list(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }
    private static func characters(_ text: String) -> [String] {
        text.filter { !$0.isWhitespace }.map { String($0) }
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { random.pick(elements) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func digits(_ count: Int) -> String { (0..<count).map { _ in String(number(0...9)) }.joined() }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) } }

    mutating func hex(_ count: Int) -> String {
        bytes(count / 2).map { String(format: "%02x", $0) }.joined()
    }

    /// A phrase of 12, 15, 18, 21 or 24 words with its checksum (BIP-39).
    mutating func phrase(of words: [String], _ count: Int? = nil) -> [String] {
        let count = count ?? pick([12, 15, 18, 21, 24])
        let entropy = bytes(count * 4 / 3)
        let bits = (entropy + SHA256.hash(entropy).prefix(1)).flatMap { byte in
            (0..<8).map { Int(byte >> (7 - $0) & 1) }
        }
        return (0..<count).map { place in
            words[bits[place * 11..<place * 11 + 11].reduce(0) { $0 << 1 | $1 }]
        }
    }

    /// Bytes with their checksum in base 58.
    static func base58Check(_ payload: [UInt8]) -> String {
        let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
        let bytes = payload + SHA256.hash(SHA256.hash(payload)).prefix(4)
        var digits: [Int] = []
        for byte in bytes {
            var carry = Int(byte)
            for place in digits.indices {
                carry += digits[place] << 8
                digits[place] = carry % 58
                carry /= 58
            }
            while carry > 0 {
                digits.append(carry % 58)
                carry /= 58
            }
        }
        let zeros = bytes.prefix { $0 == 0 }.map { _ in alphabet[0] }
        return String(zeros + digits.reversed().map { alphabet[$0] })
    }

    /// A number of a card that passes the check (ISO/IEC 7812-1, Luhn).
    mutating func card() -> String {
        let body = String(number(3...6)) + digits(14)
        let sum = body.enumerated().reduce(0) { sum, digit in
            let value = (digit.element.wholeNumberValue ?? 0) * (digit.offset % 2 == 0 ? 2 : 1)
            return sum + value / 10 + value % 10
        }
        return body + String((10 - sum % 10) % 10)
    }

    /// A number of a Chinese identity card with its check digit (GB 11643).
    mutating func identity() -> String {
        let body =
            "110105\(number(1950...2010))\(String(format: "%02d%02d", number(1...12), number(1...28)))" + digits(3)
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return body + String(Array("10X98765432")[sum % 11])
    }
}
