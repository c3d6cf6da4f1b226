/// People in a hurry, and people who only make noise: neither is a miss, neither is a try, and none is left without a
/// word.
extension Conversation {
    /// So many lines without content in a row, and the bot takes its leave where nothing is at stake.
    private static let patience = 12

    /// The reply to a line that asks nothing, nil where the line says something.
    ///
    /// The first in a row is reassured, and a pending question repeated; each further one gets a few words, never those
    /// of the one before.
    mutating func replyToHaste(_ line: Line) -> Turn? {
        guard line.ranked.isHurry || line.saysNothing || line.isRepeated && !isExpected(line) else { return nil }
        haste += 1
        let voice = line.voice
        if haste == 1 {
            let text = voice.say(.hurry, variant: Int(voice.environment.seed % 1024))
            return withQuestion([voice.reply(.smalltalk, [text])], voice)
        }
        if haste > Self.patience, form == nil {
            haste = 0
            return Turn(replies: [voice.reply(.smalltalk, [voice.say(.enough)])], ends: true)
        }
        return say(.smalltalk, voice.say(.hurryShort, variant: haste - 2), voice)
    }

    /// Whether saying the same once more makes sense: an answer that was asked for again.
    private func isExpected(_ line: Line) -> Bool {
        line.command != nil || form?.stage == .confirming
    }

    /// The reply to talk beside the matter, to haste and to other people's products; nil where it is none of these.
    mutating func aside(_ line: Line) -> SafeText? {
        if case .answer(let winners) = line.ranked.smalltalk.decision, let winner = winners.first,
            let intent = line.knowledge.intent(winner.intent)
        {
            return answerText(intent, line.voice)
        }
        if line.ranked.isOtherProduct { return line.voice.say(.otherProduct) }
        return nil
    }

    /// The same while questions wait: whoever grumbles hears what they are for, and how to leave one out.
    mutating func asideFromQuestions(_ line: Line) -> SafeText? {
        guard case .answer(let winners) = line.ranked.smalltalk.decision, let winner = winners.first,
            line.knowledge.intent(winner.intent)?.patience != nil
        else { return aside(line) }
        haste += 1
        let words = line.voice.say(.grumble, variant: haste - 1)
        return words.isEmpty ? aside(line) : words
    }

    /// Talk beside the matter as a turn of its own; where one kind of it goes on and on, the bot takes its leave.
    mutating func aside(_ line: Line) -> Turn? {
        guard let text: SafeText = aside(line) else { return replyToHaste(line) }
        haste = 0
        if let last = told.last, last.turn == turns, let patience = line.knowledge.intent(last.intent)?.patience,
            last.count > patience
        {
            told.removeAll { $0.intent == last.intent }
            return Turn(replies: [line.voice.reply(.smalltalk, [line.voice.say(.enough)])], ends: true)
        }
        return offerBeside(text, line) ?? say(.smalltalk, text, line.voice)
    }

    /// Whoever names another product may mean this one all the same: what the message is like is offered.
    private mutating func offerBeside(_ text: SafeText, _ line: Line) -> Turn? {
        guard line.ranked.isOtherProduct, line.ranked.smalltalk.decision == .none else { return nil }
        let likely = line.ranker.offers(line.ranked)
        return likely.isEmpty ? nil : offer(likely, .nearest, .smalltalk, line, intro: text)
    }
}
