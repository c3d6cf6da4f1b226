/// Why a text is not taken as the address of one mailbox.
public enum AddressRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is nothing.
    case empty
    /// A control character, a line break or a directional override.
    case control
    /// White space.
    case space
    /// More than one address.
    case several
    /// Angle brackets, or a name beside the address.
    case angleBrackets
    /// A comment in parentheses.
    case comment
    /// A quoted local part, which RFC 5321 allows and hardly any mail program takes.
    case quoted
    /// A source route such as `@a,@b:user@c`.
    case route
    /// No `@`.
    case noAt
    /// More than one `@`.
    case severalAts
    /// Nothing before the `@`.
    case noLocalPart
    /// A dot at an end of the local part, or two in a row.
    case localDots
    /// A character that no local part has.
    case localCharacter
    /// A local part of more than 64 octets.
    case localTooLong
    /// Nothing after the `@`.
    case noDomain
    /// A domain without a dot.
    case singleLabel
    /// A number instead of a name: `[127.0.0.1]` or `127.0.0.1`.
    case addressLiteral
    /// An empty label, as between two dots.
    case emptyLabel
    /// A label that begins or ends with a hyphen.
    case labelHyphen
    /// A character that no label has, or a label that no encoder of internationalised names would give.
    case labelCharacter
    /// A label of more than 63 octets, as it goes over the wire.
    case labelTooLong
    /// A domain of more than 253 octets, or an address of more than 254.
    case tooLong
    /// Full-width characters; the address they stand for, to be confirmed by whoever typed it.
    case fullWidth(EmailAddress)

    /// The reason as half a sentence; it quotes nothing of the address.
    public var description: String {
        switch self {
        case .empty: "there is no address"
        case .control: "it contains a control character"
        case .space: "it contains a space"
        case .several: "it is more than one address"
        case .angleBrackets: "it has angle brackets; only the address itself belongs here"
        case .comment: "it contains a comment"
        case .quoted: "its local part is quoted"
        case .route: "it is a source route"
        case .noAt: "it has no @"
        case .severalAts: "it has more than one @"
        case .noLocalPart: "nothing stands before the @"
        case .localDots: "a dot stands at an end of the local part or beside another dot"
        case .localCharacter: "its local part has a character that does not belong there"
        case .localTooLong: "its local part has more than 64 octets"
        case .noDomain: "nothing stands after the @"
        case .singleLabel: "its domain has no dot"
        case .addressLiteral: "its domain is a number and not a name"
        case .emptyLabel: "its domain has a dot too many"
        case .labelHyphen: "a part of its domain begins or ends with a hyphen"
        case .labelCharacter: "its domain has a character that does not belong there"
        case .labelTooLong: "a part of its domain has more than 63 octets"
        case .tooLong: "it is too long"
        case .fullWidth: "it is written in full-width characters"
        }
    }
}
