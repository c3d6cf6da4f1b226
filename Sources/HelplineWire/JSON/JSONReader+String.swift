extension JSONReader {
    /// The string that begins at the quotation mark at hand.
    mutating func string() throws(JSONError) -> String {
        index += 1
        let start = index
        guard try run() else { return try text(bytes[start..<index - 1], at: start) }
        var resolved = Array(bytes[start..<index - 1])
        while true {
            try escape(into: &resolved)
            let segment = index
            let escapes = try run()
            resolved += bytes[segment..<index - 1]
            if !escapes { return try text(resolved[...], at: start) }
        }
    }

    /// Steps behind the next backslash (true) or the closing quotation mark (false).
    private mutating func run() throws(JSONError) -> Bool {
        while let next = byte {
            index += 1
            if next == UInt8(ascii: "\"") { return false }
            if next == UInt8(ascii: "\\") { return true }
            if next < 0x20 { throw fault("a control character in a string must be escaped", at: index - 1) }
        }
        throw fault("the text ends inside a string")
    }

    private func text(_ bytes: ArraySlice<UInt8>, at start: Int) throws(JSONError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw fault("a string is not valid UTF-8", .encoding, at: start)
        }
        return text
    }

    /// The escape whose letter is at hand.
    private mutating func escape(into output: inout [UInt8]) throws(JSONError) {
        guard let letter = byte else { throw fault("the text ends inside a string") }
        index += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(letter)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "u"): output += Array(String(try scalar()).utf8)
        default: throw fault("no such escape", at: index - 1)
        }
    }

    /// The character of one `\uXXXX`, or of two that are a surrogate pair; U+FFFD for half of a pair.
    private mutating func scalar() throws(JSONError) -> Character {
        let unit = try hexadecimal()
        if let scalar = Unicode.Scalar(unit) { return Character(scalar) }
        let place = index
        if UTF16.isLeadSurrogate(unit), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
            let second = try hexadecimal()
            if UTF16.isTrailSurrogate(second) {
                return Character(UTF16.decode(UTF16.EncodedScalar([unit, second])))
            }
        }
        index = place
        return "\u{FFFD}"
    }

    private mutating func hexadecimal() throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let next = byte, let digit = Character(Unicode.Scalar(next)).hexDigitValue else {
                throw fault("four hexadecimal digits are expected")
            }
            unit = unit << 4 | UInt16(digit)
            index += 1
        }
        return unit
    }
}
