/// A value of a YAML file with its place, its scalars as they were written: `no`, `12:30` and `0123` are texts.
struct YAMLNode: Sendable {
    /// What the value is.
    enum Content: Sendable {
        case text(String)
        case list([YAMLNode])
        case map([Entry])
    }

    /// A key and its value.
    struct Entry: Sendable {
        let key: YAMLNode
        let value: YAMLNode
    }

    /// How a text was written.
    enum Style: Sendable {
        case plain
        case quoted
        case block
    }

    let content: Content
    let style: Style
    let place: Place

    /// The text, nil for a list or a map.
    var text: String? {
        if case .text(let text) = content { text } else { nil }
    }

    /// Whether nothing was written: `title:` with nothing after it.
    var isBlank: Bool {
        if case .text(let text) = content { text.isEmpty && style == .plain } else { false }
    }

    /// The elements, nil unless it is a list.
    var list: [YAMLNode]? {
        if case .list(let nodes) = content { nodes } else { nil }
    }

    /// The entries, nil unless it is a map.
    var map: [Entry]? {
        if case .map(let entries) = content { entries } else { nil }
    }

    /// The elements of a list, else the value itself as the only element.
    var elements: [YAMLNode] { list ?? [self] }

    /// What to call it in a sentence.
    var kind: Sentence {
        switch content {
        case .text: isBlank ? "nothing" : "a text"
        case .list: "a list"
        case .map: "a map of keys and values"
        }
    }

    /// How many scalars to mark: the text where it stands on one line, else one.
    var width: Int {
        guard case .text(let text) = content, style != .block else { return 1 }
        return max(text.unicodeScalars.count + (style == .quoted ? 2 : 0), 1)
    }

    /// The value of a key, nil where it is missing.
    subscript(key: String) -> YAMLNode? {
        map?.first { $0.key.text == key }?.value
    }
}
