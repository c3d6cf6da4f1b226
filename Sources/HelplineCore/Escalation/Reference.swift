/// The name of a mail that its user can read over the telephone: `HL-7K3Q-M2XV`.
///
/// Seven random symbols of Crockford's base 32 and one check symbol, which finds every single wrong symbol.
public struct Reference: Hashable, Sendable, CustomStringConvertible {
    /// The form shown everywhere.
    public let description: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Draws a reference from 35 random bits; the higher ones are ignored.
    public init(random bits: UInt64) {
        let symbols = (0..<7).map { Int(bits >> (UInt64($0) * 5) & 31) }
        self.init(symbols: symbols)
    }

    /// Reads what a user typed: any case, full width, with O for 0 and I or L for 1, with or without `HL` and hyphens.
    ///
    /// Nil where it is no reference or the check symbol does not fit.
    public init?(parsing text: String) {
        var symbols: [Int] = []
        for scalar in text.unicodeScalars {
            var value = scalar.value
            if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
            if value == 0x2D || value == 0x20 || value == 0x2013 || value == 0x2014 { continue }
            guard value < 0x80, let symbol = Self.symbol(UInt8(value)) else { return nil }
            symbols.append(symbol)
        }
        if symbols.count == 10, symbols[0] == Self.symbol(0x48), symbols[1] == Self.symbol(0x4C) {
            symbols.removeFirst(2)
        }
        guard symbols.count == 8, Self.check(symbols.dropLast()) == symbols[7] else { return nil }
        self.init(symbols: Array(symbols.dropLast()))
    }

    private init(symbols: [Int]) {
        let all = symbols + [Self.check(symbols[...])]
        let letters = all.map { Character(Unicode.Scalar(Self.alphabet[$0])) }
        description = "HL-" + String(letters[0..<4]) + "-" + String(letters[4..<8])
    }

    /// A weighted sum with odd weights, which are units modulo 32.
    private static func check(_ symbols: ArraySlice<Int>) -> Int {
        zip(symbols, [1, 3, 5, 7, 9, 11, 13]).reduce(0) { $0 + $1.0 * $1.1 } % 32
    }

    private static func symbol(_ byte: UInt8) -> Int? {
        var upper = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
        if upper == 0x4F { upper = 0x30 }
        if upper == 0x49 || upper == 0x4C { upper = 0x31 }
        return alphabet.firstIndex(of: upper)
    }
}
