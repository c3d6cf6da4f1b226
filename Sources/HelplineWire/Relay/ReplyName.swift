/// The name of a reply: counted within the connection, or within a conversation that is kept.
struct ReplyName: Sendable, Equatable, CustomStringConvertible {
    /// The conversation's own; nil where the connection counts.
    var label: String?
    var number: Int

    /// The name so many replies later.
    func advanced(by count: Int) -> ReplyName {
        ReplyName(label: label, number: number + count)
    }

    /// `r12`, or `r1x9k2-12`.
    var description: String {
        label.map { "r\($0)-\(number)" } ?? "r\(number)"
    }
}
