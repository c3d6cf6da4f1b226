/// Secrets in what a user writes: masked before anything is kept, and said at once.
extension Conversation {
    /// Masks a message, and in what is kept what only this message reveals.
    mutating func redact(_ text: String, with knowledge: KnowledgeBase) -> Redaction {
        var context = RedactionContext()
        context.expectsHash = keyQuestion == .expectsHash
        let redaction = Redactor.redact(text, memory: &memory, context: context)
        if !redaction.earlier.isEmpty { maskEarlier(redaction) }
        return redaction
    }

    /// 64 hexadecimal digits may be a public hash or a private key: they are masked, and the user is asked.
    mutating func askAboutKey(_ line: Line) -> Turn? {
        let voice = line.voice
        if line.redaction.isAmbiguousKey {
            keyQuestion = .asked
            return withQuestion([voice.reply(.notice, [voice.say(.hashOrKey)])], voice)
        }
        guard keyQuestion == .asked else {
            keyQuestion = .none
            return nil
        }
        keyQuestion = .none
        if Self.saysHash(line.text) {
            keyQuestion = .expectsHash
            return Turn(replies: [stamped(voice.reply(.notice, [voice.say(.hashAgain)]))])
        }
        if Self.saysKey(line.text) {
            return withQuestion([voice.reply(.notice, [voice.say(.secretSeen)])], voice)
        }
        return nil
    }

    private static func saysHash(_ text: NormalizedText) -> Bool {
        let words = text.text.lowercased()
        return ["哈希", "hash", "txid", "交易"].contains { words.contains($0) }
    }

    private static func saysKey(_ text: NormalizedText) -> Bool {
        let words = text.text.lowercased()
        return ["私钥", "key", "密钥"].contains { words.contains($0) }
    }
}
