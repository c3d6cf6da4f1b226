internal import PCRE2
internal import PatternSet

/// The one engine for questions, those of an intent and those of the e-mail.
extension Conversation {
    // MARK: - What is asked

    /// The questions of a form; none where the pack has lost its intent.
    func slots(_ form: Form, _ knowledge: KnowledgeBase) -> [Slot] {
        switch form.owner {
        case .intent(let id): knowledge.intent(id)?.slots ?? []
        case .email: mailSlots(form, knowledge)
        }
    }

    func currentSlot(_ form: Form, _ knowledge: KnowledgeBase) -> Slot? {
        // A field of the mail that was not to be asked may still be changed.
        let all = form.owner == .email ? knowledge.content.email.slots : slots(form, knowledge)
        return all.first { $0.id == form.current }
    }

    /// Goes on to the next open question and words it; nil where there is none.
    mutating func advance(_ voice: Voice) -> Reply? {
        guard var form, let slot = slots(form, voice.knowledge).first(where: { form.wants($0) }) else { return nil }
        form.current = slot.id
        form.tries = 0
        form.stage = .asking
        form.asked.append(slot.id)
        self.form = form
        return question(form, voice)
    }

    /// The pending question in words.
    func question(_ form: Form, _ voice: Voice, lead: SafeText = SafeText()) -> Reply {
        switch form.stage {
        case .confirming: return preview(form, voice, lead: lead)
        case .choosingField: return fieldQuestion(form, voice, lead: lead)
        case .asking: break
        }
        guard let slot = currentSlot(form, voice.knowledge) else {
            return stamped(voice.reply(.notice, [lead, voice.say(.stateLost)]))
        }
        let wordings = [slot.prompt] + slot.retry
        let prompt = voice.render(wordings[min(form.tries, wordings.count - 1)], form.values.mapValues(\.words))
        let counter = form.owner == .email ? mailCounter(form, voice.knowledge) : SafeText()
        var reply = voice.reply(.question, [lead, counter + prompt])
        reply.choices = choices(slot, voice)
        return stamped(reply)
    }

    /// What may be answered, as it is shown.
    private func choices(_ slot: Slot, _ voice: Voice) -> [SafeText] {
        switch slot.accept {
        case .choice(let options): options.map { voice.render($0.title) }
        case .set(let id):
            voice.knowledge.wordSet(id)?.entries.prefix(6).map { SafeText(trusting: $0.canonical) } ?? []
        default: []
        }
    }

    // MARK: - Answers

    /// Takes a line for the pending question of a form.
    mutating func answer(_ form: Form, _ line: Line, using scratch: inout MatchScratch) -> Turn {
        switch form.stage {
        case .confirming: return confirm(form, line)
        case .choosingField: return chooseField(form, line)
        case .asking: break
        }
        guard let slot = currentSlot(form, line.knowledge) else { return lostQuestion(line) }
        if slot.isDeclined(by: line.command) { return skip(line.voice) }
        if slot.isMisread(line.command) {
            return withQuestion([line.voice.reply(.notice, [line.voice.say(.answerFirst)])], line.voice)
        }
        if let value = value(for: slot, line, using: &scratch) {
            return isInterruption(value.range, slot, line) ? digress(slot, line) : take(value.value, slot, line)
        }
        return digress(slot, line)
    }

    /// A value that the line gives a slot, and where it stands in the line.
    func value(
        for slot: Slot, _ line: Line, using scratch: inout MatchScratch
    ) -> (value: SlotValue, range: Range<Int>)? {
        guard case .pattern(let patterns) = slot.accept else { return recognize(slot, line) }
        for locale in line.knowledge.content.locales.candidates(for: line.voice.locale) {
            guard let pattern = patterns[locale], let number = line.knowledge.slotPatterns[pattern] else { continue }
            var range: Range<Int>?
            line.knowledge.patterns.match(number, in: line.text.bytes.span, using: &scratch) { captures in
                range = captures["value"] ?? captures.whole
            }
            guard let range else { continue }
            return quoted(String(decoding: line.text.bytes[range], as: UTF8.self), range, line)
        }
        return nil
    }

