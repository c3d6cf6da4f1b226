/// Slips in what the bot asked for: commands and answers to a question.
extension Conversation {
    /// The answer to the pending question with its slips mended against the question's own words; nil where that gives
    /// none.
    mutating func mendAnswer(_ slot: Slot, _ line: Line) -> Turn? {
        let texts: [String]
        switch slot.accept {
        case .set(let id): texts = line.knowledge.wordSet(id)?.entries.flatMap { [$0.canonical] + $0.words } ?? []
        case .choice(let options): texts = options.flatMap { $0.words + $0.title.texts.values.map(\.source) }
        default: return nil
        }
        guard line.redaction.findings.isEmpty, let repair = TypoRepair(PackWords(texts)).mend(line.text),
            let found = Recognizer.recognize(
                slot.accept, in: repair.text, environment: line.environment, knowledge: line.knowledge)
        else { return nil }
        let value = SlotValue(canonical: SafeText(trusting: found.canonical), words: line.safe)
        form?.set(slot.id, to: value)
        if slot.id == "consent", form?.owner == .email { return consented(value, line) }
        return proceed(line.voice, lead: line.voice.say(.mended, ["list": meaning(of: value, slot, line.voice)]))
    }

    /// A value in the words of the pack.
    private func meaning(of value: SlotValue, _ slot: Slot, _ voice: Voice) -> SafeText {
        guard case .choice(let options) = slot.accept,
            let option = options.first(where: { $0.id == value.canonical.string }), !option.title.isEmpty
        else { return value.canonical }
        return voice.render(option.title)
    }

    /// A command with a slip, such as `skpi`: one that costs nothing is obeyed, any other is named.
    mutating func mendCommand(_ line: Line) -> Turn? {
        guard line.command == nil, line.text.scalarCount <= 24,
            let repair = TypoRepair(line.knowledge.words).mend(line.text),
            let found = line.knowledge.commands.find(in: repair.text), found.argument.isEmpty
        else { return nil }
        let harmless: [Command] = [.back, .skip, .menu, .again, .help, .human, .change]
        if let command = harmless.first(where: { found.means($0) }), !repair.isDoubtful {
            return obey(command, found.argument, line)
        }
        let word = SafeText(trusting: repair.text.text)
        return withQuestion([line.voice.reply(.notice, [line.voice.say(.commandMeant, ["list": word])])], line.voice)
    }
}
