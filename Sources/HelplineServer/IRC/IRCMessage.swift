/// A line of IRC (RFC 2812 section 2.3.1, with the tags of IRCv3 left out).
struct IRCMessage: Sendable, Equatable {
    /// The nick or server that says it; empty where the line does not name it.
    var source: String
    /// The command in capitals, or three digits.
    var command: String
    /// The parameters, the last one whole.
    var parameters: [String]

    /// Reads a line; nil where there is no command.
    init?(parsing line: String) {
        var rest = line[...]
        if rest.hasPrefix("@") { _ = Self.word(&rest) }
        source = ""
        if rest.hasPrefix(":") {
            source = String(Self.word(&rest).dropFirst().prefix { $0 != "!" })
        }
        command = Self.word(&rest).uppercased()
        parameters = []
        while !rest.isEmpty {
            if rest.hasPrefix(":") {
                parameters.append(String(rest.dropFirst()))
                break
            }
            parameters.append(String(Self.word(&rest)))
        }
        guard !command.isEmpty else { return nil }
    }

    /// The parameter at a place; empty where there is none.
    subscript(place: Int) -> String {
        parameters.indices.contains(place) ? parameters[place] : ""
    }

    /// Takes the next word with the spaces behind it.
    private static func word(_ rest: inout Substring) -> Substring {
        let word = rest.prefix { $0 != " " }
        rest = rest.dropFirst(word.count).drop { $0 == " " }
        return word
    }
}
