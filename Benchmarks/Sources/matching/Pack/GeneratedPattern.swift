/// A pattern, and how to write a text that it matches.
struct GeneratedPattern {
    /// A stretch of a text that the pattern matches.
    enum Part {
        case oneOf([String])
        case filler
        case text(String)
        case hash
        case amount
        case address
        case day
    }

    let source: String
    let parts: [Part]
    let isEnglish: Bool
    /// Whether the pattern wants a text of its own and nothing around it.
    var isWhole = false
}
