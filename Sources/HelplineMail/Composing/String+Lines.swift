extension String {
    /// The text with U+000A as the only character that ends a line; other controls, TAB excepted, are spaces.
    ///
    /// The user's words are set apart by what stands at the beginning of each line. A carriage return or U+2028 inside
    /// them would begin a line without it.
    func onLineFeedsAlone() -> String {
        var result = UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in unicodeScalars {
            if scalar == "\n", previous == "\r" { result.removeLast() }
            result.append(Self.staysInText(scalar) ? scalar : " ")
            previous = scalar
        }
        return String(result)
    }

    private static func staysInText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: false
        default: true
        }
    }
}
