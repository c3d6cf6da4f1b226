internal import PCRE2
internal import PatternSet

/// Finds and orders the intents that a message may mean.
///
/// The work is bounded by counts, never by a clock: the same message gives the same ranking on any machine under any
/// load.
struct Ranker {
    let knowledge: KnowledgeBase
    let text: NormalizedText
    let meaning: Meaning
    /// The language of the message.
    let locale: LocaleID
    /// The intents that are being talked about.
    let live: [IntentID]

    /// What the patterns found.
    private struct Findings {
        var candidates: [Ranking.Candidate] = []
        /// The intents that are ruled out, each with the number of a pattern that does it; few, so that looking along
        /// them costs less than a table.
        var vetoes: [(intent: Int, pattern: Int)] = []
        var others: [(sentences: Range<Int>, pattern: Int)] = []
        var own: [Range<Int>] = []
        var isHurry = false
        var isAsking = false
    }

    /// All that is known about the meaning of the message.
    struct Result {
        /// Questions.
        var questions: Ranking
        /// Talk beside the matter.
        var smalltalk: Ranking
        /// What is said before anything else to somebody who may be in danger.
        var care: Ranking
        /// Whether the line is only in a hurry.
        var isHurry: Bool
        /// Whether the line has the form of a question.
        var isAsking: Bool
        /// Whether a sentence is about somebody else's product and none is answered.
        var isOtherProduct: Bool
        /// The intents that a pattern of their `unless` rules out, by their places in the pack.
        var vetoed: [Int]
        /// The patterns of which it is unknown whether they match, because they hit a limit.
        var cutOff: [Origin] = []
        /// How likely each intent is, by the examples and what patterns found, where the examples were asked.
        var likenesses: [Resemblance.Likeness]?
        /// The slips of the keyboard that had to be mended before anything was found.
        var repair: TypoRepair.Result?

        /// Whether something was found and ruled out: by `unless`, or as somebody else's product.
        ///
        /// The very word that rules it out must not be mended away.
        var isRuledOut: Bool {
            (questions.candidates + smalltalk.candidates).contains { candidate in
                switch candidate.verdict {
                case .vetoed, .otherProduct: true
                case .wins, .ties, .loses, .doubtful, .belowBar: false
                }
            }
        }

        /// Whether anything explains the message, or would, had the pack not ruled it out.
        var isUnderstood: Bool {
            questions.decision != .none || smalltalk.decision != .none || care.decision != .none || isHurry
                || isOtherProduct || isRuledOut
        }
    }

    /// Matches and ranks.
    func rank(using scratch: inout MatchScratch) -> Result {
        var findings = Findings()
        let budget = search(using: &scratch, into: &findings)
        let isLimited = budget.isExhausted || budget.isLimited
        var questions: [Ranking.Candidate] = []
        var smalltalk: [Ranking.Candidate] = []
        var care: [Ranking.Candidate] = []
        for var candidate in best(of: findings.candidates) {
            candidate.verdict = verdict(candidate, findings)
            switch knowledge.content.intents[candidate.index].kind {
            case .faq, .human: questions.append(candidate)
            case .smalltalk: smalltalk.append(candidate)
            case .care: care.append(candidate)
            }
        }
        let ranked = decide(questions, isLimited: isLimited)
        return Result(
            questions: ranked, smalltalk: decide(smalltalk, isLimited: isLimited),
            care: heard(care, isLimited: isLimited), isHurry: findings.isHurry,
            isAsking: findings.isAsking,
            isOtherProduct: !findings.others.isEmpty && ranked.decision == .none,
            vetoed: findings.vetoes.map(\.intent),
            cutOff: budget.limitedPatterns.map { knowledge.trigger(at: $0).origin })
    }

    // MARK: - Searching

