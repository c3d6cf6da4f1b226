/// Whoever comes back to a question is not given the same text again.
extension Conversation {
    /// An answer is remembered for so many turns and seconds; later it is given in full once more.
    private static let memory = (turns: 16, seconds: Int64(30 * 60), answers: 12)

    /// The answer in the wording whose turn it is: of several the next one, and where all were given lately, that they
    /// were.
    mutating func answerText(_ intent: Intent, _ voice: Voice, followUp: Int? = nil) -> SafeText {
        let wordings = intent.wordings(followUp)
        guard !wordings.isEmpty else { return SafeText() }
        let last = told.last { $0.intent == intent.id && $0.followUp == followUp }
        let isFresh = last.map { $0.locale == voice.locale && isRecent($0, voice.environment.now) } ?? false
        let count = isFresh ? (last?.count ?? 0) + 1 : 1
        let variant = last.map { $0.variant + 1 } ?? (turns + Int(voice.environment.seed % 1024))
        remember(
            Told(
                intent: intent.id, followUp: followUp, locale: voice.locale, turn: turns, moment: voice.environment.now,
                variant: variant % wordings.count, count: count))
        // The answer to a short question is short itself, and “it is said above” would not say where.
        if count > wordings.count, intent.kind.isQuestion, followUp == nil {
            let short = voice.say(.repeated, ["title": voice.title(intent.id)], variant: count - wordings.count - 1)
            // A pack made in code may lack the sentence, and nobody is met with silence.
            if !short.isEmpty { return short }
        }
        return voice.render(wordings[variant % wordings.count])
    }

    /// The answer in full, for whoever asks to see it again.
    func fullAnswer(_ told: Told, _ voice: Voice) -> SafeText {
        guard let wordings = voice.knowledge.intent(told.intent)?.wordings(told.followUp),
            wordings.indices.contains(told.variant)
        else { return SafeText() }
        return voice.render(wordings[told.variant])
    }

    /// Whether the answer was given lately.
    func wasTold(_ intent: IntentID, _ voice: Voice) -> Bool {
        voice.knowledge.content.texts[.repeated] != nil
            && told.contains {
                $0.intent == intent && $0.followUp == nil && $0.locale == voice.locale
                    && isRecent($0, voice.environment.now)
            }
    }

    /// Whether the questions of an intent were answered to their end, and are the last that were.
    func wasConcluded(_ intent: IntentID) -> Bool {
        closed?.form.owner == .intent(intent)
    }

    private func isRecent(_ told: Told, _ now: Timestamp) -> Bool {
        turns - told.turn <= Self.memory.turns
            && now <= told.moment.advanced(bySeconds: Self.memory.seconds)
    }

    private mutating func remember(_ new: Told) {
        told.removeAll { $0.intent == new.intent && $0.followUp == new.followUp }
        told.append(new)
        if told.count > Self.memory.answers { told.removeFirst() }
    }
}

extension Intent {
    /// The wordings of the answer, or of the answer to one of the short questions.
    fileprivate func wordings(_ followUp: Int?) -> [LocalizedText] {
        guard let followUp else { return answers }
        return followUps.indices.contains(followUp) ? [followUps[followUp].answer] : answers
    }
}
