public import PatternSet

/// What the search makes of one of the patterns it looks for.
public struct PatternUse: Sendable {
    /// Where the pattern stands.
    public var origin: Origin
    /// What is known of it without running it.
    public var shape: PatternShape
    /// On how many of some messages it had to be tried, because the message holds all the text that it needs.
    public var tries: Int
}

extension KnowledgeBase {
    /// Looks how many of some messages each searched pattern is tried on; no pattern is run.
    ///
    /// Costs a normalisation and a search for each message, and a look at each pattern.
    public func patternUses(on messages: [String], using scratch: inout MatchScratch) -> [PatternUse] {
        var tries = [Int](repeating: 0, count: roles.count)
        var last = [Int](repeating: -1, count: roles.count)
        for (number, message) in messages.enumerated() {
            let text = NormalizedText(message).bytes
            for window in MatchWindows(of: text.span) {
                guard let part = try? UTF8Span(validating: text.span.extracting(window)) else { continue }
                patterns.forEachCandidate(in: part, using: &scratch) { pattern in
                    // A message of several windows counts once.
                    guard last[pattern] != number else { return }
                    last[pattern] = number
                    tries[pattern] += 1
                }
            }
        }
        return tries.indices.map {
            PatternUse(origin: trigger(at: $0).origin, shape: patterns.shape(at: $0), tries: tries[$0])
        }
    }
}
