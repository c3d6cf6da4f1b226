/// A `{{name}}` in a text.
struct TextPlace {
    /// The name without white space, nil where `{{` is never closed.
    var name: String?
    var range: Range<String.Index>
    /// How many scalars stand before it.
    var offset: Int
    /// How many scalars it has.
    var width: Int

    /// All of a text, in order.
    static func all(in text: String) -> [TextPlace] {
        guard text.utf8.contains(0x7B) else { return [] }
        var result: [TextPlace] = []
        var rest = text[...]
        var scalars = 0
        while let open = rest.firstRange(of: "{{") {
            let close = rest[open.upperBound...].firstRange(of: "}}")
            let end = close?.upperBound ?? open.upperBound
            scalars += rest[..<open.lowerBound].unicodeScalars.count
            let width = rest[open.lowerBound..<end].unicodeScalars.count
            let name = close.map { String(rest[open.upperBound..<$0.lowerBound]).trimmed }
            result.append(TextPlace(name: name, range: open.lowerBound..<end, offset: scalars, width: width))
            scalars += width
            rest = rest[end...]
        }
        return result
    }
}
