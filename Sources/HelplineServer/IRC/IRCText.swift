/// The words of a reply as lines that IRC can carry.
enum IRCText {
    /// The longest line that is sent, without its end (RFC 2812 section 2.3).
    private static let longestLine = 510
    /// What a network may put before a line besides the nick when it passes it on: `:nick!~username@host ` with a user
    /// name of eleven characters and a host name of 63.
    private static let mostAdded = 78
    /// Less than this is no line; a name that leaves less is no name that a network gives.
    private static let leastRoom = 64

    /// How many bytes fit behind `lead` into a line to somebody, with what the network puts before it; with the lead at
    /// most `limit`.
    static func room(to target: String, behind lead: String, as nick: String, limit: Int) -> Int {
        let taken = mostAdded + nick.utf8.count + "PRIVMSG  :".utf8.count + target.utf8.count
        return max(leastRoom, min(limit, longestLine - taken) - lead.utf8.count)
    }

    /// Each line of a text, cut into parts of at most `limit` bytes: at a space where one is near the end, never inside
    /// a character that fits.
    static func lines(of text: String, limit: Int) -> [String] {
        text.split { $0.isNewline }.flatMap { parts(of: $0, limit: limit) }
    }

    /// As much of a line as a network takes; what the bot says itself is shorter, an answer to a PING may not be.
    static func fitted(_ line: String) -> String {
        line.utf8.count <= longestLine ? line : String(scalars(of: line[...], limit: longestLine))
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

    /// As many characters as fit: up to a space in the last quarter, if there is one.
    private static func head(of text: Substring, limit: Int) -> Substring {
        var size = 0
        var end = text.startIndex
        var space: String.Index?
        for index in text.indices {
            size += text[index].utf8.count
            guard size <= limit else { break }
            if text[index] == " ", size * 4 >= limit * 3 { space = index }
            end = text.index(after: index)
        }
        // A letter may carry accents without end, and is one character with them.
        guard end > text.startIndex else { return scalars(of: text, limit: limit) }
        return text[..<(space ?? end)]
    }

    /// As many scalars as fit.
    private static func scalars(of text: Substring, limit: Int) -> Substring {
        var size = 0
        let end = text.unicodeScalars.indices.first { index in
            size += text.unicodeScalars[index].utf8.count
            return size > limit
        }
        return text[..<(end ?? text.endIndex)]
    }
}
