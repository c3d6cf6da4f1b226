internal import HelplineCore
internal import PCRE2
internal import PatternSet

extension Checker {
    /// Facts must be confirmed by somebody, and stand in texts by name.
    mutating func checkFacts() {
        for (name, fact) in pack.evidence.facts where !fact.isVerified {
            log.warning(
                .unverifiedFact, at: fact.place, width: name.unicodeScalars.count,
                "nobody has confirmed the fact \(name.named)", remedy: "ask, then write “verified: true”")
        }
        let facts = pack.evidence.facts.sorted { $0.key < $1.key }.flatMap { name, fact in
            Set(fact.texts.values).filter(\.isTelling).sorted().map { (name: name, bytes: Array($0.utf8)) }
        }
        for text in pack.evidence.texts {
            for fact in facts { checkTyped(fact.name, fact.bytes, in: text) }
        }
    }

    private mutating func checkTyped(_ name: String, _ bytes: [UInt8], in text: WrittenText) {
        guard let source = text.node.text, let found = source.firstRange(ofBytes: bytes) else { return }
        let offset = source.unicodeScalars[..<found.lowerBound].count
        log.warning(
            .typedFact, at: log.position(of: offset, in: text.node),
            width: source.unicodeScalars[found].count, "the fact \(name.named) is typed by hand here",
            remedy: "write {{fact.\(name)}}, so that it stays true when the fact changes")
    }

    /// No text makes a promise that the pack forbids in that language.
    mutating func checkPromises() {
        let forbidden = pack.evidence.forbidden
        guard !forbidden.isEmpty else { return }
        let set = PatternSet(forbidden.map(\.trigger.pattern))
        var scratch = MatchScratch()
        for text in pack.evidence.texts {
            let normalized = NormalizedText(text.text)
            for (number, promise) in forbidden.enumerated() where promise.trigger.locale == text.locale {
                var match: Range<Int>?
                set.match(number, in: normalized.bytes.span, using: &scratch) { match = $0.whole }
                guard let match else { continue }
                log.error(
                    .forbiddenPromise, at: text.node.place, width: text.node.width,
                    "\(normalized.quote(of: match).named) is a promise that no answer may make",
                    remedy: "it is forbidden at \(promise.trigger.origin.place)")
            }
        }
    }
}

extension String {
    /// Where these bytes first stand.
    ///
    /// The general search of the standard library takes many times as long, and this one is asked for every fact and text.
    fileprivate func firstRange(ofBytes wanted: [UInt8]) -> Range<Index>? {
        let text = utf8Span.span
        guard let first = wanted.first, wanted.count <= text.count else { return nil }
        for start in 0...(text.count - wanted.count) where text[start] == first {
            guard wanted.indices.allSatisfy({ text[start + $0] == wanted[$0] }) else { continue }
            let lower = utf8.index(startIndex, offsetBy: start)
            return lower..<utf8.index(lower, offsetBy: wanted.count)
        }
        return nil
    }

    /// Whether a text is long enough that it does not stand elsewhere by chance.
    fileprivate var isTelling: Bool {
        unicodeScalars.reduce(0) { $0 + ($1.isHan ? 2 : 1) } >= 6
    }
}
