/// A new pack in the middle of a conversation: what still exists is kept, what does not is named.
extension Conversation {
    /// What a new pack has taken away.
    struct Losses: Equatable {
        /// The user's words for answers to questions that are gone.
        var words: [SafeText] = []
        /// Whether the questions that were being asked are gone as a whole.
        var form = false
    }

    /// Drops what refers to content that is gone; nil where nothing was lost that the user would miss.
    mutating func dropWhatIsGone(from knowledge: KnowledgeBase) -> Losses? {
        var losses = Losses()
        func exists(_ form: Form) -> Bool {
            guard case .intent(let id) = form.owner else { return true }
            return knowledge.indices[id].map { knowledge.content.intents[$0].slots.isEmpty } == false
        }
        if let form, !exists(form) {
            self.form = nil
            losses.form = true
        }
        for gone in suspended where !exists(gone) { losses.words += gone.values.values.map(\.words) }
        suspended.removeAll { !exists($0) }
        if let ended = closed, !exists(ended.form) { closed = nil }
        form = form.map { withoutLostValues($0, &losses, knowledge) }
        suspended = suspended.map { withoutLostValues($0, &losses, knowledge) }
        live.removeAll { !knowledge.has($0.intent) }
        told.removeAll { !knowledge.has($0.intent) }
        if offered != knowledge.menu { offered.removeAll { !knowledge.has($0) } }
        if let id = concern?.intent, !knowledge.has(id) { concern?.intent = nil }
        return losses == Losses() ? nil : losses
    }

    /// The form without values whose question is gone, or does not know the answer any more.
    private func withoutLostValues(_ form: Form, _ losses: inout Losses, _ knowledge: KnowledgeBase) -> Form {
        var kept = form
        if let topic = kept.topic, knowledge.intent(topic) == nil { kept.topic = nil }
        // What was told for the mail, and never asked by the form, is the mail's.
        let own = fields(of: kept, knowledge) + knowledge.content.email.slots.filter { !kept.asked.contains($0.id) }
        for (id, value) in kept.values.sorted(by: { $0.key < $1.key }) {
            let isKnown: (Slot) -> Bool = { $0.id == id && $0.knows(value, knowledge) }
            if own.contains(where: isKnown) || isTakenOver(in: kept, knowledge, isKnown) { continue }
            kept.values[id] = nil
            losses.words.append(value.words)
        }
        return kept
    }

    /// Whether a value of a mail is one of an intent's questions, its topic's first: no other intent is read for
    /// nothing.
    private func isTakenOver(in form: Form, _ knowledge: KnowledgeBase, _ isKnown: (Slot) -> Bool) -> Bool {
        guard form.owner == .email else { return false }
        if let topic = form.topic.flatMap({ knowledge.intent($0) }), topic.slots.contains(where: isKnown) {
            return true
        }
        return knowledge.content.intents.contains { $0.slots.contains(where: isKnown) }
    }

    /// The losses in words.
    func told(_ losses: Losses, _ voice: Voice) -> Reply {
        let words = losses.words.filter { !$0.isEmpty }.joined(separator: ", ")
        let parts = [
            losses.form ? voice.say(.stateLost) : SafeText(),
            words.isEmpty ? SafeText() : voice.say(.valuesLost, ["list": words]),
        ]
        return stamped(voice.reply(.notice, parts))
    }
}

extension Slot {
    /// Whether a value is still one of the answers, where these are listed; an answer kept in the user's words is.
    fileprivate func knows(_ value: SlotValue, _ knowledge: KnowledgeBase) -> Bool {
        let canonical = value.canonical.string
        switch accept {
        case .choice(let options): return canonical == value.words.string || options.contains { $0.id == canonical }
        case .set(let id):
            guard let set = knowledge.wordSet(id) else { return false }
            let knows: (String) -> Bool = { name in set.entries.contains { $0.canonical == name } }
            return canonical == value.words.string || knows(canonical)
                || Enumeration.values(of: canonical).allSatisfy(knows)
        default: return true
        }
    }
}