    /// A value that needs no pattern; where its question was not `asked`, only one that speaks for itself.
    func recognize(_ slot: Slot, _ line: Line, asked: Bool = true) -> (value: SlotValue, range: Range<Int>)? {
        guard
            let found = Recognizer.recognize(
                slot.accept, in: line.text, environment: line.environment, knowledge: line.knowledge, asked: asked)
        else { return nil }
        if case .text = slot.accept {
            return (SlotValue(canonical: line.safe, words: line.safe), found.range)
        }
        return quoted(found.canonical, found.range, line)
    }

    /// A value with the user's own words; nil where they hold a secret.
    private func quoted(
        _ canonical: String, _ range: Range<Int>, _ line: Line
    ) -> (value: SlotValue, range: Range<Int>)? {
        let source = line.text.sourceRange(of: range)
        guard !line.redaction.findings.contains(where: { $0.range.overlaps(source) }) else { return nil }
        let words = SafeText(trusting: line.text.quote(of: range))
        return (SlotValue(canonical: SafeText(trusting: canonical), words: words), range)
    }

    /// Whether the line is rather another question: free text yields only to one far above the bar, a value inside a
    /// longer line to one that explains more of the line than the value does.
    private func isInterruption(_ range: Range<Int>, _ slot: Slot, _ line: Line) -> Bool {
        guard case .answer(let winners) = line.ranked.questions.decision, let best = winners.first,
            line.knowledge.intent(best.intent)?.kind != .human, !isOwn(best.intent)
        else { return false }
        if case .text = slot.accept { return slot.digress != .refuse && best.score >= RankingRule.highBar }
        return best.score >= RankingRule.interruptionBar && best.match.count > 2 * range.count
    }

    private func isOwn(_ intent: IntentID) -> Bool {
        guard let form else { return false }
        return form.owner == .intent(intent) || form.topic == intent
    }

    private mutating func take(_ value: SlotValue, _ slot: Slot, _ line: Line) -> Turn {
        if case .email = slot.accept, line.isTeamAddress(value.canonical) {
            return invalid(slot, line, because: line.voice.say(.ownAddress))
        }
        form?.values[slot.id] = value
        haste = 0
        if slot.id == "problem" { learnTopic(line) }
        if slot.id == "consent", form?.owner == .email { return consented(value, line) }
        var assumed = SafeText()
        if case .date = slot.accept, line.environment.zoneIsAssumed, value.canonical.string.contains("T") {
            assumed = line.voice.say(
                .zoneAssumed,
                ["zone": SafeText(trusting: line.environment.zone.name), "time": value.canonical.readableTime])
        }
        return proceed(line.voice, lead: assumed)
    }

    /// The next question of the form, or its end.
    mutating func proceed(_ voice: Voice, lead: SafeText = SafeText()) -> Turn {
        guard let form else { return Turn(replies: []) }
        if form.isChange { return showPreview(voice, lead: lead) }
        if var reply = advance(voice) {
            if !lead.isEmpty { reply.text = voice.reply(reply.kind, [lead, reply.text]).text }
            return Turn(replies: [reply])
        }
        switch form.owner {
        case .email: return showPreview(voice, lead: lead)
        case .intent(let id):
            guard let intent = voice.knowledge.intent(id) else { return endForm(voice, [voice.say(.stateLost)]) }
            return Turn(replies: conclude(intent, voice, after: lead, score: nil)).appending(resume(voice))
        }
    }

    /// What follows from the answers of an intent's form.
    mutating func conclude(_ intent: Intent, _ voice: Voice, after text: SafeText, score: Int?) -> [Reply] {
        let values = form?.values ?? [:]
        if concern?.intent == intent.id { concern?.values = values }
        let fitting = intent.consequences.first { form?.satisfies($0.when) ?? false }
        form = nil
        var words = fitting.map { voice.render($0.text, values.mapValues(\.words)) } ?? SafeText()
        if words.isEmpty { words = voice.say(.formDone) }
        return closing(intent, voice, after: [text, words], score: score)
    }

    // MARK: - What is no answer

