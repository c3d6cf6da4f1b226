/// Tags by which ticket systems find the ticket that a mail belongs to, such as `[Ticket#20261122]`, `[1G7EOR-0Q2J]`
/// and `[example #42]`.
///
/// In a user's text such a tag could thread the mail into somebody else's ticket. Its ASCII brackets become 【】, which
/// people read alike and no ticket system looks for.
enum TicketTag {
    /// The text with the brackets changed around everything on one line that holds a digit, `#` or `-`, `own` excepted.
    static func neutralised(_ text: String, own: String) -> String {
        guard text.utf8.contains(0x5B) else { return text }
        var scalars = Array(text.unicodeScalars)
        var open: [Int] = []
        for index in scalars.indices {
            switch scalars[index] {
            case "[": open.append(index)
            case "\n": open.removeAll()
            case "]":
                guard let start = open.popLast() else { continue }
                let inner = scalars[(start + 1)..<index]
                guard inner.contains(where: isTelling), !inner.elementsEqual(own.unicodeScalars) else { continue }
                scalars[start] = "【"
                scalars[index] = "】"
            default: continue
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// A digit, or what joins the parts of a tag without one, such as `[HL-AAAA-BBBB]`.
    private static func isTelling(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "#" || scalar == "-" || scalar.properties.generalCategory == .decimalNumber
    }
}
