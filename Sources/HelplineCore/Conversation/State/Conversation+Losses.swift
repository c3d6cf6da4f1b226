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
        suspended.removeAll { !exists($0) }
        if let ended = closed, !exists(ended.form) { closed = nil }
        if var kept = form {
            if let topic = kept.topic, !knowledge.has(topic) { kept.topic = nil }
            let known = kept.values.isEmpty ? [] : knownFields(of: kept, knowledge)
            for (slot, value) in kept.values.sorted(by: { $0.key < $1.key }) where !known.contains(slot) {
                kept.values[slot] = nil
                losses.words.append(value.words)
            }
            form = kept
        }
        live.removeAll { !knowledge.has($0.intent) }
        told.removeAll { !knowledge.has($0.intent) }
        offered.removeAll { !knowledge.has($0) }
        if let id = concern?.intent, !knowledge.has(id) { concern?.intent = nil }
        return losses == Losses() ? nil : losses
    }

    /// The fields that values may belong to: those of the form, and in a mail those of its topic.
    private func knownFields(of form: Form, _ knowledge: KnowledgeBase) -> Set<SlotID> {
        var known = Set(fields(of: form, knowledge).map(\.id))
        if form.owner == .email {
            for intent in knowledge.content.intents { known.formUnion(intent.slots.map(\.id)) }
        }
        return known
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