    /// A line that does not answer the question: another question by the slot's policy, talk beside the matter, or a
    /// wrong answer, which is counted.
    private mutating func digress(_ slot: Slot, _ line: Line) -> Turn {
        if case .answer(let winners) = line.ranked.questions.decision {
            switch slot.digress {
            case .refuse: return withQuestion([line.voice.reply(.notice, [line.voice.say(.answerFirst)])], line.voice)
            case .leave: return leave(winners, line)
            case .return: return detour(winners, line)
            }
        }
        if line.ranked.isHurry || line.saysNothing {
            return withQuestion([line.voice.reply(.smalltalk, [hurryText(line)])], line.voice)
        }
        if !slot.isMeant(by: line), let text: SafeText = aside(line) {
            return withQuestion([line.voice.reply(.smalltalk, [text])], line.voice)
        }
        return takeOther(line) ?? invalid(slot, line)
    }

    /// The answer to another question of the form, given before it is asked; nil where the line holds none.
    private mutating func takeOther(_ line: Line) -> Turn? {
        guard var pending = form else { return nil }
        let others = slots(pending, line.knowledge).filter { $0.id != pending.current && pending.values[$0.id] == nil }
        prefill(&pending, others, line)
        let added = others.filter { pending.values[$0.id] != nil }
        guard !added.isEmpty else { return nil }
        form = pending
        let names = added.map { line.voice.label($0) }.joined(separator: ", ")
        let lead = line.voice.say(.noted, ["field": names])
        return Turn(replies: [question(pending, line.voice, lead: lead)])
    }

    private mutating func leave(_ winners: [Ranking.Candidate], _ line: Line) -> Turn {
        let isMail = form?.owner == .email
        let kept = concern
        form = nil
        suspended = []
        let turn = answer(winners, line)
        // A side question does not replace the case that the mail would have been about.
        if isMail, let kept, describesProblem(kept, line.knowledge), form == nil { concern = kept }
        return turn
    }

    /// Answers beside the form and returns to it; the question's tries stay as they are.
    private mutating func detour(_ winners: [Ranking.Candidate], _ line: Line) -> Turn {
        guard let pending = form else { return answer(winners, line) }
        let isHuman = winners.contains { line.knowledge.intent($0.intent)?.kind == .human }
        if isHuman, pending.owner == .email { return repeatQuestion(line.voice) }
        if isHuman { return answer(winners, line) }
        let hasQuestions = winners.contains { winner in
            winner.followUp == nil && !(line.knowledge.intent(winner.intent)?.slots.isEmpty ?? true)
        }
        if pending.owner == .email || !hasQuestions || suspended.count >= 3 || isOwn(winners[0].intent) {
            let replies = winners.compactMap { winner -> Reply? in
                guard let intent = line.knowledge.intent(winner.intent) else { return nil }
                return answerAlone(
                    Answered(intent: intent, followUp: winner.followUp, score: min(winner.score, 1000)), line)
            }
            return withQuestion(replies, line.voice)
        }
        suspended.append(pending)
        form = nil
        return answer(winners, line).appending(form == nil ? resume(line.voice) : [])
    }

    /// A wrong answer: the question again, or what `on_fail` says.
    private mutating func invalid(_ slot: Slot, _ line: Line, because reason: SafeText? = nil) -> Turn {
        guard var pending = form else { return Turn(replies: []) }
        let voice = line.voice
        if line.revealsSecret { return Turn(replies: [question(pending, voice)]) }
        pending.tries += 1
        form = pending
        let isConsent = slot.id == "consent" && pending.owner == .email
        if pending.tries < slot.maxTries {
            let words = reason ?? (slot.invalid.isEmpty ? voice.say(.invalidAnswer) : voice.render(slot.invalid))
            return Turn(replies: [question(pending, voice, lead: words)])
        }
        if isConsent { return declineMail(voice) }
        switch reason != nil ? .skip : slot.onFail {
        case .keepText:
            form?.values[slot.id] = SlotValue(canonical: line.safe, words: line.safe)
            return proceed(voice, lead: voice.say(.keptText))
        case .skip: return skip(voice)
        case .escalate: return startMailFromWords(line)
        case .cancel: return cancelForm(voice)
        }
    }

    /// The question that was pending is no longer in the pack.
    private mutating func lostQuestion(_ line: Line) -> Turn {
        form?.current = nil
        return proceed(line.voice, lead: line.voice.say(.stateLost))
    }

    // MARK: - Commands

