/// Values that were said before their question was asked, or beside another answer.
extension Conversation {
    /// The words of a line that gave a value.
    struct TakenWords {
        private var places: [Range<Int>] = []
        /// Those that only named a thing, such as the coin in “100 USDT”, which is an amount as well.
        private var names: [Range<Int>] = []

        /// Notes the words of an answer.
        mutating func add(_ range: Range<Int>, for slot: Slot) {
            if case .set = slot.accept { names.append(range) } else { places.append(range) }
        }

        /// Whether words that would answer a question have answered another.
        func contain(_ range: Range<Int>, for slot: Slot) -> Bool {
            if case .amount = slot.accept { return places.contains(where: range.overlaps) }
            return (places + names).contains(where: range.overlaps)
        }
    }

    /// Takes over the values that a line gives questions not asked yet; answers the questions that got one.
    ///
    /// Words that gave one value give no second: of two questions for a time the first gets it.
    func prefill(
        _ form: inout Form, _ slots: [Slot], _ line: Line, beside taken: TakenWords = TakenWords()
    ) -> [Slot] {
        var taken = taken
        var filled: [Slot] = []
        let open = slots.filter { form.values[$0.id] == nil && $0.speaksForItself(line.knowledge) }
        for slot in open {
            guard let found = recognize(slot, line, asked: false), !taken.contain(found.range, for: slot),
                !isNamed(found.value.words, slot, by: form, line.knowledge)
            else { continue }
            taken.add(found.range, for: slot)
            form.set(slot.id, to: found.value)
            filled.append(slot)
        }
        return filled
    }

    /// The questions whose answers are worth keeping whenever they are told: those of the form, and those of the
    /// e-mail that it may lead to, whether they will be asked or not.
    func tellable(_ form: Form, _ knowledge: KnowledgeBase) -> [Slot] {
        let own = slots(form, knowledge)
        if case .intent(let id) = form.owner, knowledge.intent(id)?.escalation == nil { return own }
        let others = knowledge.content.email.slots.filter { slot in
            if case .email = slot.accept { return false }
            return slot.speaksForItself(knowledge) && !own.contains { $0.id == slot.id }
        }
        return own + others
    }

    /// Whether a word that would choose an option is only the name of the matter: "I lost my phrase" says nothing of
    /// how.
    private func isNamed(_ words: SafeText, _ slot: Slot, by form: Form, _ knowledge: KnowledgeBase) -> Bool {
        guard case .choice = slot.accept, case .intent(let id) = form.owner, let intent = knowledge.intent(id) else {
            return false
        }
        return intent.title.texts.values.contains { $0.source.lowercased().contains(words.string.lowercased()) }
    }

    /// Takes over what stands beside the answer to the pending question.
    mutating func takeAlong(_ line: Line, beside taken: TakenWords) -> [Slot] {
        guard var pending = form, pending.current != "consent" else { return [] }
        let open = tellable(pending, line.knowledge).filter { pending.wants($0) }
        let filled = prefill(&pending, open, line, beside: taken) + refine(&pending, line)
        form = pending
        return filled
    }

    /// A time of the very day that was given before takes its place.
    private func refine(_ form: inout Form, _ line: Line) -> [Slot] {
        slots(form, line.knowledge).filter { slot in
            guard case .date = slot.accept, slot.id != form.current, let day = form.values[slot.id]?.canonical.string,
                !day.contains("T"), let found = recognize(slot, line, asked: false),
                found.value.canonical.string.hasPrefix(day + "T")
            else { return false }
            form.set(slot.id, to: found.value)
            return true
        }
    }

    /// The answer to another question of the form, given before it is asked; nil where the line holds none.
    mutating func takeOther(_ line: Line) -> Turn? {
        guard var pending = form else { return nil }
        let others = tellable(pending, line.knowledge).filter {
            $0.id != pending.current && pending.values[$0.id] == nil
        }
        var filled = prefill(&pending, others, line)
        if filled.isEmpty { filled = takeEvidence(line, into: &pending) }
        if filled.isEmpty { filled = takeBareAmount(line, into: &pending) }
        if filled.isEmpty { filled = said(again: line, in: pending) }
        guard !filled.isEmpty else { return nil }
        form = pending
        return Turn(replies: [question(pending, line.voice, lead: notedText(filled, line.voice), isAgain: true)])
    }

