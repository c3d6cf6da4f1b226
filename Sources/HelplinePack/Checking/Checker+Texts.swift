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
        var scratch = MatchScratch.patient()
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

extension Checker {
    /// An address or a link stands in texts as a fact, which somebody confirms, and in no other way.
    mutating func checkAddresses() {
        let facts = Set(pack.evidence.facts.values.flatMap(\.texts.values))
        for text in pack.evidence.texts {
            guard let source = text.node.text, source.utf8.contains(where: { $0 == 0x40 || $0 == 0x2F || $0 == 0x2E })
            else { continue }
            for (address, offset) in source.addresses where !facts.contains(address) {
                log.warning(
                    .foreignAddress, at: log.position(of: offset, in: text.node), width: address.unicodeScalars.count,
                    "\(address.named) is no fact of bot.yaml, so nobody has confirmed that it is ours",
                    remedy: "add it to “facts” and write {{fact.name}} here; for an example use …@example.com")
            }
        }
    }

    /// What a person reads in a chat is short, and relays cut long lines.
    mutating func checkLengths() {
        for text in pack.evidence.texts {
            let line = text.text.unicodeScalars.split { $0.endsLine }.map { String($0).utf8.count }.max() ?? 0
            if line > Self.lineLimit {
                log.warning(
                    .longText, at: text.node.place, width: text.node.width,
                    "\(text.what) has a line of \(line) bytes, and many a chat cuts lines after \(Self.lineLimit)",
                    remedy: "break it into several lines")
            } else if text.text.utf8.count > Self.textAdvice {
                log.warning(
                    .longText, at: text.node.place, width: text.node.width,
                    "\(text.what) has \(text.text.utf8.count) bytes, more than \(Self.textAdvice): hardly anybody reads so much in a chat",
                    remedy: "say the first steps and ask for the rest, or lead to another question by “see_also”")
            }
        }
    }

    /// What is left of a line of 512 bytes (RFC 2812, section 2.3) once sender and channel are named.
    static let lineLimit = 400

    /// About two screens of a phone.
    static let textAdvice = 1_500
}

extension String {
    /// The mail addresses and links that stand in a text, with how many scalars stand before each.
    ///
    /// Domains that exist for examples only (RFC 2606) are left out.
    fileprivate var addresses: [(text: String, offset: Int)] {
        var result: [(String, Int)] = []
        var token = String.UnicodeScalarView()
        var start = 0
        func finish() {
            var text = String(token)
            while let last = text.last, "./?&=-".contains(last) { text.removeLast() }
            if text.isAddress, !text.isExampleAddress { result.append((text, start)) }
            token = String.UnicodeScalarView()
        }
        for (offset, scalar) in unicodeScalars.enumerated() {
            if scalar.isLatin || "@.:/_%+-?&=".unicodeScalars.contains(scalar) {
                if token.isEmpty { start = offset }
                token.append(scalar)
            } else {
                finish()
            }
        }
        finish()
        return result
    }

    private var isAddress: Bool {
        let lower = lowercased()
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("www.") {
            return lower.count > 10 && lower.contains(".")
        }
        let parts = lower.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
    }

    private var isExampleAddress: Bool {
        let lower = lowercased()
        return ["example.com", "example.org", "example.net", ".example", ".invalid", ".test"].contains {
            lower.hasSuffix($0) || lower.contains($0 + "/")
        }
    }

    /// Where these bytes first stand.
    ///
    /// The general search of the standard library takes many times as long, and this one is asked for every fact and
    /// text.
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
