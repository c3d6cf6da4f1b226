internal import PCRE2

/// What the questions of a pack take for an answer, as far as all of it has to be at hand: told once for the whole
/// pack, so that no intent has to be read for it.
struct AcceptedAnswers: Sendable {
    /// The words of the sets that slots accept.
    var words: [String]
    /// The patterns that slots accept.
    var patterns: [Pattern]

    /// Collects them from all intents and the e-mail.
    init(_ content: Content) {
        let slots = content.intents.flatMap(\.slots) + content.email.slots
        words = slots.flatMap { slot -> [String] in
            guard case .set(let id) = slot.accept else { return [] }
            return content.sets[id]?.entries.flatMap { $0.words.filter { !$0.hasSuffix("*") } + [$0.canonical] } ?? []
        }
        patterns = slots.flatMap { slot -> [Pattern] in
            if case .pattern(let patterns) = slot.accept { Array(patterns.values) } else { [] }
        }
    }
}

extension AcceptedAnswers: Encoded {
    func encode(to writer: inout StateWriter) {
        words.encode(to: &writer)
        patterns.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        words = try [String](from: &reader)
        patterns = try [Pattern](from: &reader)
    }
}
