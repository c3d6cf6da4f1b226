internal import PCRE2
internal import PatternSet

/// Answers to the pending question.
extension Conversation {
    /// Takes a line for the pending question of a form.
    mutating func answer(_ form: Form, _ line: Line, using scratch: inout MatchScratch) -> Turn {
        switch form.stage {
        case .confirming: return confirm(form, line)
        case .choosingField: return chooseField(form, line)
        case .asking: break
        }
        guard let slot = currentSlot(form, line.knowledge) else { return lostQuestion(line) }
        if let turn = answerListed(slot, line) ?? takeUnsolved(slot, line) ?? takeFact(slot, line) { return turn }
        if slot.isDeclined(by: line.command) { return skip(line.voice) }
        if slot.isMisread(line.command) {
            return withQuestion([line.voice.reply(.notice, [line.voice.say(.answerFirst)])], line.voice)
        }
        if line.isOnlyCry { return repeatQuestion(line.voice) }
        // Who names the phrase while showing it has not said which of several things happened to it, and whoever says
        // little beside it has described nothing.
        if line.revealsSecret, case .choice = slot.accept { return repeatQuestion(line.voice) }
        if line.revealsSecret, line.isHardlyMoreThanSecrets { return repeatQuestion(line.voice) }
        if slot.takesText, let turn = replyToNoText(slot, line) ?? takeSecondMatter(slot, line) { return turn }
        if form.asksConsent, let turn = consentByAddress(line) { return turn }
        if let value = value(for: slot, line, using: &scratch) {
            if form.asksConsent, line.isOnlyAsking(value.range) { return digress(slot, line) }
            guard isInterruption(value.range, slot, line) else { return take(value, slot, line) }
            return takeBeginning(value, slot, line) ?? digress(slot, line)
        }
        return digress(slot, line)
    }

    /// Takes a line that begins with the answer for one, and answers what it asks beside: “no, and what are the fees”.
    private mutating func takeBeginning(_ value: FoundValue, _ slot: Slot, _ line: Line) -> Turn? {
        guard case .choice = slot.accept, value.range.lowerBound == 0, form?.asksConsent == false,
            case .answer(let winners) = line.ranked.questions.decision
        else { return nil }
        let others = winners.filter { !$0.match.overlaps(value.range) }
        let replies = others.compactMap { winner -> Reply? in
            guard let intent = line.knowledge.intent(winner.intent), intent.kind == .faq else { return nil }
            return answerAlone(
                Answered(intent: intent, followUp: winner.followUp, score: min(winner.score, 1000)), line)
        }
        guard replies.count == winners.count else { return nil }
        let turn = take(value, slot, line)
        return Turn(replies: replies + turn.replies)
    }

    /// A value and the place of its words in the line.
    typealias FoundValue = (value: SlotValue, range: Range<Int>)

