extension Unicode.Scalar {
    /// Whether the scalar must not stand in a header, a name or a file name.
    ///
    /// Controls (C0, DEL, C1) end or forge lines, U+2028 and U+2029 do so in some readers, and the directional
    /// overrides and isolates show another order than the one that is read (UAX #9). The rule looks at scalars because
    /// CR LF is one `Character`, which hides both of its parts.
    var isForbiddenInHeader: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension String {
    /// The text on one line and fit for a header: what is forbidden there becomes a space, and each run of white space
    /// one space; at most `limit` bytes of UTF-8, an ellipsis in place of the rest.
    func headerText(limit: Int) -> String {
        var result = String.UnicodeScalarView()
        var gap = false
        for scalar in unicodeScalars {
            if scalar.isForbiddenInHeader || scalar.value == 0x20 {
                gap = !result.isEmpty
                continue
            }
            if gap { result.append(" ") }
            gap = false
            result.append(scalar)
        }
        return String(result).shortened(to: limit)
    }

    /// The text itself where it has at most `limit` bytes, else whole grapheme clusters and an ellipsis within them.
    func shortened(to limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var result = ""
        var size = "…".utf8.count
        for unit in EncodedWord.units(of: self, limit: limit) {
            size += unit.utf8.count
            if size > limit { break }
            result += unit
        }
        return result + "…"
    }
}
