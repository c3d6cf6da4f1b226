/// Several changes in one line on the preview: “it was 7 ETH and my email is y@example.com”, 资产改成 ETH，时间改成 昨晚.
extension Conversation {
    /// A new value for a field of the mail.
    private typealias Change = (slot: Slot, value: SlotValue)

    /// A longer line is a story, and no list of changes.
    private static let longestList = 600
    /// Weight from which a part of the line that changes nothing tells something.
    private static let telling = 9

    /// Makes every change that a line on the preview tells, and shows the mail once; nil where it tells fewer than two.
    ///
    /// What else the line tells goes below the problem, so that nothing of it is lost.
    mutating func changeSeveral(_ line: Line) -> Turn? {
        guard let form, form.owner == .email, form.stage == .confirming, line.redaction.findings.isEmpty,
            !line.ranked.isAsking, line.command?.means(.change) ?? true, line.text.bytes.count <= Self.longestList
        else { return nil }
        var changes: [Change] = []
        var others: [Range<Int>] = []
        for clause in line.text.bytes.clauses {
            // A new text of the problem may name any field.
            if changes.isEmpty, field(in: line.withoutLead(clause), of: form, line)?.0.id == "problem" { return nil }
            let found = self.changes(in: clause, of: form, line)
            changes += found
            if found.isEmpty, line.meaning.weight(clause) >= Self.telling { others.append(clause) }
        }
        guard Set(changes.map(\.slot.id)).count >= 2 else { return nil }
        return make(changes, others, line)
    }

    private mutating func make(_ changes: [Change], _ others: [Range<Int>], _ line: Line) -> Turn {
        var changed: [Slot] = []
        var notes: [SafeText] = []
        for (slot, value) in changes {
            if case .email = slot.accept, line.isTeamAddress(value.canonical) {
                notes.append(line.voice.say(.ownAddress))
                continue
            }
            form?.set(slot.id, to: value)
            changed.removeAll { $0.id == slot.id }
            changed.append(slot)
        }
        if let form, !changed.isEmpty {
            notes.insert(line.voice.say(.changed, ["field": line.voice.list(changed, form)]), at: 0)
        }
        let words = others.map { line.redaction.text(in: line.text.sourceRange(of: $0)) }
        if !words.isEmpty { notes.append(addToProblem(words.joined(separator: "\n"), line.voice)) }
        return showPreview(line.voice, lead: notes.joined(separator: "\n"))
    }

    /// What one part of the line changes: the field that it names, else those whose values are hardly less than all of
    /// it.
    private func changes(in clause: Range<Int>, of form: Form, _ line: Line) -> [Change] {
        let spoken = line.withoutLead(clause)
        guard let (slot, rest) = field(in: spoken, of: form, line) else {
            return bareChanges(in: spoken, of: form, line)
        }
        guard !slot.takesText || line.text.bytes[spoken.lowerBound..<rest.lowerBound].endsWithJoint,
            let value = newValue(for: slot, in: rest, line)
        else { return [] }
        guard case .set = slot.accept, let amount = changeable(form, line.knowledge).first(where: \.takesAmount),
            let sum = newValue(for: amount, in: rest, line)
        else { return [(slot, value)] }
        return [(slot, value), (amount, sum)]
    }

    private func bareChanges(in clause: Range<Int>, of form: Form, _ line: Line) -> [Change] {
        guard !clause.isEmpty else { return [] }
        let text = NormalizedText(line.text.quote(of: clause))
        var left = line.meaning.weight(clause)
        let most = min(12, left / 3)
        var seen: [Range<Int>] = []
        let changes = changeable(form, line.knowledge).compactMap { slot -> Change? in
            guard slot.speaksForItself(line.knowledge),
                let found = Recognizer.recognize(
                    slot.accept, in: text, environment: line.environment, knowledge: line.knowledge, asked: false),
                let value = newValue(for: slot, in: clause, line)
            else { return nil }
            if !seen.contains(where: found.range.overlaps) {
                let end = min(clause.upperBound, clause.lowerBound + found.range.upperBound)
                left -= line.meaning.weight(min(end, clause.lowerBound + found.range.lowerBound)..<end)
            }
            seen.append(found.range)
            return (slot, value)
        }
        return left <= most ? changes : []
    }
}

extension Line {
    /// A part of the line without the words that lead to a change: “actually”, “also change”, 把.
    fileprivate func withoutLead(_ clause: Range<Int>) -> Range<Int> {
        var rest = withoutCorrectionWords(clause) ?? clause
        for lead in ["and", "also", "please", "change", "请", "还有", "把", "将", "修改", "更改", "改"]
        where text.bytes[rest].startsWithWord(lead) {
            let after = text.bytes.trimmedRange(rest.lowerBound + lead.utf8.count..<rest.upperBound)
            // 改成 ETH alone names no field.
            if !text.bytes[after].startsWithWord("成") { rest = after }
        }
        return rest
    }
}

extension [UInt8] {
    /// The parts of a line between commas, semicolons, stops and “and”.
    fileprivate var clauses: [Range<Int>] {
        var clauses: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < count {
            let length = separatorLength(at: index)
            if length > 0 {
                clauses.append(trimmedRange(start..<index))
                start = index + length
            }
            index += Swift.max(1, length)
        }
        return (clauses + [trimmedRange(start..<count)]).filter { !$0.isEmpty }
    }

    private func separatorLength(at index: Int) -> Int {
        let rest = self[index...]
        for mark in ["，", "；", "。", "、", " and "] where rest.starts(with: mark.utf8) {
            return mark.utf8.count
        }
        let next = index + 1 < count ? self[index + 1] : 0x20
        switch self[index] {
        case UInt8(ascii: ";"): return 1
        case UInt8(ascii: ","): return next &- 0x30 < 10 && index > 0 && self[index - 1] &- 0x30 < 10 ? 0 : 1
        case UInt8(ascii: "."): return next == 0x20 ? 1 : 0
        default: return 0
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether a word stands at the end that gives a field its value.
    fileprivate var endsWithJoint: Bool {
        let words = self[..<(lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? startIndex)]
        let joints = ["was", "is", "to", "成", "为", "到", "回", "是", ":", "："]
        return joints.contains { words.reversed().starts(with: $0.utf8.reversed()) }
    }
}