    /// A value that the line gives a slot.
    func value(for slot: Slot, _ line: Line, using scratch: inout MatchScratch) -> FoundValue? {
        guard case .pattern(let patterns) = slot.accept else {
            return recognize(slot, line) ?? plainAnswer(to: slot, line)
        }
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
    func recognize(_ slot: Slot, _ line: Line, asked: Bool = true) -> FoundValue? {
        guard
            let found = Recognizer.recognize(
                slot.accept, in: line.text, environment: line.environment, knowledge: line.knowledge, asked: asked)
        else { return nil }
        if case .text = slot.accept {
            return (SlotValue(canonical: line.safe, words: line.safe), found.range)
        }
        if case .email = slot.accept { return address(found, line) }
        // The “dot” of an address in words is no coin, and its “at” leads to no time.
        guard line.spelledAddress?.overlaps(found.range) != true else { return nil }
        let range = asked ? withAmount(found.range, slot, line) : found.range
        return quoted(found.canonical, range, line)
    }

    /// An address; one that is written out in words is shown as it is read.
    private func address(_ found: Recognition, _ line: Line) -> FoundValue? {
        guard var value = quoted(found.canonical, found.range, line) else { return nil }
        if line.spelledAddress == found.range { value.value.words = value.value.canonical }
        return value
    }

    /// With the number that stands beside a coin: whoever is asked for one often answers “100 USDT”.
    private func withAmount(_ range: Range<Int>, _ slot: Slot, _ line: Line) -> Range<Int> {
        guard case .set = slot.accept,
            let amount = Recognizer.recognize(
                .amount, in: line.text, environment: line.environment, knowledge: line.knowledge, asked: false),
            amount.range.lowerBound <= range.lowerBound, amount.range.upperBound >= range.upperBound
        else { return range }
        return amount.range
    }

    /// The option that a plain yes or no chooses, in whichever of their words; nil where none or several would do.
    private func plainAnswer(to slot: Slot, _ line: Line) -> FoundValue? {
        guard case .choice(let options) = slot.accept, let found = line.command,
            let command = [Command.yes, .no].first(where: { found.means($0) })
        else { return nil }
        let fitting = options.filter { $0.has(command, line.knowledge) }
        guard fitting.count == 1 else { return nil }
        return quoted(fitting[0].id, 0..<line.text.bytes.count, line)
    }

    /// A value with the user's own words; nil where they hold a secret.
    private func quoted(_ canonical: String, _ range: Range<Int>, _ line: Line) -> FoundValue? {
        let source = line.text.sourceRange(of: range)
        guard !line.redaction.findings.contains(where: { $0.range.overlaps(source) }) else { return nil }
        let words = SafeText(trusting: line.text.quote(of: range))
        return (SlotValue(canonical: SafeText(trusting: canonical), words: words), range)
    }

    /// Whether the line is rather another question.
    ///
    /// Free text yields to what is asked as a question above the bar, and to what is said as a statement only far above
    /// it and where a mere explanation answers it: "I forgot my password" may well be what the user did. A value inside
    /// a longer line yields to what explains more of the line than the value does.
    private func isInterruption(_ range: Range<Int>, _ slot: Slot, _ line: Line) -> Bool {
        guard case .answer(let winners) = line.ranked.questions.decision, let best = winners.first,
            let intent = line.knowledge.intent(best.intent)
        else { return false }
        if isOwn(best.intent) { return slot.takesText && slot.digress != .refuse && line.isShortQuestion }
        guard slot.takesText else {
            return intent.kind != .human && best.score >= RankingRule.interruptionBar
                && best.match.count > 2 * range.count
        }
        if slot.digress == .refuse { return false }
        // 截图有的 is what was asked for, and no question of how to make one.
        if slot.id == "evidence", !line.ranked.isAsking { return false }
        if line.ranked.isAsking { return best.score >= RankingRule.interruptionBar }
        return best.score >= RankingRule.highBar && intent.slots.isEmpty
    }

    /// Whether an intent is what the pending form is about.
    func isOwn(_ intent: IntentID) -> Bool {
        guard let form else { return false }
        return form.owner == .intent(intent) || form.topic == intent
    }

    private mutating func take(_ found: FoundValue, _ slot: Slot, _ line: Line) -> Turn {
        let value = found.value
        if case .email = slot.accept, line.isTeamAddress(value.canonical) {
            return invalid(slot, line, because: line.voice.say(.ownAddress))
        }
        keepReport(beside: found.range, slot, line)
        form?.set(slot.id, to: value)
        haste = 0
        if slot.id == "problem" { learnTopic(line) }
        if slot.id == "consent", form?.owner == .email { return consented(value, line) }
        var taken = TakenWords()
        if !slot.takesText { taken.add(found.range, for: slot) }
        let others = takeAlong(line, beside: taken)
        let notes = [
            changeNote(slot, line.voice), zoneNote(slot, value, line), addressNote(slot, value, line),
            notedText(others, line.voice),
        ]
        let lead = notes.filter { !$0.isEmpty }
        return proceed(line.voice, lead: lead.joined(separator: "\n"))
    }

    /// “Yes, I clicked a link in a mail”: what is told beside the answer to a question with options belongs to the
    /// case.
    private mutating func keepReport(beside range: Range<Int>, _ slot: Slot, _ line: Line) {
        guard case .choice = slot.accept, form?.owner != .email, !line.ranked.isAsking,
            line.meaning.weight(beside: range) >= Self.report
        else { return }
        tellMore(line)
    }

    /// Weight of what tells something beside an answer.
    private static let report = 6

    /// What was changed, above the preview that comes again.
    private func changeNote(_ slot: Slot, _ voice: Voice) -> SafeText {
        guard let form, form.isChange else { return SafeText() }
        return voice.say(.changed, ["field": voice.list([slot], form)])
    }

    /// How an address was read that was written out in words.
    private func addressNote(_ slot: Slot, _ value: SlotValue, _ line: Line) -> SafeText {
        guard case .email = slot.accept, line.spelledAddress != nil, form?.isChange == false else { return SafeText() }
        return line.voice.say(.addressRead, ["address": value.canonical])
    }

    /// In which zone a time was read, where that was only assumed.
    private func zoneNote(_ slot: Slot, _ value: SlotValue, _ line: Line) -> SafeText {
        guard case .date = slot.accept, line.environment.zoneIsAssumed, value.canonical.string.contains("T") else {
            return SafeText()
        }
        let zone = SafeText(trusting: line.environment.zone.name)
        return line.voice.say(.zoneAssumed, ["zone": zone, "time": value.canonical.readableTime])
    }

    // MARK: - Wrong answers

    /// A wrong answer: the question again, or what `on_fail` says.
    mutating func invalid(_ slot: Slot, _ line: Line, because reason: SafeText? = nil) -> Turn {
        guard var pending = form else { return Turn(replies: []) }
        let voice = line.voice
        if line.revealsSecret { return Turn(replies: [question(pending, voice)]) }
        pending.tries += 1
        form = pending
        if pending.tries < slot.maxTries {
            let usual = slot.invalid.isEmpty ? voice.say(.invalidAnswer) : voice.render(slot.invalid)
            let words = reason ?? objection(to: line, slot) ?? usual
            return Turn(replies: [question(pending, voice, lead: words)])
        }
        if pending.asksConsent { return declineMail(voice) }
        switch reason != nil ? .skip : slot.onFail {
        case .keepText where line.command != nil || line.saysNothing || line.isMashed: return skip(voice)
        case .keepText:
            form?.set(slot.id, to: SlotValue(canonical: line.safe, words: line.safe))
            return proceed(voice, lead: voice.say(.keptText))
        case .skip: return giveUp(slot, voice)
        case .escalate: return startMailFromWords(line)
        case .cancel: return cancelForm(voice)
        }
    }

    /// What is wrong with an answer that is nearly one.
    private func objection(to line: Line, _ slot: Slot) -> SafeText? {
        guard case .email = slot.accept, MailboxReader.hasForeignLocalPart(line.text) else { return nil }
        return line.voice.say(.foreignAddress)
    }

    /// Leaves out a question that was answered wrongly to its limit; what the user wrote is no value of it.
    private mutating func giveUp(_ slot: Slot, _ voice: Voice) -> Turn {
        if case .email = slot.accept {
            if form?.values[slot.id] == nil { form?.skipped.append(slot.id) }
            return proceed(voice, lead: voice.say(.addressMissing))
        }
        return skip(voice)
    }
}

extension Line {
    /// Where an address stands that is written out in words.
    var spelledAddress: Range<Int>? {
        guard MailboxReader(text.bytes).read() == nil else { return nil }
        return SpelledMailbox(text.bytes).read()?.range
    }