    /// Searches, and gives what is left of the budget of the message.
    private func search(using scratch: inout MatchScratch, into findings: inout Findings) -> MatchBudget {
        var budget = MatchBudget()
        var covered: [Range<Int>] = []
        let windows = MatchWindows(of: text.bytes.span)
        func search(_ window: Range<Int>) {
            guard let part = try? UTF8Span(validating: text.bytes.span.extracting(window)) else { return }
            knowledge.patterns.forEachMatch(in: part, using: &scratch, budget: &budget) { number in
                isWanted(number, findings, isCut: windows.isCut)
            } _: { number, captures in
                let match = captures.whole.shifted(by: window.lowerBound)
                record(number, match, &covered, in: &findings)
            }
        }
        // People say what they want at the end of a long message, or at its beginning.
        if windows.isTruncated { search(text.beginning) }
        for window in windows where !budget.isExhausted { search(window) }
        return budget
    }

    /// Whether anything depends on a pattern's match, by what was found before: the patterns come in the order of their
    /// roles.
    ///
    /// What names our product counts only against what names another's; where the message is cut, that may be found in
    /// a later window.
    private func isWanted(_ number: Int, _ findings: borrowing Findings, isCut: Bool) -> Bool {
        switch knowledge.roles[number] {
        case .trigger, .veto, .otherProduct: true
        case .followUp(let intent, _): !live.isEmpty && live.contains(knowledge.content.intents[intent].id)
        case .ownProduct: isCut || !findings.others.isEmpty
        case .hurry: !findings.isHurry
        case .asking: !findings.isAsking
        }
    }

    private func record(
        _ number: Int, _ match: Range<Int>, _ covered: inout [Range<Int>], in findings: inout Findings
    ) {
        switch knowledge.roles[number] {
        case .trigger(let intent):
            findings.candidates.append(candidate(intent, nil, number, match, &covered))
        case .followUp(let intent, let index):
            findings.candidates.append(candidate(intent, index, number, match, &covered))
        case .veto(let intent): findings.vetoes.append((intent, number))
        case .otherProduct: findings.others.append((meaning.sentences(touching: match), number))
        case .ownProduct: findings.own.append(meaning.sentences(touching: match))
        case .hurry: findings.isHurry = true
        case .asking: findings.isAsking = true
        }
    }

    private func candidate(
        _ intent: Int, _ followUp: Int?, _ number: Int, _ match: Range<Int>, _ covered: inout [Range<Int>]
    ) -> Ranking.Candidate {
        let sentences = meaning.sentences(touching: match)
        var parts = Ranking.Parts()
        let inside = meaning.weight(match)
        let shape = knowledge.patterns.shape(at: number)
        if shape.isOpaque {
            parts.covered = inside / 2
        } else {
            shape.findCovered(in: text.bytes.span, match: match, into: &covered)
            parts.covered = covered.reduce(0) { $0 + meaning.weight($1) }
            parts.gap = inside - parts.covered
        }
        parts.total = min(meaning.weight(ofSentences: sentences), RankingRule.totalCap)
        let source = knowledge.source(at: number)
        // Of an intent only what is asked for is read: a copy of all that it holds costs more than the score.
        let id = knowledge.content.intents[intent].id
        if !live.isEmpty, live.contains(id) { parts.context = RankingRule.contextBonus }
        if source.locale == locale { parts.language = RankingRule.languageBonus }
        var base = RankingRule.score(covered: parts.covered, gap: parts.gap, total: parts.total)
        if parts.total == 0, followUp != nil || !knowledge.content.intents[intent].kind.isQuestion {
            // Thanks, laughter, “ok” and a mere “why?” are made of stop words; there the share of the line counts.
            base = 1000 * match.count / max(text.bytes.count, 1)
        }
        return Ranking.Candidate(
            intent: id, index: intent, followUp: followUp, band: knowledge.content.intents[intent].band,
            score: base == 0 ? 0 : base + parts.context + parts.language,
            origin: source.origin, match: match, sentences: sentences, parts: parts, verdict: .loses)
    }

