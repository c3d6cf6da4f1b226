/// The address of one mailbox as SMTP knows it: `local@domain` (RFC 5321 section 4.1.2).
///
/// ```swift
/// let address = try EmailAddress(parsing: "zhang.san@例子.测试")
/// print(address)  // zhang.san@xn--fsqu00a.xn--0zwm56d
/// ```
///
/// Narrower than the grammar where the grammar only invites mistakes: no quoted local part, no comment, no source
/// route, no address literal, and the domain has a dot.
public struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    /// What stands before the `@`, as typed; it may have characters beyond ASCII (RFC 6531).
    public let local: String
    /// The domain in lower case and as A-labels.
    public let domain: String

    /// Takes parts that are known to be right.
    init(local: String, domain: String) {
        self.local = local
        self.domain = domain
    }

    /// Reads an address, strictly: white space at an end is refused like any other.
    ///
    /// - Throws: the reason for refusing it. Full-width characters lead to ``AddressRefusal/fullWidth(_:)`` where what
    ///   they stand for is an address.
    public init(parsing text: String) throws(AddressRefusal) {
        let folded = text.unicodeScalars.map(Self.halfWidth)
        guard folded.elementsEqual(text.unicodeScalars) else {
            throw AddressRefusal.fullWidth(try EmailAddress(scalars: folded))
        }
        try self.init(scalars: folded)
    }

    private init(scalars: [Unicode.Scalar]) throws(AddressRefusal) {
        try Self.checkShape(scalars)
        let parts = scalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw parts.count < 2 ? .noAt : .severalAts }
        try self.init(local: Self.local(parts[0]), domain: DomainName.parse(parts[1]))
        guard description.utf8.count <= 254 else { throw .tooLong }
    }

    /// Whether the address can stand in a header and an envelope without SMTPUTF8.
    public var isASCII: Bool { local.utf8.allSatisfy { $0 < 0x80 } }

    /// The address, its domain as A-labels.
    public var description: String { local + "@" + domain }

    /// The mailbox in lower case and without a tag after `+`, to tell whether two addresses reach the same one.
    var mailboxKey: String {
        let base = local.unicodeScalars.split(separator: "+", omittingEmptySubsequences: false).first
        return (base.map { String($0) } ?? local).lowercased() + "@" + domain
    }

    /// What makes a text something else than one bare address, the plainest reason first.
    private static func checkShape(_ scalars: [Unicode.Scalar]) throws(AddressRefusal) {
        if scalars.isEmpty { throw .empty }
        if scalars.contains(where: \.isForbiddenInHeader) { throw .control }
        if scalars.contains("\"") { throw .quoted }
        if scalars.first == "@", scalars.contains(":") { throw .route }
        if scalars.contains(where: { $0 == "<" || $0 == ">" }) { throw .angleBrackets }
        if scalars.contains(where: { $0 == "," || $0 == ";" }) { throw .several }
        if scalars.contains(where: { $0 == "(" || $0 == ")" }) { throw .comment }
        if scalars.contains(where: \.properties.isWhitespace) { throw .space }
        if scalars.count > 254 { throw .tooLong }
    }

    /// The local part as a `Dot-string`, with the characters RFC 6531 adds.
    private static func local(_ scalars: ArraySlice<Unicode.Scalar>) throws(AddressRefusal) -> String {
        guard let first = scalars.first, let last = scalars.last else { throw .noLocalPart }
        let text = String(String.UnicodeScalarView(scalars))
        if text.utf8.count > 64 { throw .localTooLong }
        let hasPair = zip(scalars, scalars.dropFirst()).contains { $0 == "." && $1 == "." }
        if first == "." || last == "." || hasPair { throw .localDots }
        guard scalars.allSatisfy(isLocalText) else { throw .localCharacter }
        return text
    }

    private static func isLocalText(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar == "." || FoldedLine.isAtomText(UInt8(scalar.value)) }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            return false
        default:
            return true
        }
    }

    /// The half-width form of a full-width ASCII character or an ideographic full stop, else the scalar itself.
    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3002, 0xFF61: "."
        default: scalar
        }
    }
}
