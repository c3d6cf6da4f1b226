/// “Still not solved” while something is asked: it says that the advice did not help, and is no answer, though it
/// begins like a “no”.
extension Conversation {
    /// Takes a line that hardly says more than that; nil where it is something else, or one of the answers.
    mutating func takeUnsolved(_ slot: Slot, _ line: Line) -> Turn? {
        guard let form, saysUnsolved(slot, line) else { return nil }
        if form.asksConsent { return consent(line.voice) }
        return form.owner == .email ? goOn(line.voice) : startMailFromWords(line)
    }

    private func saysUnsolved(_ slot: Slot, _ line: Line) -> Bool {
        if line.command?.means(.notSolved) == true { return !isAnswer(slot, line) }
        guard case .choice = slot.accept, form?.asksConsent == false, !line.ranked.isAsking,
            let words = line.unsolvedWords, !isAnswer(slot, line)
        else { return false }
        return line.meaning.weight(beside: words) <= Self.complaint
    }

    /// Whether the whole line is one of the answers in the pack's own words.
    private func isAnswer(_ slot: Slot, _ line: Line) -> Bool {
        guard form?.owner != .email else { return false }
        let core = line.text.bytes.trimmedRange(0..<line.text.bytes.count)
        return switch slot.accept {
        case .choice, .set: recognize(slot, line)?.range == core
        default: false
        }
    }

    /// Weight of what may stand beside the words, such as 我的问题.
    private static let complaint = 12
}

extension Line {
    /// Where the line says that something did not help; 没有用过 says that something was not used.
    fileprivate var unsolvedWords: Range<Int>? {
        guard let found = knowledge.spoken[.notSolved].first(in: text) else { return nil }
        let isUsed = found.upperBound < text.bytes.count && text.bytes.scalar(at: found.upperBound).0 == "过"
        return isUsed ? nil : found
    }
}
