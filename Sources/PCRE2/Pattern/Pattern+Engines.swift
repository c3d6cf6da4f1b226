extension Pattern {
    /// Whether PCRE2's machine code and its interpreter answer it alike, as far as its characters tell.
    ///
    /// In 10.42 they are known not to where a group is atomic, a repeat possessive, or the pattern calls itself: `(?>a+?)b`
    /// is not found in “xaab” by machine code. So it holds none of these, nor verbs, conditions, callouts, options, or
    /// anything else behind `(?` but groups and assertions.
    package var isAnsweredAlike: Bool {
        var (second, last): (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            guard Pattern.isUncontested(second, last, byte) else { return false }
            (second, last) = (last, byte)
        }
        return true
    }

    /// Whether three bytes in a row begin nothing that the engines may answer differently.
    private static func isUncontested(_ second: UInt8, _ last: UInt8, _ byte: UInt8) -> Bool {
        switch (last, byte) {
        case (UInt8(ascii: "("), UInt8(ascii: "*")), (UInt8(ascii: "<"), UInt8(ascii: "*")): false
        case (UInt8(ascii: "*"), UInt8(ascii: "+")), (UInt8(ascii: "+"), UInt8(ascii: "+")),
            (UInt8(ascii: "?"), UInt8(ascii: "+")), (UInt8(ascii: "}"), UInt8(ascii: "+")):
            false
        case (UInt8(ascii: "\\"), UInt8(ascii: "g")), (UInt8(ascii: "\\"), UInt8(ascii: "K")): false
        case (UInt8(ascii: "?"), _) where second == UInt8(ascii: "("): ":=!<|".utf8.contains(byte)
        default: true
        }
    }
}
