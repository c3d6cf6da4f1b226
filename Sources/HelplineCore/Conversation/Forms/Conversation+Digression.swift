/// Lines that are no answer to the pending question: other questions, talk, haste, slips.
extension Conversation {
    /// A line that does not answer the question.
    ///
    /// Another question goes by the slot's policy, and is no try, nor are talk and haste; only a wrong answer counts.
    mutating func digress(_ slot: Slot, _ line: Line) -> Turn {
        if line.ranked.isHurry, let turn = replyToHaste(line) { return turn }
        // “txid 4e3f…” and “two hours ago” tell what another question will ask, though they have the words of a
        // question.
        if !line.ranked.isAsking, isOnlyAnswer(line, beside: slot), let turn = takeOther(line) { return turn }
        if let turn = digressToQuestion(slot, line) { return turn }
        if let turn = replyToHaste(line) { return turn }
        if !slot.isMeant(by: line), let text = asideFromQuestions(line) {
            return withQuestion([line.voice.reply(.smalltalk, [text])], line.voice)
        }
        if let turn = takeOther(line) ?? mendAnswer(slot, line) ?? mendCommand(line) { return turn }
        if line.ranked.isAsking, let turn = doubt(line) { return turn }
        return takeProblem(line) ?? invalid(slot, line)
    }

    /// What free text is not: talk, haste, a command with a slip, a question that nothing answers.
    mutating func replyToNoText(_ slot: Slot, _ line: Line) -> Turn? {
        if line.ranked.isHurry || line.saysNothing { return replyToHaste(line) }
        if line.isOnlyTalk, let text = asideFromQuestions(line) {
            return withQuestion([line.voice.reply(.smalltalk, [text])], line.voice)
        }
        if line.isMashed { return digress(slot, line) }
        if line.ranked.questions.decision == .none, let turn = mendCommand(line) { return turn }
        if !line.ranked.isAsking, isOnlyAnswer(line, beside: slot) || isSaidAgain(line), let turn = takeOther(line) {
            return turn
        }
        guard line.isShortQuestion, slot.digress != .refuse, line.ranked.questions.decision == .none else { return nil }
        return doubt(line)
    }

    /// Who is asked whether to write the mail and gives nothing but an address for the answer has said yes.
    mutating func consentByAddress(_ line: Line) -> Turn? {
        guard let pending = form,
            let slot = slots(pending, line.knowledge).first(where: { slot in
                if case .email = slot.accept { true } else { false }
            }), let found = recognize(slot, line, asked: false), !line.isTeamAddress(found.value.canonical),
            found.range == line.text.bytes.trimmedRange(0..<line.text.bytes.count)
        else { return nil }
        form?.set(slot.id, to: found.value)
        return consent(line.voice)
    }

    /// Whether a line is hardly more than the answer to another question of the form.
    private func isOnlyAnswer(_ line: Line, beside slot: Slot) -> Bool {
        guard let form else { return false }
        return tellable(form, line.knowledge).contains { other in
            other.id != slot.id && form.wants(other) && onlyAnswer(to: other, line) != nil
        }
    }

    /// The value that a line gives a question that was not asked, where it says hardly more than that.
    func onlyAnswer(to slot: Slot, _ line: Line) -> SlotValue? {
        guard slot.isTellable, let found = recognize(slot, line, asked: false), !line.asksBeside(found.range) else {
            return nil
        }
        let all = line.meaning.weight(0..<line.text.bytes.count)
        // What is left may be “txid” or 交易哈希, and no more.
        return all - line.meaning.weight(found.range) <= min(12, all / 3) ? found.value : nil
    }

    /// That a question cannot be answered here; said once for each question of the form, the next line is taken.
    private mutating func doubt(_ line: Line) -> Turn? {
        guard form?.hasDoubted == false else { return nil }
        form?.hasDoubted = true
        return withQuestion([line.voice.reply(.notice, [line.voice.say(.questionHere)])], line.voice)
    }

    /// Another question of the pack, or the one that is being talked about.
    private mutating func digressToQuestion(_ slot: Slot, _ line: Line) -> Turn? {
        let winners: [Ranking.Candidate]
        switch line.ranked.questions.decision {
        case .answer(let found): winners = ownFollowUp(among: found, line).map { [$0] } ?? found
        case .ask(let tied) where line.ranked.repair == nil: winners = Array(tied.prefix(1))
        case .ask, .none: return nil
        }
        if winners.allSatisfy({ isOwn($0.intent) && $0.followUp == nil }) {
            tellMore(line)
            return takeOther(line) ?? takeProblem(line) ?? goOn(line.voice)
        }
        let questions = answered(winners, line)
        switch slot.digress {
        case .refuse: return withQuestion([line.voice.reply(.notice, [line.voice.say(.answerFirst)])], line.voice)
        case .leave: return leave(questions, line)
        case .return: return detour(questions, line)
        }
    }

    /// That the line is about what is being talked about, and the question again.
    func goOn(_ voice: Voice) -> Turn {
        withQuestion([voice.reply(.notice, [voice.say(.sameMatter)])], voice)
    }

