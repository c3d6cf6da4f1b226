/// Domain names as mail uses them: lower case, A-labels, at least two labels.
///
/// For internationalised names this does what RFC 5891 section 5 asks of a lookup, except that a name is taken in the
/// form in which keyboards give it: it is put into lower case, but not normalised (NFC, NFKC), and neither the tables
/// of UTS #46 nor the contextual and bidirectional rules of RFC 5892 and RFC 5893 are consulted. Letters, marks and
/// decimal digits are let through; joiners, symbols and emoji are not. A name that needed more would be refused by the
/// mail server that looks it up; it cannot become another ASCII name here.
enum DomainName {
    /// The name with every label as an A-label.
    static func parse(_ scalars: ArraySlice<Unicode.Scalar>) throws(AddressRefusal) -> String {
        guard let first = scalars.first else { throw .noDomain }
        if first == "[" { throw .addressLiteral }
        var labels: [String] = []
        for label in scalars.split(separator: ".", omittingEmptySubsequences: false) {
            labels.append(try Self.label(label))
        }
        guard labels.count > 1, let last = labels.last else { throw .singleLabel }
        if last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { throw .addressLiteral }
        let name = labels.joined(separator: ".")
        guard name.utf8.count <= 253 else { throw .tooLong }
        return name
    }

    private static func label(_ scalars: ArraySlice<Unicode.Scalar>) throws(AddressRefusal) -> String {
        guard let first = scalars.first, let last = scalars.last else { throw .emptyLabel }
        if first == "-" || last == "-" { throw .labelHyphen }
        let lower = String(String.UnicodeScalarView(scalars)).lowercased()
        guard lower.unicodeScalars.allSatisfy(isLabelText), !isMark(first) else { throw .labelCharacter }
        let ascii = try aLabel(lower)
        guard ascii.utf8.count <= 63 else { throw .labelTooLong }
        return ascii
    }

    /// The label itself where it is ASCII, an `xn--` label only if it is one that encoding gives.
    private static func aLabel(_ lower: String) throws(AddressRefusal) -> String {
        guard lower.utf8.allSatisfy({ $0 < 0x80 }) else {
            guard let encoded = Punycode.encode(lower) else { throw .labelCharacter }
            return "xn--" + encoded
        }
        guard lower.utf8.starts(with: "xn--".utf8) else { return lower }
        let encoded = String(lower.unicodeScalars.dropFirst(4))
        guard let decoded = Punycode.decode(encoded), !decoded.utf8.allSatisfy({ $0 < 0x80 }),
            decoded.unicodeScalars.allSatisfy(isLabelText), Punycode.encode(decoded) == encoded
        else { throw .labelCharacter }
        return lower
    }

    private static func isLabelText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x30...0x39, 0x61...0x7A: return true
        case 0..<0x80: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber: return true
        default: return isMark(scalar)
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        let category = scalar.properties.generalCategory
        return category == .nonspacingMark || category == .spacingMark
    }
}
