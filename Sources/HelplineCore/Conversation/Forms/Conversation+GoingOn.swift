/// “Let's go on”: back to what is asked, without an answer to it.
extension Conversation {
    /// The pending question once more; whoever says so at the question of consent has given it.
    mutating func resumeForm(_ voice: Voice) -> Turn {
        form?.asksConsent == true ? consent(voice) : withQuestion([], voice)
    }

    /// “Never mind that, let's go on”: a line that drops something and goes on; nil where it says anything else.
    mutating func leaveBeside(_ line: Line) -> Turn? {
        guard form != nil, let last = line.lastClause,
            line.knowledge.commands.find(in: NormalizedText(last.tail))?.means(.goOn) == true,
            let dropped = line.voice.place(of: .dropWords, in: line.text), dropped.lowerBound <= Self.shortLead,
            dropped.upperBound <= last.end,
            line.meaning.weight(0..<last.end) - line.meaning.weight(dropped) <= Self.fewWords
        else { return nil }
        return resumeForm(line.voice)
    }

    /// Bytes that may stand before the words that drop something, as “oh, ” or 那就 does.
    private static let shortLead = 9
    /// Weight of what may stand beside them.
    private static let fewWords = 6
}

extension Line {
    /// The words behind the last comma, stop or blank after a Han character, and the end of those before it.
    fileprivate var lastClause: (end: Int, tail: String)? {
        let scalars = text.text.unicodeScalars
        guard text.scalarCount <= Self.longestAside,
            let mark = scalars.indices.last(where: { index in
                let isBlank = scalars[index] == " " && index > scalars.startIndex
                return isBlank && scalars[scalars.index(before: index)].isHan
                    || ",;.，；。".unicodeScalars.contains(scalars[index])
            })
        else { return nil }
        let end = text.text.utf8.distance(from: text.text.startIndex, to: mark)
        return (end, String(scalars[scalars.index(after: mark)...]))
    }

    /// A line of more characters does not only drop something.
    private static var longestAside: Int { 48 }
}