    // MARK: - Ordering

    /// The best candidate of each intent and sentence group, best first; equal ones in the order of the pack.
    private func best(of candidates: [Ranking.Candidate]) -> [Ranking.Candidate] {
        var kept: [Ranking.Candidate] = []
        // Their places are put in order, since a candidate is ten times as large as a place.
        for place in candidates.indices.sorted(by: { candidates[$0].isBetter(than: candidates[$1]) }) {
            let sentences = candidates[place].sentences
            let same = kept.indices.first {
                kept[$0].index == candidates[place].index && kept[$0].sentences.overlaps(sentences)
            }
            guard let same else {
                kept.append(candidates[place])
                continue
            }
            // Whoever asks a short question about what is being talked about has had the answer itself.
            if kept[same].followUp == nil, candidates[place].score >= RankingRule.bar {
                kept[same].followUp = candidates[place].followUp
            }
        }
        return kept
    }

    private func verdict(_ candidate: Ranking.Candidate, _ findings: Findings) -> Ranking.Candidate.Verdict {
        if let veto = findings.vetoes.last(where: { $0.intent == candidate.index }) {
            return .vetoed(knowledge.trigger(at: veto.pattern).origin.text)
        }
        if candidate.score < RankingRule.bar { return .belowBar }
        let isOurs = findings.own.contains { $0.overlaps(candidate.sentences) }
        if !isOurs, knowledge.content.intents[candidate.index].kind == .faq,
            let other = findings.others.first(where: { $0.sentences.overlaps(candidate.sentences) })
        {
            return .otherProduct(knowledge.trigger(at: other.pattern).origin.text)
        }
        return .loses
    }

    /// Chooses among candidates in order, and notes each one's verdict.
    private func decide(_ ordered: [Ranking.Candidate], isLimited: Bool) -> Ranking {
        var candidates = ordered
        let open = candidates.indices.filter { candidates[$0].verdict == .loses }
        guard let first = open.first else {
            return Ranking(candidates: candidates, decision: .none, isLimited: isLimited)
        }
        if let pair = urgentBeside(first, among: open, of: candidates) {
            for index in pair { candidates[index].verdict = .wins }
            let winners = pair.map { candidates[$0] }.sorted { $0.match.lowerBound < $1.match.lowerBound }
            return Ranking(candidates: candidates, decision: .answer(winners), isLimited: isLimited)
        }
        let tied = ties(with: first, among: open, of: candidates)
        if !tied.isEmpty {
            let asked = Array(([first] + tied).prefix(RankingRule.choices))
            for index in asked { candidates[index].verdict = .ties }
            return Ranking(candidates: candidates, decision: .ask(asked.map { candidates[$0] }), isLimited: isLimited)
        }
        var winners = [first]
        if let second = open.first(where: { isAnotherQuestion($0, than: first, in: candidates) }),
            ties(with: second, among: open.filter { $0 != first }, of: candidates).isEmpty
        {
            winners.append(second)
        }
        for index in winners { candidates[index].verdict = .wins }
        winners.sort { candidates[$0].match.lowerBound < candidates[$1].match.lowerBound }
        let rest = open.contains { index in
            winners.count == 2 && winners.allSatisfy { isAnotherQuestion(index, than: $0, in: candidates) }
        }
        return Ranking(
            candidates: candidates, decision: .answer(winners.map { candidates[$0] }), hasMore: rest,
            isLimited: isLimited)
    }

    /// Three words in a long complaint may say that somebody is in danger: a match is enough, whatever share it has.
    private func heard(_ ordered: [Ranking.Candidate], isLimited: Bool) -> Ranking {
        var candidates = ordered
        let first = candidates.indices.first { index in
            if case .vetoed = candidates[index].verdict { false } else { true }
        }
        guard let first else { return Ranking(candidates: candidates, decision: .none, isLimited: isLimited) }
        candidates[first].verdict = .wins
        return Ranking(candidates: candidates, decision: .answer([candidates[first]]), isLimited: isLimited)
    }

