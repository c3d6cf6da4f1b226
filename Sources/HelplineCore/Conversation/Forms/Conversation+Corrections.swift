/// Second thoughts about an answer: “no, 10 pm”, “10 pm actually”, “the time was 10 pm”, 不对，是昨晚.
///
/// The answer that is named is meant, else the latest that can have such a value; it may belong to the pending form or
/// to the one that has just ended.
extension Conversation {
    /// How many turns an ended form can still be corrected.
    private static let memory = 3

    /// Takes a line that takes back an answer; nil where it is none.
    mutating func correct(_ line: Line) -> Turn? {
        guard line.command == nil || form?.asksConsent == true else { return nil }
        let core = line.text.bytes.trimmedRange(0..<line.text.bytes.count)
        let spoken = line.withoutCorrectionWords(core)
        if let form, !form.asksConsent, form.stage != .choosingField {
            guard let (slot, rest) = corrected(in: form, spoken, core, line) else { return nil }
            return correct(slot, rest, line)
        }
        guard var ended = closed, ended.turn >= turns - Self.memory,
            let (slot, rest) = corrected(in: ended.form, spoken, core, line),
            let value = newValue(for: slot, in: rest, line), value != ended.form.values[slot.id]
        else { return nil }
        let before = outcome(of: ended.form, line.voice)
        ended.form.set(slot.id, to: value)
        ended.turn = turns
        closed = ended
        takeUp(ended.form)
        form?.values[slot.id] = value
        let after = outcome(of: ended.form, line.voice)
        let lead = line.voice.say(.changed, ["field": line.voice.list([slot], ended.form)])
        let reply = line.voice.reply(.notice, [lead, after == before ? SafeText() : after])
        return withQuestion([reply], line.voice)
    }

    /// Makes the matter of an ended form what the user came for: who corrects an answer of it is still at it.
    mutating func takeUp(_ ended: Form) {
        guard case .intent(let id) = ended.owner else { return }
        if concern?.intent == id {
            concern?.values = ended.values
        } else if !ended.words.isEmpty, form == nil {
            concern = Concern(intent: id, words: ended.words, values: ended.values)
        }
    }

    /// Sets the answer anew and repeats what is pending.
    private mutating func correct(_ slot: Slot, _ rest: Range<Int>, _ line: Line) -> Turn? {
        guard var pending = form, let value = newValue(for: slot, in: rest, line) else { return nil }
        if case .email = slot.accept, line.isTeamAddress(value.canonical) { return nil }
        let isPending = pending.current == slot.id
        pending.set(slot.id, to: value)
        form = pending
        let lead = line.voice.say(.changed, ["field": line.voice.list([slot], pending)])
        return isPending ? proceed(line.voice, lead: lead) : Turn(replies: [question(pending, line.voice, lead: lead)])
    }

    /// The answer that a line corrects, and where the new value stands.
    private func corrected(
        in form: Form, _ spoken: Range<Int>?, _ core: Range<Int>, _ line: Line
    ) -> (Slot, Range<Int>)? {
        if let (slot, rest) = field(in: spoken ?? core, of: form, line), form.values[slot.id] != nil, !slot.takesText,
            rest.lowerBound > core.lowerBound, newValue(for: slot, in: rest, line) != nil
        {
            return (slot, rest)
        }
        guard let spoken else { return nil }
        let fields = fields(of: form, line.knowledge)
        // What the mail took over from earlier questions was answered before anything else.
        let adopted = fields.map(\.id).filter { form.values[$0] != nil && !form.answered.contains($0) }
        let latest = (form.answered.reversed() + adopted).lazy.compactMap { id in
            fields.first { $0.id == id && id != "consent" }
        }
        return latest.first { !$0.takesText && newValue(for: $0, in: spoken, line) != nil }.map { ($0, spoken) }
    }

    /// What the answers of an ended form led to.
    private func outcome(of form: Form, _ voice: Voice) -> SafeText {
        guard case .intent(let id) = form.owner, let intent = voice.knowledge.intent(id) else { return SafeText() }
        return consequence(of: form, intent, voice)
    }
}

extension Line {
    /// The rest of the line without the words that take something back; nil where there are none, or nothing but them.
    func withoutCorrectionWords(_ range: Range<Int>) -> Range<Int>? {
        let bytes = text.bytes
        var rest = range
        while !rest.isEmpty {
            let length = knowledge.corrections.length(at: rest.lowerBound, in: bytes)
            guard length > 0 else { break }
            rest = bytes.trimmedRange(rest.lowerBound + length..<rest.upperBound)
        }
        for start in rest.dropFirst() where bytes[start] & 0xC0 != 0x80 {
            let length = knowledge.corrections.length(at: start, in: bytes)
            guard length > 0, bytes.trimmedRange(start + length..<rest.upperBound).isEmpty else { continue }
            rest = bytes.trimmedRange(rest.lowerBound..<start)
            break
        }
        return rest == range || rest.isEmpty ? nil : rest
    }
}
