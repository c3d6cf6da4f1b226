/// A transaction's hash that comes while nothing is asked.
extension Conversation {
    /// Takes a line that is hardly more than a hash for what it is: evidence, and no question of where to find one.
    ///
    /// It belongs to the matter whose questions were answered last, else to the one question of the pack that asks for
    /// a hash.
    mutating func takeHash(_ line: Line) -> Turn? {
        // Nearly every line holds none, and must not cost a look at every intent of the pack.
        guard HashReader(line.text.bytes).read() != nil, !line.ranked.isAsking, !line.revealsSecret else { return nil }
        if let ended = closed, case .intent(let id) = ended.form.owner, let intent = line.knowledge.intent(id),
            let slot = intent.slots.first(where: \.wantsHash)
        {
            return takeHash(for: slot, of: intent, ended, line)
        }
        guard let asker = line.knowledge.topics.hashAsker else { return nil }
        let intent = line.knowledge.content.intents[asker]
        guard let slot = intent.slots.first(where: \.wantsHash), onlyAnswer(to: slot, line) != nil else { return nil }
        return answer([Answered(intent: intent)], line)
    }

    private mutating func takeHash(for slot: Slot, of intent: Intent, _ ended: Closed, _ line: Line) -> Turn? {
        guard let value = onlyAnswer(to: slot, line) else { return nil }
        var ended = ended
        ended.form.set(slot.id, to: value)
        ended.turn = turns
        closed = ended
        takeUp(ended.form)
        keepLive(intent.id, line.environment)
        let voice = line.voice
        let noted = voice.say(.noted, ["field": voice.list([slot], ended.form)])
        return Turn(replies: [voice.reply(.notice, [noted, voice.say(.offerMail)])])
    }
}

extension Slot {
    /// Whether it asks for the hash of a transaction.
    var wantsHash: Bool { if case .hash = accept { true } else { false } }
}