    /// The short question about the matter of the form, where short questions of several matters would do.
    private func ownFollowUp(among winners: [Ranking.Candidate], _ line: Line) -> Ranking.Candidate? {
        guard winners.allSatisfy({ $0.followUp != nil && !isOwn($0.intent) }) else { return nil }
        return line.ranked.questions.candidates.first { candidate in
            candidate.followUp != nil && isOwn(candidate.intent) && candidate.verdict == .loses
                && candidate.score >= RankingRule.bar
        }
    }

    /// Who names the matter again tells more of it; the mail will quote all of it.
    mutating func tellMore(_ line: Line) {
        guard let form, case .intent(let id) = form.owner, concern?.intent == id, let words = concern?.words,
            words.string.utf8.count < 2000, !words.string.contains(line.safe.string)
        else { return }
        let all = [words, line.safe].joined(separator: "\n")
        concern?.words = all
        self.form?.words = all
    }

    /// Answers the other question and ends the form; an offer of the e-mail stays open for some turns.
    mutating func leave(_ questions: [Answered], _ line: Line) -> Turn {
        let isOffer = form?.asksConsent ?? false
        let kept = concern
        form = nil
        suspended = []
        var turn = answer(questions, line)
        guard isOffer, form == nil else { return turn }
        // A side question does not replace the case that the mail would have been about.
        if let kept, describesProblem(kept, line.knowledge) { concern = kept }
        mailOfferEnd = turns + 4
        if turn.effect == nil, aftermath == nil, !turn.ends {
            turn.replies.append(stamped(line.voice.reply(.notice, [line.voice.say(.offerMail)])))
        }
        return turn
    }

    /// Answers beside the form and returns to it; the question's tries stay as they are.
    ///
    /// A case of its own that comes up while the e-mail is written is answered now, and its questions are asked after
    /// the mail.
    mutating func detour(_ questions: [Answered], _ line: Line) -> Turn {
        guard let pending = form else { return answer(questions, line) }
        let isHuman = questions.contains { $0.intent.kind == .human }
        if isHuman, pending.owner == .email { return goOn(line.voice) }
        if isHuman { return answer(questions, line) }
        let isOnlyBeside = !questions.contains(where: \.asks) || suspended.count >= 3 || isOwn(questions[0].intent.id)
        if pending.owner == .email || isOnlyBeside {
            return withQuestion(questions.flatMap { answerBeside($0, line) }, line.voice)
        }
        suspended.append(pending)
        form = nil
        return answer(questions, line).appending(form == nil ? resume(line.voice) : [])
    }
}

extension Slot {
    /// Whether its answers look like nothing else: an address, a hash, a time, an amount.
    fileprivate var isTellable: Bool {
        switch accept {
        case .email, .hash, .date, .amount: true
        case .set, .choice, .pattern, .text: false
        }
    }

    /// Whether a line is an attempt at an answer though it is none: an address with a slip, the name in a messenger.
    fileprivate func isMeant(by line: Line) -> Bool {
        guard case .email = accept else { return false }
        return line.text.bytes.contains(0x40) || line.ranked.isOtherProduct && !line.ranked.isAsking
    }
}

extension Line {
    /// Whether the line asks a question of the pack by other words than those of a value.
    fileprivate func asksBeside(_ value: Range<Int>) -> Bool {
        guard case .answer(let winners) = ranked.questions.decision else { return false }
        return winners.contains {
            $0.followUp == nil && $0.score >= RankingRule.interruptionBar && !$0.match.overlaps(value)
        }
    }

    /// Whether there is no letter, digit or Han character: a lone emoji, a row of dots.
    var saysNothing: Bool {
        !text.text.unicodeScalars.contains(where: \.isMeaningful)
    }

    /// Whether this has the form of a question and the length of one.
    var isShortQuestion: Bool { ranked.isAsking && text.scalarCount <= 60 }

    /// Whether the whole line is talk beside the matter, its stop words aside: thanks, laughter, a grumble.
    var isOnlyTalk: Bool {
        guard case .answer(let winners) = ranked.smalltalk.decision, let winner = winners.first,
            asksLess(than: winner)
        else { return false }
        let line = text.bytes.trimmedRange(0..<text.bytes.count)
        if 5 * winner.match.count >= 4 * line.count { return true }
        return winner.score >= RankingRule.highBar && meaning.weight(beside: winner.match) <= Self.littleBeside
    }

    /// Whether nothing is asked, or a short question about the matter only by words that the talk explains better:
    /// “stop asking”.
    private func asksLess(than talk: Ranking.Candidate) -> Bool {
        switch ranked.questions.decision {
        case .none: true
        case .answer(let winners): winners.allSatisfy { $0.followUp != nil && $0.score < talk.score }
        case .ask: false
        }
    }

    /// Weight of what may stand beside the words of talk.
    private static var littleBeside: Int { 2 }

    /// Whether keys were only hit: one or two characters over and over, or a long word without a vowel.
    var isMashed: Bool {
        let meaningful = text.text.unicodeScalars.filter(\.isMeaningful)
        if meaningful.count >= 5, Set(meaningful).count <= 2 { return true }
        guard meaningful.count >= 6, meaningful.count == text.scalarCount else { return false }
        return meaningful.allSatisfy(\.isASCIILetter)
            && !meaningful.contains { "aeiouyAEIOUY".unicodeScalars.contains($0) }
    }
}
