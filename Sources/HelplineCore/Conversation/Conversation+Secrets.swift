/// Secrets in what a user writes: masked before anything is kept, and said at once.
extension Conversation {
    /// Masks a message, and in what is kept what only this message reveals.
    mutating func redact(_ text: String, with knowledge: KnowledgeBase) -> Redaction {
        var context = RedactionContext(question: redactionQuestion(knowledge))
        context.markers = text.unicodeScalars.contains(where: \.isHan) || locale == "zh" ? .chinese : .english
        // A command that is the whole line is no password, though one may have been announced.
        if knowledge.commands.find(in: NormalizedText(text)) != nil { memory.awaitsPassword = false }
        let redaction = knowledge.redactor.redact(text, memory: &memory, context: context)
        redactions += redaction.findings.count
        for reveal in redaction.reveals { maskEarlier(reveal, context.markers, knowledge.redactor) }
        return redaction
    }

    /// What the pending question says about how digits are to be read.
    private func redactionQuestion(_ knowledge: KnowledgeBase) -> RedactionContext.Question {
        guard let form, form.stage == .asking, let slot = currentSlot(form, knowledge) else { return .none }
        switch slot.accept {
        case .amount, .date, .choice: return .number
        case .hash: return .transactionHash
        default: return .none
        }
    }

    /// Masks an earlier line, and whatever was kept of it.
    private mutating func maskEarlier(_ reveal: Redaction.Reveal, _ markers: RedactionMarkers, _ redactor: Redactor) {
        let lines = history.indices.filter { history[$0].isUser }
        guard reveal.linesBack >= 1, reveal.linesBack <= lines.count else { return }
        let index = lines[lines.count - reveal.linesBack]
        let old = history[index].text
        let new = redactor.mask(reveal, in: old, markers: markers)
        guard old != new else { return }
        redactions += 1
        let marker = markers[reveal.kind]
        for index in history.indices { history[index].text = history[index].text.masked(old, new, marker) }
        form?.mask(old, new, marker)
        for index in suspended.indices { suspended[index].mask(old, new, marker) }
        closed?.form.mask(old, new, marker)
        if var kept = concern {
            kept.words = kept.words.masked(old, new, marker)
            kept.values = kept.values.mapValues { $0.masked(old, new, marker) }
            concern = kept
        }
    }

    /// 64 hexadecimal digits may be a public hash or a private key: they are masked, and the user is asked which.
    ///
    /// What was masked is not restored; whoever says it is a hash is asked to paste it once more.
    mutating func askAboutKey(_ line: Line) -> Turn? {
        let voice = line.voice
        if line.redaction.asksKeyOrHash {
            asksKeyOrHash = true
            return Turn(replies: [stamped(voice.reply(.notice, [voice.say(.hashOrKey)]))])
        }
        guard asksKeyOrHash else { return nil }
        asksKeyOrHash = false
        let words = line.text.text.lowercased()
        if ["哈希", "hash", "txid", "交易"].contains(where: { words.contains($0) }) {
            return Turn(replies: [stamped(voice.reply(.notice, [voice.say(.hashAgain)]))])
        }
        if ["私钥", "密钥", "key"].contains(where: { words.contains($0) }) {
            return withQuestion([voice.reply(.notice, [voice.say(.secretSeen)])], voice)
        }
        return nil
    }
}

extension Line {
    /// Whether the user has just shown a secret, here or together with an earlier line.
    var revealsSecret: Bool {
        !redaction.reveals.isEmpty || redaction.findings.contains { $0.kind != .keyOrHash }
    }
}

extension Form {
    fileprivate mutating func mask(_ old: SafeText, _ new: SafeText, _ marker: SafeText) {
        values = values.mapValues { $0.masked(old, new, marker) }
    }
}

extension SlotValue {
    fileprivate func masked(_ old: SafeText, _ new: SafeText, _ marker: SafeText) -> SlotValue {
        SlotValue(canonical: canonical.masked(old, new, marker), words: words.masked(old, new, marker))
    }
}

extension SafeText {
    /// This text after a line of which it is made or which it quotes was masked.
    fileprivate func masked(_ old: SafeText, _ new: SafeText, _ marker: SafeText) -> SafeText {
        if string.contains(old.string) { return SafeText(trusting: string.replacing(old.string, with: new.string)) }
        let isLost = !isEmpty && old.string.contains(string) && !new.string.contains(string)
        return isLost ? marker : self
    }
}
