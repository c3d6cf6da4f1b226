/// Values that were said before their question was asked, or beside another answer.
extension Conversation {
    /// Takes over the values that a line gives questions not asked yet; answers the questions that got one.
    ///
    /// Words that gave one value give no second: of two questions for a time the first gets it.
    func prefill(_ form: inout Form, _ slots: [Slot], _ line: Line, beside taken: [Range<Int>] = []) -> [Slot] {
        var taken = taken
        var filled: [Slot] = []
        for slot in slots where form.values[slot.id] == nil && slot.speaksForItself(line.knowledge) {
            guard let found = recognize(slot, line, asked: false), !taken.contains(where: found.range.overlaps),
                !isNamed(found.value.words, slot, by: form, line.knowledge)
            else { continue }
            taken.append(found.range)
            form.set(slot.id, to: found.value)
            filled.append(slot)
        }
        return filled
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
    mutating func takeAlong(_ line: Line, beside taken: [Range<Int>]) -> [Slot] {
        guard var pending = form, pending.current != "consent" else { return [] }
        let open = slots(pending, line.knowledge).filter { pending.wants($0) }
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
        let others = slots(pending, line.knowledge).filter { $0.id != pending.current && pending.values[$0.id] == nil }
        var filled = prefill(&pending, others, line)
        if filled.isEmpty { filled = takeEvidence(line, into: &pending) }
        if filled.isEmpty { filled = said(again: line, in: pending) }
        guard !filled.isEmpty else { return nil }
        form = pending
        return Turn(replies: [question(pending, line.voice, lead: notedText(filled, line.voice), isAgain: true)])
    }

    /// A transaction hash that comes while the e-mail asks something else; free text as its question is, it would be
    /// lost.
    private func takeEvidence(_ line: Line, into form: inout Form) -> [Slot] {
        guard form.owner == .email, form.current != "evidence", form.values["evidence"] == nil,
            line.redaction.findings.isEmpty, HashReader(line.text.bytes).read() != nil,
            let slot = line.knowledge.content.email.slots.first(where: { $0.id == "evidence" })
        else { return [] }
        form.set(slot.id, to: SlotValue(canonical: line.safe, words: line.safe))
        return [slot]
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
            form.values[slot.id].map { label(slot) + SafeText(trusting: " (") + $0.words + SafeText(trusting: ")") }
        }.joined(separator: ", ")
    }
}

extension Slot {
    /// Whether a value can be told from a line that was not asked for it: no free text, and no mere yes or no.
    fileprivate func speaksForItself(_ knowledge: KnowledgeBase) -> Bool {
        switch accept {
        case .set, .date, .amount, .email, .hash: true
        case .pattern, .text: false
        case .choice(let options):
            !(options.contains { $0.has(.yes, knowledge) } && options.contains { $0.has(.no, knowledge) })
        }
    }
}

extension Accept.Choice {
    /// Whether a command's word chooses the option.
    func has(_ command: Command, _ knowledge: KnowledgeBase) -> Bool {
        ([id] + words).contains { knowledge.commands.find(in: NormalizedText($0))?.means(command) ?? false }
    }
}
