/// `change`, `change the time`, `改 时间 昨晚十点`, at any moment of a form.
extension Conversation {
    mutating func change(_ argument: Range<Int>, _ line: Line) -> Turn {
        guard let form else { return Turn(replies: []) }
        guard !changeable(form, line.knowledge).isEmpty else {
            return withQuestion([line.voice.reply(.notice, [line.voice.say(.nothingToChange)])], line.voice)
        }
        if argument.isEmpty { return form.asksConsent ? repeatQuestion(line.voice) : askForField(line.voice) }
        if let (slot, rest) = field(in: argument, of: form, line) { return change(slot, to: rest, line) }
        if let (slot, rest) = openField(in: argument, of: form, line) { return change(slot, to: rest, line) }
        if let slot = fieldThatTakes(argument, form, line) { return change(slot, to: argument, line) }
        let lead = line.voice.say(.changeUnknown)
        return form.asksConsent ? repeatQuestion(line.voice) : askForField(line.voice, lead: lead)
    }

    /// Sets the field where a new value follows its name, asks for one where none does.
    mutating func change(_ slot: Slot, to rest: Range<Int>, _ line: Line) -> Turn {
        guard var pending = form else { return Turn(replies: []) }
        // Before the preview a question is pending, and it comes back after the change.
        let wasConfirming = pending.owner == .email && pending.current == nil
        if let value = newValue(for: slot, in: rest, line) {
            if case .email = slot.accept, line.isTeamAddress(value.canonical) {
                return withQuestion([line.voice.reply(.notice, [line.voice.say(.ownAddress)])], line.voice)
            }
            pending.set(slot.id, to: value)
            form = pending
            let lead = line.voice.say(.changed, ["field": line.voice.list([slot], pending)])
            return leaveChange(of: pending, line.voice, lead: lead)
        }
        if pending.asksConsent { return repeatQuestion(line.voice) }
        pending.stage = .asking
        pending.isChange = wasConfirming
        pending.current = slot.id
        pending.tries = 0
        form = pending
        return Turn(replies: [question(pending, line.voice, lead: currentValue(pending, line.voice))])
    }

    /// The value that a part of a line gives a field, read as the answer to its question would be.
    func newValue(for slot: Slot, in rest: Range<Int>, _ line: Line) -> SlotValue? {
        guard !rest.isEmpty else { return nil }
        let words = line.redaction.text(in: line.text.sourceRange(of: rest))
        if case .text = slot.accept { return SlotValue(canonical: words, words: words) }
        guard line.redaction.findings.isEmpty else { return nil }
        let part = line.text.quote(of: rest)
        guard let found = reading(part, slot, line) else { return nil }
        let whole = reading(completed(part, slot, line), slot, line) ?? found
        let canonical = SafeText(trusting: whole.canonical)
        // An address that is written out in words is shown as it is read.
        if case .email = slot.accept, !part.utf8.contains(UInt8(ascii: "@")) {
            return SlotValue(canonical: canonical, words: canonical)
        }
        let quote = NormalizedText(part).quote(of: found.range)
        return SlotValue(canonical: canonical, words: SafeText(trusting: quote))
    }

    private func reading(_ text: String?, _ slot: Slot, _ line: Line, asked: Bool = true) -> Recognition? {
        text.flatMap {
            Recognizer.recognize(
                slot.accept, in: NormalizedText($0), environment: line.environment, knowledge: line.knowledge,
                asked: asked)
        }
    }

    /// A time without a day, with the day of the time that it takes the place of: after 昨晚十点 九点 is 九点 of 昨晚.
    private func completed(_ text: String, _ slot: Slot, _ line: Line) -> String? {
        guard case .date = slot.accept, reading(text, slot, line, asked: false) == nil,
            let before = form?.values[slot.id] ?? closed?.form.values[slot.id]
        else { return nil }
        return text + " " + before.words.string
    }