    /// “大概3000” where the coin is asked for: the amount of it.
    private func takeBareAmount(_ line: Line, into form: inout Form) -> [Slot] {
        guard let pending = currentSlot(form, line.knowledge), case .set = pending.accept, line.text.wholeNumber == nil,
            let slot = tellable(form, line.knowledge).first(where: \.takesAmount), form.values[slot.id] == nil,
            let found = recognize(slot, line), line.meaning.weight(beside: found.range) <= 9
        else { return [] }
        form.set(slot.id, to: found.value)
        return [slot]
    }

    /// A transaction hash or an address that comes while the e-mail asks something else; free text as its question is,
    /// it would be lost.
    private func takeEvidence(_ line: Line, into form: inout Form) -> [Slot] {
        guard form.owner == .email, form.current != "evidence", form.values["evidence"] == nil,
            line.redaction.findings.isEmpty, line.text.holdsTrace,
            let slot = line.knowledge.content.email.slots.first(where: { $0.id == "evidence" })
        else { return [] }
        form.set(slot.id, to: SlotValue(canonical: line.safe, words: line.safe))
        return [slot]
    }

    /// Whether the line is nothing but an answer that is known.
    func isSaidAgain(_ line: Line) -> Bool {
        form.map { !said(again: line, in: $0).isEmpty } ?? false
    }

    /// The question whose known answer is the whole line: said once more, it is no wrong answer to another question.
    private func said(again line: Line, in form: Form) -> [Slot] {
        let core = line.text.bytes.trimmedRange(0..<line.text.bytes.count)
        return slots(form, line.knowledge).filter { slot in
            guard slot.id != form.current, let known = form.values[slot.id], slot.speaksForItself(line.knowledge),
                let found = recognize(slot, line, asked: false)
            else { return false }
            return found.range == core && found.value.canonical == known.canonical
        }
    }

    /// At the question of consent a description of what happened becomes the problem of the mail.
    mutating func takeProblem(_ line: Line) -> Turn? {
        guard var pending = form, pending.asksConsent, pending.values["problem"] == nil, !line.isRepeated,
            describesProblem(Concern(intent: nil, words: line.safe), line.knowledge),
            let slot = line.knowledge.content.email.slots.first(where: { $0.id == "problem" })
        else { return nil }
        pending.values[slot.id] = SlotValue(canonical: line.safe, words: line.safe)
        form = pending
        return Turn(replies: [
            question(pending, line.voice, lead: line.voice.say(.noted, ["field": line.voice.label(slot)]))
        ])
    }

    /// `Noted: asset (USDT), time (yesterday).`; nothing where nothing was.
    func notedText(_ slots: [Slot], _ voice: Voice) -> SafeText {
        guard let form, !slots.isEmpty else { return SafeText() }
        return voice.say(.noted, ["field": voice.list(slots, form)])
    }
}

extension Voice {
    /// Fields with the user's words for them.
    func list(_ slots: [Slot], _ form: Form) -> SafeText {
        slots.compactMap { slot in
            form.shownWords(of: slot).map { label(slot) + SafeText(trusting: " (") + $0 + SafeText(trusting: ")") }
        }.joined(separator: ", ")
    }
}

extension Form {
    /// The user's words for an answer; for a coin that was told by its amount alone, as in 3000u, the coin's name.
    func shownWords(of slot: Slot) -> SafeText? {
        guard let value = values[slot.id] else { return nil }
        guard case .set = slot.accept, values.contains(where: { $0.key != slot.id && $0.value.words == value.words })
        else { return value.words }
        return value.canonical
    }
}

extension Slot {
    /// Whether a value can be told from a line that was not asked for it: no free text, and no mere yes or no.
    func speaksForItself(_ knowledge: KnowledgeBase) -> Bool {
        switch accept {
        case .set, .date, .amount, .email, .hash: true
        case .pattern, .text: false
        case .choice(let options):
            !knowledge.readers.areYesAndNo(options) {
                options.contains { $0.has(.yes, knowledge) } && options.contains { $0.has(.no, knowledge) }
            }
        }
    }
}

extension Slot {
    /// Whether it asks for an amount.
    var takesAmount: Bool { if case .amount = accept { true } else { false } }
}

extension Accept.Choice {
    /// Whether a command's word chooses the option.
    func has(_ command: Command, _ knowledge: KnowledgeBase) -> Bool {
        ([id] + words).contains { knowledge.commands.find(in: NormalizedText($0))?.means(command) ?? false }
    }
}
