/// What people tell of a case beside its questions, and belongs into the mail: how they are called, on what they are,
/// what they tried since.
extension Conversation {
    /// Takes a line that tells nothing but such a thing while something else is asked; nil where it tells none.
    ///
    /// The question comes again, and it was no try.
    mutating func takeFact(_ slot: Slot, _ line: Line) -> Turn? {
        guard form?.asksConsent == false, line.redaction.findings.isEmpty, line.command == nil else { return nil }
        if let turn = skipWhatWasTold(slot, line) ?? takeTried(slot, line) { return turn }
        return line.ranked.isAsking ? nil : takeName(slot, line) ?? takeDevice(slot, line)
    }

    /// “I told you already”: nobody is asked twice; the own words go with the mail.
    ///
    /// An address that was told is known, and without one nobody could answer.
    private mutating func skipWhatWasTold(_ slot: Slot, _ line: Line) -> Turn? {
        if case .email = slot.accept { return nil }
        guard let words = line.voice.place(of: .toldWords, in: line.text), form?.owner == .email, slot.optional,
            line.meaning.weight(beside: words) <= Self.introduction, form?.values[slot.id] == nil
        else { return nil }
        form?.skipped.append(slot.id)
        return proceed(line.voice, lead: line.voice.say(.toldAlready))
    }

    /// 我叫王芳: whom the mail is from is found in the transcript when it is written.
    private func takeName(_ slot: Slot, _ line: Line) -> Turn? {
        guard let name = NameReader(line.text).read(), !line.text.bytes.contains(0x40) else { return nil }
        let weight = name.unicodeScalars.reduce(0) { $0 + ($1.isHan ? 3 : 1) }
        guard line.meaning.weight(0..<line.text.bytes.count) - weight <= Self.introduction else { return nil }
        let text = line.voice.say(.nameNoted, ["name": SafeText(trusting: name)])
        return Turn(replies: form.map { [question($0, line.voice, lead: text, isAgain: true)] } ?? [])
    }

    private mutating func takeDevice(_ slot: Slot, _ line: Line) -> Turn? {
        guard slot.id != "device", let found = DeviceReader(line.text).read(),
            line.meaning.weight(beside: found.range) <= Self.introduction
        else { return nil }
        return note("device", SafeText(trusting: line.text.quote(of: found.range)), line)
    }

    /// 试过重启 where evidence or a time is asked for; where the steps are, only what says that it was tried.
    private mutating func takeTried(_ slot: Slot, _ line: Line) -> Turn? {
        guard slot.id != "tried", slot.id != "problem", !line.text.holdsTrace,
            slot.takesText || recognize(slot, line) == nil
        else { return nil }
        let tried = line.voice.place(of: .triedWords, in: line.text)
        // 没试过什么 only looks like a question.
        if line.ranked.isAsking, tried?.lowerBound != 0 || line.text.bytes.last == 0x3F { return nil }
        let isSteps = slot.id == "steps"
        guard let words = tried ?? (isSteps ? nil : line.voice.place(of: .doneWords, in: line.text)),
            !isSteps || words.lowerBound <= Self.shortLead
        else { return nil }
        let before = form?.values["tried"]?.words ?? SafeText()
        let all = [before, line.safe].filter { !$0.isEmpty }.joined(separator: SafeText(trusting: "; "))
        return note("tried", all, line)
    }

    /// Weight of what introduces a fact and tells nothing: 我叫, “my phone is”.
    private static let introduction = 15
    /// Bytes that may stand before what was tried, as 我已经 does.
    private static let shortLead = 9

    /// Keeps a field of the mail, says so, and asks again.
    private mutating func note(_ id: SlotID, _ words: SafeText, _ line: Line) -> Turn? {
        guard let slot = line.knowledge.content.email.slots.first(where: { $0.id == id }), leadsToMail(line.knowledge)
        else { return nil }
        form?.values[id] = SlotValue(canonical: words, words: words)
        let lead = notedText([slot], line.voice)
        return Turn(replies: form.map { [question($0, line.voice, lead: lead, isAgain: true)] } ?? [])
    }

