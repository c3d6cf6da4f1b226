/// Numbers typed while a question waits.
///
/// The list that was shown last owns the next number: behind the menu a number is one of its topics, and the question
/// that waits comes again afterwards, as with any detour. A question that shows numbers of its own is itself the last
/// list, since it is repeated below the menu.
extension Conversation {
    /// Answers the topic of the menu that a number names, where the menu was shown just before; nil where it was not.
    mutating func answerListed(_ slot: Slot, _ line: Line) -> Turn? {
        guard let number = line.text.wholeNumber, hasJustListed(line.voice), !showsNumbers(slot, line.voice) else {
            return nil
        }
        let menu = line.knowledge.menu
        guard menu.indices.contains(number - 1), let intent = line.knowledge.intent(menu[number - 1]) else {
            return withQuestion([line.voice.reply(.notice, [line.voice.say(.choiceInvalid)])], line.voice)
        }
        let question = Answered(intent: intent)
        if isOwn(intent.id) { return goOn(line.voice) }
        return slot.digress == .leave ? leave([question], line) : detour([question], line)
    }

    /// The same at the preview, which is not shown again.
    mutating func answerListedAtPreview(_ line: Line) -> Turn? {
        guard let number = line.text.wholeNumber, hasJustListed(line.voice),
            line.knowledge.menu.indices.contains(number - 1),
            let intent = line.knowledge.intent(line.knowledge.menu[number - 1])
        else { return nil }
        return isOwn(intent.id)
            ? goOn(line.voice) : withQuestion(answerBeside(Answered(intent: intent), line), line.voice)
    }

    /// Whether the menu is among what was said last.
    private func hasJustListed(_ voice: Voice) -> Bool {
        let menu = voice.menu().text
        return history.dropLast().reversed().prefix { !$0.isUser }.contains { $0.text == menu }
    }

    /// Whether a question lists its answers by number.
    private func showsNumbers(_ slot: Slot, _ voice: Voice) -> Bool {
        let words = voice.render(slot.prompt).string.unicodeScalars.split { $0 == "\n" || $0 == " " }
        let marks = ["1.", "1)", "1、", "（1", "(1"]
        return words.contains { word in marks.contains { word.starts(with: $0.unicodeScalars) } }
    }
}
