internal import PatternSet

/// Secrets in what a user writes: masked before anything is kept, and said at once.
extension Conversation {
    /// Masks a message, and in what is kept what only this message reveals.
    mutating func redact(
        _ normalized: NormalizedText, isCommand: Bool, with knowledge: KnowledgeBase, using scratch: inout MatchScratch
    ) -> (Redaction, Masking?) {
        let text = normalized.original
        let isChinese = text.unicodeScalars.contains(where: \.isHan) || locale == "zh"
        let said = history.indices.filter { history[$0].isUser }
        let context = RedactionContext(
            question: redactionQuestion(knowledge), earlier: said.map { history[$0].text },
            markers: isChinese ? .chinese : .english)
        if isAboutPasswords(knowledge) { memory.expectPassword() }
        // A command that is the whole line is no password, though one may have been announced.
        if isCommand { memory.expectNothing() }
        var redaction = knowledge.redactor.redact(text, memory: &memory, context: context)
        if !knowledge.content.secrets.isEmpty {
            redaction = redaction.adding(NamedSecrets.find(in: normalized, with: knowledge, using: &scratch))
        }
        redactions += redaction.findings.count
        guard !redaction.reveals.isEmpty else { return (redaction, nil) }
        var masking = Masking(markers: context.markers)
        for reveal in redaction.reveals where said.indices.contains(reveal.linesBack - 1) {
            let index = said[said.count - reveal.linesBack]
            let old = history[index].text
            history[index].text = masking.add(reveal, in: old)
            if history[index].text != old { redactions += 1 }
        }
        mask(masking)
        return (redaction, masking.isEmpty ? nil : masking)
    }

    /// What the pending question says about how digits are to be read.
    private func redactionQuestion(_ knowledge: KnowledgeBase) -> RedactionContext.Question {
        guard let form, form.stage == .asking, let slot = currentSlot(form, knowledge) else { return .none }
        switch slot.accept {
        // Four digits are no choice, but may be a PIN.
        case .amount, .date: return .number
        case .hash: return .transactionHash
        default: return .none
        }
    }

    /// Whether what is being talked about, or the e-mail is written about, is a password, a code or logging in.
    private func isAboutPasswords(_ knowledge: KnowledgeBase) -> Bool {
        guard form != nil || concern != nil else { return false }
        let topics = knowledge.spoken.passwordTopics
        return [form?.topic, concern?.intent].contains { $0.map(topics.contains) ?? false }
    }

    /// Masks whatever was kept of earlier lines.
    private mutating func mask(_ masking: Masking) {
        for index in history.indices { history[index].text = masking.masked(history[index].text) }
        form?.mask(masking)
        for index in suspended.indices { suspended[index].mask(masking) }
        closed?.form.mask(masking)
        if var kept = concern {
            kept.words = masking.masked(kept.words)
            kept.values = kept.values.mapValues(masking.masked)
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
        !redaction.reveals.isEmpty || redaction.findings.contains { $0.kind != .keyOrHash && $0.kind != .named }
    }
}

extension Form {
    fileprivate mutating func mask(_ masking: Masking) {
        values = values.mapValues(masking.masked)
        files = files.map { $0.masked(masking) }
        words = masking.masked(words)
    }
}

extension Masking {
    fileprivate func masked(_ value: SlotValue) -> SlotValue {
        SlotValue(canonical: masked(value.canonical), words: masked(value.words))
    }
}
