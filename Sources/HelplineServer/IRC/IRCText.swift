/// The words of a reply as lines that IRC can carry.
enum IRCText {
    /// Each line of a text, cut into parts of at most `limit` bytes: at a space where one is near the end, never inside a
    /// character.
    static func lines(of text: String, limit: Int) -> [String] {
        text.split { $0.isNewline }.flatMap { parts(of: $0, limit: limit) }
    }

    private static func parts(of line: Substring, limit: Int) -> [String] {
        var parts: [String] = []
        var rest = line
        while rest.utf8.count > limit {
            let part = head(of: rest, limit: limit)
            parts.append(String(part))
            rest = rest[part.endIndex...].drop { $0 == " " }
        }
        if !rest.isEmpty { parts.append(String(rest)) }
        return parts
    }

    /// As many characters as fit, at least one: up to a space in the last quarter, if there is one.
    private static func head(of text: Substring, limit: Int) -> Substring {
        var size = 0
        var end = text.startIndex
        var space: String.Index?
        for index in text.indices {
            size += text[index].utf8.count
            guard size <= limit || end == text.startIndex else { break }
            if text[index] == " ", size * 4 >= limit * 3 { space = index }
            end = text.index(after: index)
        }
        return text[..<(space ?? end)]
    }
}
