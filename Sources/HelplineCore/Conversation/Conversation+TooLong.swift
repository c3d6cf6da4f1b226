extension Conversation {
    /// What is said of a message that was too long to be read; nothing changes by it.
    ///
    /// - Parameter limit: the longest message in bytes, which the pack's sentence may name as `{{limit}}`.
    public func tooLongReply(limit: Int, in environment: Environment, with knowledge: KnowledgeBase) -> Reply {
        let voice = Voice(knowledge, locale: locale ?? knowledge.content.locales.standard, environment)
        let words = inKnownLanguage(.tooLong, voice, ["limit": SafeText(trusting: "\(limit)")])
        return stamped(voice.reply(.notice, [words]))
    }
}
