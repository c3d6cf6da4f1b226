extension Unicode.Scalar {
    /// How many columns of a terminal the scalar takes: East Asian wide ones two (UAX #11), marks none.
    var columns: Int {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: 0
        default: 1
        }
    }

    /// The number as four or more hexadecimal digits.
    var hex: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    }

    /// Whether this is white space, told without a look into Unicode's tables for ASCII.
    var isWhite: Bool {
        value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }

    /// Whether a terminal might obey the scalar instead of showing it, or hide what follows.
    var isUnprintable: Bool {
        switch value {
        case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension String {
    /// The text on one line, controls replaced by U+FFFD, cut after so many scalars.
    func shown(_ limit: Int = 60) -> String {
        var result = String.UnicodeScalarView()
        for (count, scalar) in unicodeScalars.enumerated() {
            if count == limit { return String(result) + "…" }
            if scalar == "\n" || scalar == "\t" {
                result.append(" ")
            } else {
                result.append(scalar.isUnprintable ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    /// The text in quotation marks, fit for a sentence.
    var named: String { "“\(shown())”" }
}
