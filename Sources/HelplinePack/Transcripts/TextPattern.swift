internal import PCRE2
internal import PatternSet

/// What a transcript wants to find in a text: a part of it, or `/a pattern/`.
struct TextPattern: Sendable {
    /// As it was written.
    let source: String
    private let set: PatternSet?

    /// Reads what was written; a pattern stands between slashes and takes no account of case.
    ///
    /// - Throws: where the pattern is none.
    init(_ source: String) throws(PatternError) {
        self.source = source
        if source.utf8.count > 2, source.hasPrefix("/"), source.hasSuffix("/") {
            set = PatternSet([try Pattern(String(source.dropFirst().dropLast()))])
        } else {
            set = nil
        }
    }

    /// Whether the text has it.
    func isFound(in text: String) -> Bool {
        guard let set else { return text.contains(source) }
        var scratch = MatchScratch()
        return set.match(0, in: text.utf8Span, using: &scratch).isMatch
    }
}
