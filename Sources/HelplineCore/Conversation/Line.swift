internal import PatternSet

/// One message as a turn sees it; it lives for that turn.
struct Line {
    /// Unmasked and normalised, for matching and for reading values.
    let text: NormalizedText
    /// What may be kept and shown.
    let redaction: Redaction
    /// What the message has revealed in what was kept before it.
    let masking: Masking?
    /// The bot's sentences in the language of the reply.
    let voice: Voice
    /// The command that the whole line is.
    let command: CommandTable.Found?
    /// What the line means as a question.
    let ranked: Ranker.Result

    /// The line without its secrets.
    var safe: SafeText { redaction.text }
    var knowledge: KnowledgeBase { voice.knowledge }
    var environment: Environment { voice.environment }
}

extension Conversation {
    /// Redacts, normalises, finds the language and ranks.
    mutating func read(
        _ utterance: Utterance, in environment: Environment, with knowledge: KnowledgeBase,
        using scratch: inout MatchScratch
    ) -> Line {
        let (redaction, masking) = redact(utterance.text, with: knowledge, using: &scratch)
        let text = NormalizedText(utterance.text)
        let meaning = Meaning(text, in: knowledge)
        let command = knowledge.commands.find(in: text)
        // A secret and a command's word tell nothing of the language that the user speaks.
        let isTelling = redaction.findings.isEmpty && (command == nil || locale == nil)
        let language = language(of: isTelling ? meaning : nil, in: environment, with: knowledge)
        locale = language
        let ranker = Ranker(
            knowledge: knowledge, text: text, meaning: meaning, locale: language,
            live: live.filter { $0.lastTurn >= turns && $0.end >= environment.now }.map(\.intent))
        return Line(
            text: text, redaction: redaction, masking: masking,
            voice: Voice(knowledge, locale: language, environment), command: command,
            ranked: ranker.rank(using: &scratch))
    }

    /// The language to answer in: the one asked for, else the message's, else the one before, else the user's, else the
    /// pack's.
    func language(of meaning: Meaning?, in environment: Environment, with knowledge: KnowledgeBase) -> LocaleID {
        let chain = knowledge.content.locales
        if let pinned, chain.list.contains(pinned) { return pinned }
        if let written = meaning?.language, chain.list.contains(written) { return written }
        if let locale, chain.list.contains(locale) { return locale }
        return environment.user.language.map { chain.nearest(to: $0) } ?? chain.standard
    }
}
