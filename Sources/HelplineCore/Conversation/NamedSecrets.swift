internal import PCRE2
internal import PatternSet

/// What the pack's own patterns say must not be kept.
///
/// They see the normalised line, as every pattern does. A pattern that is cut off by a limit leaves unknown what it
/// would have found, so the whole line is masked.
enum NamedSecrets {
    /// So many places of a pattern are masked in a line, and then the rest of it.
    private static let maxMatches = 100

    static func find(
        in text: NormalizedText, with knowledge: KnowledgeBase, using scratch: inout MatchScratch
    ) -> [Redaction.Finding] {
        var ranges: [Range<Int>] = []
        for pattern in knowledge.content.secrets {
            guard let number = knowledge.slotPatterns[pattern] else { continue }
            ranges += matches(of: number, in: text.bytes, with: knowledge, using: &scratch)
        }
        return ranges.map { Redaction.Finding(kind: .named, range: text.sourceRange(of: $0)) }
    }

    private static func matches(
        of number: Int, in bytes: [UInt8], with knowledge: KnowledgeBase, using scratch: inout MatchScratch
    ) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            var secret = 0..<0
            var end = start
            let rest = bytes[start...]
            let outcome = knowledge.patterns.match(number, in: rest.span, using: &scratch) { captures in
                secret = captures["secret"] ?? captures.whole
                end = start + captures.whole.upperBound
            }
            switch outcome {
            case .match where ranges.count < maxMatches:
                if !secret.isEmpty { ranges.append(start + secret.lowerBound..<start + secret.upperBound) }
                start = end > start ? end : bytes.count
            case .noMatch: return ranges
            case .match, .limit, .notRunnable: return ranges + [start..<bytes.count]
            }
        }
        return ranges
    }
}
