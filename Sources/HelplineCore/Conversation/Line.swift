internal import PatternSet

/// One message as a turn sees it; it lives for that turn.
struct Line {
    /// Unmasked and normalised, for matching and for reading values.
    let text: NormalizedText
    /// The words of that text and what each weighs.
    let meaning: Meaning
    /// What may be kept and shown.
    let redaction: Redaction
    /// What the message has revealed in what was kept before it.
    let masking: Masking?
    /// The bot's sentences in the language of the reply.
    let voice: Voice
    /// The command that the whole line is.
    let command: CommandTable.Found?
    /// What the line means as a question.
    var ranked: Ranker.Result
    /// Whether the user has said the very same just before.
    let isRepeated: Bool

    /// The line without its secrets.
    var safe: SafeText { redaction.text }
    var knowledge: KnowledgeBase { voice.knowledge }
    var environment: Environment { voice.environment }
    /// The words for somebody who may be in danger, where the line says so.
    var care: Intent? {
        guard case .answer(let found) = ranked.care.decision, let first = found.first else { return nil }
        return knowledge.intent(first.intent)
    }
    /// Whether it says hardly more than that somebody may be in danger.
    var isOnlyCry: Bool {
        guard ranked.questions.decision == .none, case .answer(let found) = ranked.care.decision,
            let match = found.first?.match
        else { return false }
        return 3 * match.count >= text.bytes.count
    }
    /// Looks at the line once more by itself.
    var ranker: Ranker {
        Ranker(knowledge: knowledge, text: text, meaning: meaning, locale: voice.locale, live: [])
    }
}

extension Conversation {
    /// Redacts, normalises, finds the language and ranks.
    mutating func read(
        _ utterance: Utterance, in environment: Environment, with knowledge: KnowledgeBase,
        using scratch: inout MatchScratch
    ) -> Line {
        let text = NormalizedText(utterance.text)
        let command = knowledge.commands.find(in: text)
        let isWhole = command?.argument.isEmpty ?? false
        let (redaction, masking) = redact(text, isCommand: isWhole, with: knowledge, using: &scratch)
        let meaning = Meaning(text, in: knowledge)
        // A command's word and a path tell nothing of the language that the user speaks.
        let isCommand = command != nil || AttachLine(utterance.text) != nil
        let spoken = spoken(redaction, meaning, isCommand: isCommand, in: environment, with: knowledge)
        let language = language(of: spoken, in: environment, with: knowledge)
        // An empty line leaves open which language is spoken.
        if !text.isEmpty { locale = language }
        var current = live.filter { $0.lastTurn >= turns && $0.end >= environment.now }.map(\.intent)
        if let topic = form?.topic, !current.contains(topic) { current.append(topic) }
        let isRepeated = !redaction.text.isEmpty && redaction.text == lastUserLine
        return Line(
            text: text, meaning: meaning, redaction: redaction, masking: masking,
            voice: Voice(knowledge, locale: language, environment), command: command,
            ranked: knowledge.understand(text, meaning, locale: language, live: current, using: &scratch),
            isRepeated: isRepeated)
    }

    /// What of a message tells the language that the user speaks.
    ///
    /// A secret and a command's word tell nothing of it. In a first message, when nothing else is known, the words
    /// around the secret do, and if there are none the secret itself.
    private func spoken(
        _ redaction: Redaction, _ meaning: Meaning, isCommand: Bool, in environment: Environment,
        with knowledge: KnowledgeBase
    ) -> Meaning? {
        guard locale == nil else { return isCommand || !redaction.findings.isEmpty ? nil : meaning }
        guard !redaction.findings.isEmpty else { return meaning }
        let rest = Meaning(NormalizedText(redaction.rest), in: knowledge)
        if rest.language != nil { return rest }
        return environment.user.language == nil ? meaning : nil
    }

    /// Whether a message says enough for another language: up to three Latin words of which most are no right words may
    /// be slips or names.
    private func isTelling(_ meaning: Meaning?, _ written: LocaleID, _ knowledge: KnowledgeBase) -> Bool {
        guard let meaning, let locale, locale != written, meaning.han == 0, meaning.latinWords <= 3 else { return true }
        // “Tx 5c1f…” is written so in every language.
        if meaning.words.allSatisfy({ $0.count > Self.longestWord || Self.labels.contains($0) }) { return false }
        return 2 * meaning.words.count { $0.count < 4 || knowledge.words.isRight(latin: $0) } >= meaning.words.count
    }

    /// What stands before a hash or an address, in whatever language is spoken.
    private static let labels = Set(
        ["tx", "txid", "txhash", "txn", "hash", "id", "transaction", "addr", "address", "to", "from", "0x"].map {
            Array($0.utf8)
        })
    /// A longer one is no word but a hash or an address.
    private static let longestWord = 25

    /// The language to answer in: the one asked for, else the message's, else the one before, else the user's, else the
    /// pack's.
    func language(of meaning: Meaning?, in environment: Environment, with knowledge: KnowledgeBase) -> LocaleID {
        let chain = knowledge.content.locales
        if let pinned, chain.list.contains(pinned) { return pinned }
        if let written = meaning?.language, chain.list.contains(written), isTelling(meaning, written, knowledge) {
            return written
        }
        if let locale, chain.list.contains(locale) { return locale }
        return environment.user.language.map { chain.nearest(to: $0) } ?? chain.standard
    }
}