    /// Two questions of one sentence of which one cannot wait, so that a theft is not lost for a fee.
    ///
    /// Their words share nothing and explain most of the sentence together: “账号被盗了手续费多少”. A gap of one may reach over
    /// the words of the other.
    private func urgentBeside(_ first: Int, among open: [Int], of candidates: [Ranking.Candidate]) -> [Int]? {
        let best = candidates[first]
        let second = open.first { index in
            let other = candidates[index]
            return isUrgent(best) != isUrgent(other) && other.sentences == best.sentences
                && [best, other].allSatisfy { knowledge.content.intents[$0.index].kind == .faq }
                && reported(other) != reported(best) && best.followUp == nil && other.followUp == nil
                && explainMost(best, other)
        }
        return second.map { [first, $0] }
    }

    private func explainMost(_ one: Ranking.Candidate, _ other: Ranking.Candidate) -> Bool {
        let covered = one.parts.covered + other.parts.covered
        let lower = min(one.match.lowerBound, other.match.lowerBound)
        let upper = max(one.match.upperBound, other.match.upperBound)
        return covered <= meaning.weight(lower..<upper) && 4 * covered >= 3 * one.parts.total
    }

    private func isUrgent(_ candidate: Ranking.Candidate) -> Bool {
        knowledge.content.intents[candidate.index].escalation?.urgency == .high
    }

    private func isAnotherQuestion(_ index: Int, than first: Int, in candidates: [Ranking.Candidate]) -> Bool {
        let (one, other) = (candidates[first], candidates[index])
        return areApart(one, other) && one.index != other.index && reported(one) != reported(other)
    }

    /// Whether two are found in different sentences, or on different sides of white space between Han characters, which
    /// parts what people write without punctuation.
    private func areApart(_ one: Ranking.Candidate, _ other: Ranking.Candidate) -> Bool {
        if !one.sentences.overlaps(other.sentences) { return true }
        if text.clauseStarts.isEmpty { return false }
        let (first, second) = one.match.lowerBound < other.match.lowerBound ? (one, other) : (other, one)
        return text.clauseStarts.contains { first.match.upperBound <= $0 && $0 <= second.match.lowerBound }
    }

    /// The candidates so near to one on the same sentence that the user should choose, one for each reported intent.
    private func ties(with first: Int, among open: [Int], of candidates: [Ranking.Candidate]) -> [Int] {
        guard open.count > 1 else { return [] }
        let best = candidates[first]
        var seen: Set<IntentID?> = [reported(best)]
        return open.filter { index in
            let other = candidates[index]
            return index != first && other.band == best.band && best.score - other.score < RankingRule.margin
                && !areApart(other, best) && seen.insert(reported(other)).inserted
        }
    }

    private func reported(_ candidate: Ranking.Candidate) -> IntentID? {
        knowledge.content.intents[candidate.index].reported ?? candidate.intent
    }
}

extension Ranking.Candidate {
    fileprivate func isBetter(than other: Ranking.Candidate) -> Bool {
        (band, score, other.index) > (other.band, other.score, index)
    }
}

extension NormalizedText {
    /// The first characters, as many as one window takes, up to the end of a word.
    fileprivate var beginning: Range<Int> {
        let limit = bytes.index(0, offsetBy: MatchWindows.characterLimit, limitedBy: bytes.count) ?? bytes.count
        var end = limit
        while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let space = bytes[..<end].lastIndex { $0 == 0x20 || $0 >= 0x80 } ?? end
        return 0..<(bytes.indices.contains(space) && bytes[space] == 0x20 ? space : end)
    }
}

extension Range<Int> {
    /// The same range further on.
    func shifted(by distance: Int) -> Range<Int> {
        lowerBound + distance..<upperBound + distance
    }
}