    mutating func skip(_ voice: Voice) -> Turn {
        guard let form, form.stage == .asking, let slot = form.current else { return repeatQuestion(voice) }
        if slot == "consent", form.owner == .email { return declineMail(voice) }
        self.form?.values[slot] = nil
        self.form?.skipped.append(slot)
        return proceed(voice, lead: voice.say(.skipped))
    }

    /// Returns to the question asked before.
    mutating func goBack(_ voice: Voice) -> Turn {
        guard var form else { return Turn(replies: []) }
        if form.stage != .asking || form.isChange {
            form.stage = .asking
            form.isChange = false
            form.asked.append(form.current ?? "")
        }
        form.asked = form.asked.dropLast()
        guard let last = form.asked.last, last != "consent" else {
            return withQuestion([voice.reply(.notice, [voice.say(.cannotGoBack)])], voice)
        }
        form.values[last] = nil
        form.skipped.removeAll { $0 == last }
        form.current = last
        form.tries = 0
        self.form = form
        return Turn(replies: [question(form, voice)])
    }

    mutating func cancelForm(_ voice: Voice) -> Turn {
        let key: TextKey = form?.owner == .email ? .mailCancelled : .formCancelled
        return endForm(voice, [voice.say(key)])
    }

    private mutating func endForm(_ voice: Voice, _ parts: [SafeText]) -> Turn {
        form = nil
        return Turn(replies: [voice.reply(.notice, parts)] + resume(voice))
    }

    /// The question of the form that was interrupted last.
    mutating func resume(_ voice: Voice) -> [Reply] {
        guard form == nil, let interrupted = suspended.popLast() else { return [] }
        form = interrupted
        return [question(interrupted, voice, lead: voice.say(.resumed))]
    }

    /// Values that the user gave before being asked.
    func prefill(_ form: inout Form, _ slots: [Slot], _ line: Line) {
        for slot in slots where form.values[slot.id] == nil {
            switch slot.accept {
            case .set, .date, .amount, .email, .hash:
                if let found = recognize(slot, line, asked: false) { form.values[slot.id] = found.value }
            case .pattern, .choice, .text: continue
            }
        }
    }
}

extension Line {
    /// Whether an address belongs to the team, so that no answer to a user can go there.
    ///
    /// Compared without case and without a tag after `+`; an entry that begins with `@` stands for a domain.
    fileprivate func isTeamAddress(_ address: SafeText) -> Bool {
        let mailbox = environment.mailbox
        let user = Self.plain(address.string)
        let team = mailbox.own + Array(mailbox.recipients.values) + [knowledge.content.address]
        return team.contains { $0.hasPrefix("@") ? user.hasSuffix($0.lowercased()) : Self.plain($0) == user }
    }

    private static func plain(_ address: String) -> String {
        let parts = address.lowercased().split(separator: "@", maxSplits: 1)
        guard parts.count == 2 else { return address.lowercased() }
        return parts[0].prefix { $0 != "+" } + "@" + parts[1]
    }
}

extension Line {
    /// Whether there is no letter, digit or Han character: a lone emoji, a row of dots.
    var saysNothing: Bool {
        !text.text.unicodeScalars.contains(where: \.isMeaningful)
    }
}

extension Slot {
    /// Whether a line is an attempt at an answer though it is none: an address with a slip.
    fileprivate func isMeant(by line: Line) -> Bool {
        guard case .email = accept else { return false }
        return line.text.bytes.contains(0x40)
    }

    /// Whether a command of the preview came while free text is asked for, and is no text.
    fileprivate func isMisread(_ command: CommandTable.Found?) -> Bool {
        guard case .text = accept, let command else { return false }
        return command.means(.send) || command.means(.selfSend) || command.means(.neither)
    }

    /// Whether a plain "no" leaves this question out: an optional one that wants free text or a value.
    fileprivate func isDeclined(by command: CommandTable.Found?) -> Bool {
        guard optional, let command, command.means(.no) else { return false }
        if case .choice = accept { return false }
        return true
    }
}

extension Turn {
    /// The same turn with more to say.
    func appending(_ more: [Reply]) -> Turn {
        var turn = self
        if effect == nil { turn.replies += more }
        return turn
    }
}
