/// Another matter than the one that is being talked about: one that takes its place (“wait no, it's about a wrong
/// network transfer”, 算了，其实是我的币被盗了), and one that comes up beside a mail and waits for its end.
///
/// No draft is lost by it: the mail goes on about the new matter, with all that was told before, and the user hears so.
extension Conversation {
    /// Takes up another matter where the user takes back the one that is being talked about; nil where that is not so.
    mutating func changeMatter(_ line: Line) -> Turn? {
        guard let pending = form, pending.parent == nil, pending.unconfirmed.isEmpty, !line.revealsSecret else {
            return nil
        }
        if let turn = cancelAndAnswer(line) { return turn }
        guard let (found, match) = newCase(line), takesBack(line, before: match) else { return nil }
        if pending.owner == .email, !pending.asksConsent { return turnMail(to: found, line) }
        var question = found
        let known = Set((found.intent.slots + line.knowledge.content.email.slots).map(\.id))
        question.values = pending.values.filter { known.contains($0.key) && !["consent", "problem"].contains($0.key) }
        form = nil
        concern = nil
        return answer([question], line).after(changed(.matterChanged, question, line.voice))
    }

    /// “cancel, my account is frozen”: what was asked is dropped in words, and what follows is answered.
    private mutating func cancelAndAnswer(_ line: Line) -> Turn? {
        guard let pending = form, let cancel = line.leadingCancel, !hasMatterWords(line),
            case .answer(let found) = line.ranked.questions.decision
        else { return nil }
        // 取消 is also what people want of a transfer.
        let winners = found.filter { $0.match.lowerBound >= cancel.upperBound }
        guard !winners.isEmpty, !winners.contains(where: { isOwn($0.intent) }) else { return nil }
        form = nil
        concern = nil
        let turn = answer(winners, line)
        guard pending.owner == .email, !pending.asksConsent else { return turn }
        return turn.after([line.voice.reply(.notice, [line.voice.say(.mailCancelled)])])
    }

    /// The mail that is being written becomes one about another matter; nothing that was told is left out of it.
    private mutating func turnMail(to question: Answered, _ line: Line) -> Turn {
        var replies = changed(.matterOfMailChanged, question, line.voice).map(stamped)
        if !wasTold(question.intent.id, line.voice) { replies.append(answerAlone(question, line)) }
        guard var pending = form else { return Turn(replies: replies) }
        let told = [pending.values["problem"]?.words ?? SafeText(), line.safe].filter { !$0.isEmpty }
        let words = told.joined(separator: "\n")
        pending.values["problem"] = SlotValue(canonical: words, words: words)
        pending.topic = question.intent.id
        (pending.stage, pending.isChange) = (.asking, false)
        let known = prefill(&pending, tellable(pending, line.knowledge), line)
        form = pending
        concern = Concern(intent: question.intent.id, words: words, values: concern?.values ?? [:])
        let turn = proceed(line.voice, lead: notedText(known, line.voice))
        return Turn(replies: replies + turn.replies)
    }

    private func changed(_ key: TextKey, _ question: Answered, _ voice: Voice) -> [Reply] {
        [voice.reply(.notice, [voice.say(key, ["title": voice.title(question.intent.id)])])]
    }

    // MARK: - A second matter

    /// A second matter told where the mail asks for free text: it is answered, and its questions wait for the mail's
    /// end.
    ///
    /// It is told by a word such as 另外 or “also” beside it; what cannot wait needs none, unless the mail is urgent
    /// itself.
    mutating func takeSecondMatter(_ slot: Slot, _ line: Line) -> Turn? {
        guard let pending = form, pending.owner == .email, slot.digress != .refuse, !line.ranked.isAsking,
            let (question, match) = newCase(line), let score = question.score, score >= RankingRule.interruptionBar
        else { return nil }
        let isUrgent = pending.topic.flatMap { line.knowledge.intent($0) }?.escalation?.urgency == .high
        let isBeside = line.voice.place(of: .alsoWords, in: line.text).map { $0.lowerBound < match.upperBound } ?? false
        guard isBeside || question.isUrgent && !isUrgent && score >= RankingRule.highBar else {
            return nil
        }
        return detour([question], line)
    }

    /// Answers a question beside the form; where it is a case of its own and a mail is being written, the case is kept
    /// for afterwards.
    mutating func answerBeside(_ question: Answered, _ line: Line) -> [Reply] {
        var replies = [answerAlone(question, line)]
        let id = question.intent.id
        guard form?.owner == .email, form?.asksConsent == false, question.asks, question.intent.escalation != nil,
            !isOwn(id), suspended.count < 3, !suspended.contains(where: { $0.owner == .intent(id) })
        else { return replies }
        var waiting = Form(owner: .intent(id))
        waiting.words = line.safe
        _ = open(&waiting, line)
        suspended.insert(waiting, at: 0)
        replies += changed(.matterNoted, question, line.voice)
        return replies
    }

    /// The first question of a matter that has waited for the end of a mail.
    mutating func takeUpWaiting(_ waiting: Form, _ voice: Voice) -> [Reply] {
        guard case .intent(let id) = waiting.owner, let intent = voice.knowledge.intent(id) else { return [] }
        let lead = voice.say(.matterWaiting, ["title": voice.title(id)])
        guard var reply = advance(voice) else { return conclude(intent, voice, after: lead, score: nil) }
        reply.text = voice.reply(reply.kind, [lead, reply.text]).text
        return [reply]
    }

    // MARK: - What a line says

    /// The first case in a line that the pending form is not about, and where it is told.
    private func newCase(_ line: Line) -> (Answered, match: Range<Int>)? {
        let winners: [Ranking.Candidate]
        switch line.ranked.questions.decision {
        case .answer(let found): winners = found
        case .ask(let tied) where line.ranked.repair == nil: winners = tied
        case .ask, .none: return nil
        }
        for winner in winners where winner.followUp == nil && !isOwn(winner.intent) {
            guard let question = answered([winner], line).first, question.asks, question.intent.kind == .faq,
                question.intent.escalation != nil
            else { continue }
            return (question, winner.match)
        }
        return nil
    }

    private func hasMatterWords(_ line: Line) -> Bool { line.voice.place(of: .matterWords, in: line.text) != nil }

    /// Whether words such as “wait no” stand before a matter; in free text and at the preview, at the very beginning.
    private func takesBack(_ line: Line, before match: Range<Int>) -> Bool {
        guard let words = line.voice.place(of: .matterWords, in: line.text), words.lowerBound <= match.lowerBound else {
            return false
        }
        let isFree = form.flatMap { currentSlot($0, line.knowledge) }?.takesText ?? true
        return !isFree || words.lowerBound <= Self.longestHesitation
    }

    /// Bytes of “oh, ” or 哦不，, with which people begin.
    private static let longestHesitation = 9
}

extension Line {
    /// The word that cancels at the beginning, where the line goes on behind a comma or a stop.
    fileprivate var leadingCancel: Range<Int>? {
        guard let word = knowledge.spoken[.cancel].first(in: text), word.lowerBound == 0,
            word.upperBound < text.bytes.count
        else { return nil }
        let (next, _) = text.bytes.scalar(at: word.upperBound)
        return [",", ".", ";", "!", "，", "。", "；", "！"].contains(next) ? word : nil
    }
}

extension Turn {
    /// The same turn with something to say before it.
    fileprivate func after(_ first: [Reply]) -> Turn {
        var turn = self
        if effect == nil { turn.replies = first + replies }
        return turn
    }
}