    /// Whether what is left beside the secrets is no more than their announcement, such as “my recovery phrase is”.
    fileprivate var isHardlyMoreThanSecrets: Bool {
        var offset = 0
        var weight = 0
        for scalar in text.original.unicodeScalars {
            if scalar.isMeaningful, !redaction.findings.contains(where: { $0.range.contains(offset) }) {
                weight += scalar.isHan ? 3 : 1
            }
            offset += UTF8.width(scalar)
        }
        return weight <= 24
    }

    /// Whether a question only begins like an answer or holds a word of one: 可以 in 可以先告诉我要多久吗.
    ///
    /// In “yes, how long does it take?” the answer stands at the beginning and ends there.
    func isOnlyAsking(_ range: Range<Int>) -> Bool {
        let bytes = text.bytes
        let core = bytes.trimmedRange(0..<bytes.count)
        guard ranked.isAsking, range.upperBound < core.upperBound || range.lowerBound > core.lowerBound else {
            return false
        }
        return range.lowerBound > core.lowerBound || bytes[range.upperBound] >= 0x80
    }

    /// Whether an address belongs to the team, so that no answer to a user can go there.
    ///
    /// Compared without case and without a tag after `+`; an entry that begins with `@` stands for a domain.
    func isTeamAddress(_ address: SafeText) -> Bool {
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

extension Slot {
    /// Whether any text is an answer.
    var takesText: Bool { if case .text = accept { true } else { false } }

    /// Whether a word for the preview, or a mere "ok", came while something else is asked for.
    fileprivate func isMisread(_ command: CommandTable.Found?) -> Bool {
        guard let command else { return false }
        switch accept {
        case .choice: return false
        case .pattern: return [.send, .selfSend].contains { command.means($0) }
        default: return [.send, .selfSend, .neither, .yes].contains { command.means($0) }
        }
    }

    /// Whether a plain "no" leaves this question out: an optional one that wants free text or a value.
    fileprivate func isDeclined(by command: CommandTable.Found?) -> Bool {
        guard optional, let command, command.means(.no) || command.means(.neither) else { return false }
        if case .choice = accept { return false }
        return true
    }
}
