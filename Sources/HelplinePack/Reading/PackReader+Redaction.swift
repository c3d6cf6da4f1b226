internal import HelplineCore
internal import PCRE2
internal import PatternSet

extension PackReader {
    private static let maxSecretPatterns = 50

    /// The operator's own patterns of what must not be kept.
    mutating func secrets(_ node: YAMLNode) -> [Pattern] {
        let list = textList(node, "a pattern")
        if list.count > Self.maxSecretPatterns {
            log.error(
                .badValue, at: node.place, width: node.width,
                "“redaction” has \(list.count) patterns; at most \(Self.maxSecretPatterns) are allowed",
                remedy: "join some of them with |")
        }
        return list.prefix(Self.maxSecretPatterns).compactMap { text, node in
            guard let pattern = pattern(text, node) else { return nil }
            if matchesNothing(pattern) {
                log.error(
                    .badPattern, at: node.place, width: node.width, "the pattern matches a text of nothing",
                    remedy: "say what a secret consists of: use + where there is *")
                return nil
            }
            return pattern
        }
    }

    /// Whether a pattern is content with no characters at all.
    private func matchesNothing(_ pattern: Pattern) -> Bool {
        var scratch = MatchScratch()
        let nothing: [UInt8] = []
        return PatternSet([pattern]).match(0, in: nothing.span, using: &scratch).isMatch
    }
}