    /// The only field that can take a value given without the field's name: an address, a coin, a time.
    private func fieldThatTakes(_ range: Range<Int>, _ form: Form, _ line: Line) -> Slot? {
        let fitting = changeable(form, line.knowledge).filter { slot in
            !slot.takesText && newValue(for: slot, in: range, line) != nil
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    // MARK: - Which field

    private mutating func askForField(_ voice: Voice, lead: SafeText = SafeText()) -> Turn {
        form?.stage = .choosingField
        form?.tries = 0
        guard let form else { return Turn(replies: []) }
        return Turn(replies: [fieldQuestion(form, voice, lead: lead)])
    }

    /// "Change what?", with the fields by number.
    func fieldQuestion(_ form: Form, _ voice: Voice, lead: SafeText = SafeText()) -> Reply {
        let titles = changeable(form, voice.knowledge).map { voice.label($0) }
        return stamped(
            voice.reply(.question, [lead, voice.say(.changeWhat), voice.numbered(titles)], choices: titles))
    }

    mutating func chooseField(_ form: Form, _ line: Line) -> Turn {
        let fields = changeable(form, line.knowledge)
        let whole = line.text.bytes.trimmedRange(0..<line.text.bytes.count)
        if let number = line.text.wholeNumber, fields.indices.contains(number - 1) {
            return change(fields[number - 1], to: 0..<0, line)
        }
        if let (slot, rest) = field(in: whole, of: form, line) { return change(slot, to: rest, line) }
        // A number that names no field is a slip, and no amount.
        if line.text.wholeNumber == nil, let slot = fieldThatTakes(whole, form, line) {
            return change(slot, to: whole, line)
        }
        if let found = line.command, found.means(.no) || found.means(.send) || found.means(.neither) {
            return leaveChange(of: form, line.voice)
        }
        if let turn = replyToHaste(line) { return turn }
        var pending = form
        pending.tries += 1
        self.form = pending
        if pending.tries >= 2 { return leaveChange(of: pending, line.voice, lead: line.voice.say(.changeUnknown)) }
        return Turn(replies: [fieldQuestion(pending, line.voice, lead: line.voice.say(.changeUnknown))])
    }

    /// Back from a change to where it was asked for: the preview, or the pending question.
    mutating func leaveChange(of form: Form, _ voice: Voice, lead: SafeText = SafeText()) -> Turn {
        if form.owner == .email, form.current == nil || form.isChange { return showPreview(voice, lead: lead) }
        var pending = form
        pending.stage = .asking
        pending.tries = 0
        self.form = pending
        // The pending question may be the very one that was changed.
        if let current = pending.current, pending.answered.last == current { return proceed(voice, lead: lead) }
        return Turn(replies: [question(pending, voice, lead: lead)])
    }

    /// The fields to choose from: all of a mail's at its preview, else those that have an answer or were left out.
    func changeable(_ form: Form, _ knowledge: KnowledgeBase) -> [Slot] {
        let all = fields(of: form, knowledge).filter { $0.id != "consent" }
        if form.owner == .email, form.current == nil { return all }
        return all.filter { form.values[$0.id] != nil || form.skipped.contains($0.id) }
    }

    /// A field without an answer yet that a text names together with its value.
    private func openField(in range: Range<Int>, of form: Form, _ line: Line) -> (Slot, Range<Int>)? {
        let open = slots(form, line.knowledge).filter { $0.id != "consent" && form.values[$0.id] == nil }
        guard let (slot, rest) = field(in: range, among: open, line), newValue(for: slot, in: rest, line) != nil
        else { return nil }
        return (slot, rest)
    }

    /// The field that can be changed and that a text names at its beginning, and what follows the name.
    func field(in range: Range<Int>, of form: Form, _ line: Line) -> (Slot, Range<Int>)? {
        field(in: range, among: changeable(form, line.knowledge), line)
    }

    private func field(in range: Range<Int>, among fields: [Slot], _ line: Line) -> (Slot, Range<Int>)? {
        let bytes = line.text.bytes
        var range = range
        for lead in ["the", "my", "我的", "一下"] where bytes[range].startsWithWord(lead) {
            range = bytes.trimmedRange(range.lowerBound + lead.utf8.count..<range.upperBound)
        }
        var best: (slot: Slot, length: Int)?
        for slot in fields {
            for name in slot.allNames where bytes[range].startsWithWord(name) {
                let length = NormalizedText(name).bytes.count
                if length > best?.length ?? 0, range.lowerBound + length <= range.upperBound { best = (slot, length) }
            }
        }
        guard let best else { return nil }
        var rest = bytes.trimmedRange(range.lowerBound + best.length..<range.upperBound)
        for joint in ["was", "is", "to", "改成", "改为", "改回", "换成", "为", "成", "到", "应该是", "是"]
        where bytes[rest].startsWithWord(joint) {
            rest = bytes.trimmedRange(rest.lowerBound + joint.utf8.count..<rest.upperBound)
        }
        return (best.slot, rest)
    }
}

extension Slot {
    /// What a user may call the field: its label, the words of the label, its other names, its id.
    fileprivate var allNames: [String] {
        let labels = label.texts.values.map(\.source)
        return labels + labels.flatMap(\.parts) + names + [id.name]
    }
}

extension String {
    /// The Latin words of a label, and the two-character ends of a Han one: of 操作步骤 操作 and 步骤.
    fileprivate var parts: [String] {
        let words = split(separator: " ").map(String.init)
        guard let first = unicodeScalars.first, first.isHan, unicodeScalars.count > 2 else {
            return words.count > 1 ? words.filter { $0.utf8.count > 2 } : []
        }
        return [String(prefix(2)), String(suffix(2))]
    }
}

extension Voice {
    /// A field's name in a summary.
    func label(_ slot: Slot) -> SafeText {
        render(slot.label.isEmpty ? slot.prompt : slot.label)
    }
}

extension ArraySlice<UInt8> {
    /// Whether this begins with a word, ASCII case aside; a Latin word must end there.
    func startsWithWord(_ word: String) -> Bool {
        let bytes = NormalizedText(word).bytes
        guard count >= bytes.count else { return false }
        for (one, other) in zip(self, bytes) where one.lowercasedASCII != other.lowercasedASCII { return false }
        guard let last = bytes.last, last.isASCIIAlphanumeric, count > bytes.count else { return !bytes.isEmpty }
        return !self[startIndex + bytes.count].isASCIIAlphanumeric
    }
}
