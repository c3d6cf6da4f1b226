/// A text of the pack with places for values of slots, such as `Noted: {{asset}}`.
///
/// Facts are filled in when the pack is loaded; only slot names remain. It can become a ``SafeText`` in Core alone.
public struct Template: Sendable, Equatable {
    enum Segment: Sendable, Equatable {
        case literal(String)
        case slot(SlotID)
    }

    let segments: [Segment]

    /// The text as the pack writes it.
    public let source: String

    /// Reads `{{name}}` as the place of a slot's value; an unclosed `{{` is plain text.
    public init(_ source: String) {
        self.source = source
        guard source.utf8.contains(UInt8(ascii: "{")) else {
            segments = source.isEmpty ? [] : [.literal(source)]
            return
        }
        var segments: [Segment] = []
        var rest = source[...]
        while let open = rest.firstRange(of: "{{") {
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else { break }
            if open.lowerBound > rest.startIndex {
                segments.append(.literal(String(rest[..<open.lowerBound])))
            }
            segments.append(.slot(SlotID(rest[open.upperBound..<close.lowerBound].trimmed)))
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty {
            segments.append(.literal(String(rest)))
        }
        self.segments = segments
    }

    /// The slots whose values the text quotes, in order.
    public var slots: [SlotID] {
        segments.compactMap { if case .slot(let id) = $0 { id } else { nil } }
    }

    /// The text with its values; an unknown slot leaves nothing.
    func rendered(_ value: (SlotID) -> SafeText? = { _ in nil }) -> SafeText {
        var result = SafeText()
        for segment in segments {
            switch segment {
            case .literal(let text): result += SafeText(trusting: text)
            case .slot(let id): if let text = value(id) { result += text }
            }
        }
        return result
    }
}

extension Substring {
    /// Without the ASCII spaces at both ends.
    fileprivate var trimmed: String {
        var part = self
        while part.first == " " { part.removeFirst() }
        while part.last == " " { part.removeLast() }
        return String(part)
    }
}