    /// Whether a mail can come of the form.
    private func leadsToMail(_ knowledge: KnowledgeBase) -> Bool {
        guard case .intent(let id) = form?.owner else { return true }
        return knowledge.intent(id)?.escalation != nil
    }

    // MARK: - When the mail begins

    /// Takes over what the words of the case say already: whoever has told it is not asked again.
    func readCase(_ words: SafeText, into form: inout Form, _ voice: Voice) {
        let text = NormalizedText(words.string)
        for slot in tellable(form, voice.knowledge) where form.values[slot.id] == nil {
            if case .email = slot.accept { continue }
            guard slot.speaksForItself(voice.knowledge),
                let found = Recognizer.recognize(
                    slot.accept, in: text, environment: voice.environment, knowledge: voice.knowledge, asked: false)
            else { continue }
            let quote = SafeText(trusting: text.quote(of: found.range))
            form.values[slot.id] = SlotValue(canonical: SafeText(trusting: found.canonical), words: quote)
        }
        guard form.values["evidence"] == nil, let trace = text.trace else { return }
        let quote = SafeText(trusting: text.quote(of: trace))
        form.values["evidence"] = SlotValue(canonical: quote, words: quote)
    }

    /// Takes over what earlier lines tell of the device and of what was tried.
    func readHistory(into form: inout Form, _ voice: Voice) {
        let slots = voice.knowledge.content.email.slots
        let asksDevice = slots.contains { $0.id == "device" }
        let asksTried = slots.contains { $0.id == "tried" } && form.values["tried"] == nil
        var told: [SafeText] = []
        for line in history where line.isUser {
            let text = NormalizedText(line.text.string)
            if asksDevice, let found = DeviceReader(text).read(), found.isExact {
                let quote = SafeText(trusting: text.quote(of: found.range))
                form.values["device"] = SlotValue(canonical: quote, words: quote)
            }
            // Most lines tell nothing of the kind, and need not be cut up.
            guard asksTried, voice.tellsOfTrying(line.text.string) else { continue }
            told += line.text.clauses.filter { voice.tellsOfTrying($0.string) }
        }
        guard !told.isEmpty else { return }
        let words = told.suffix(Self.mostTried).joined(separator: SafeText(trusting: "; "))
        form.values["tried"] = SlotValue(canonical: words, words: words)
    }

    /// So many of the things tried are taken over.
    private static let mostTried = 4
}

extension SafeText {
    /// The parts between marks of punctuation, those that ask left out.
    fileprivate var clauses: [SafeText] {
        var clauses: [SafeText] = []
        var clause = String.UnicodeScalarView()
        for scalar in string.unicodeScalars {
            guard scalar.endsClause else {
                clause.append(scalar)
                continue
            }
            if !["?", "？"].contains(scalar) { clauses.append(SafeText(trusting: String(clause))) }
            clause = String.UnicodeScalarView()
        }
        return clauses + [SafeText(trusting: String(clause))]
    }
}

extension Unicode.Scalar {
    /// Whether this is a mark of punctuation behind which something else is told.
    fileprivate var endsClause: Bool {
        switch self {
        case ",", ".", ";", "!", "?", "，", "。", "；", "！", "？", "\n": true
        default: false
        }
    }
}

extension Voice {
    /// Whether a text says that something was tried or done.
    fileprivate func tellsOfTrying(_ text: String) -> Bool {
        names([.triedWords, .doneWords], in: text)
    }
}

extension NormalizedText {
    /// The first transaction hash or address: a long word of letters and digits.
    var trace: Range<Int>? {
        let words = bytes.split { !$0.isASCIIAlphanumeric }
        let found = words.first { word in
            (26...90).contains(word.count) && word.contains { $0 < 0x3A } && word.contains { $0 > 0x40 }
        }
        return found.map { $0.startIndex..<$0.endIndex }
    }

    /// Whether it holds a transaction's hash or an address.
    var holdsTrace: Bool { trace != nil }
}
