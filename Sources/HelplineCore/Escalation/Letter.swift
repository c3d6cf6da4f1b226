/// The mail in words: subject and body in the team's language, the user's words untouched.
///
/// Facts first, the user's own words indented below, so that nothing in them stands at the start of a line.
struct Letter {
    let recipient: String
    let replyTo: SafeText?
    let name: SafeText?
    let subject: SafeText
    let body: SafeText
    let transcript: Escalation.Transcript?
    /// The transcript as the preview shows it.
    let outline: SafeText
    let redactions: Int
    let contentHash: UInt64

    private static let subjectLimit = 60

    /// - Parameters:
    ///   - isWhole: whether the history is all that was said.
    ///   - language: the language of the letter; without one the team's.
    ///   - byOwnHand: whether the user sends it from a mailbox of the own, so that it says nothing of the helper.
    init(
        _ form: Form, history: [Conversation.HistoryLine], isWhole: Bool, redactions: Int, voice: Voice,
        language: LocaleID? = nil, byOwnHand: Bool = false
    ) {
        let content = voice.knowledge.content
        let mailbox = voice.environment.mailbox
        let team = Voice(
            voice.knowledge, locale: language ?? mailbox.language ?? content.locales.standard, voice.environment)
        let writer = LetterWriter(form: form, team: team, user: voice, history: history, isWhole: isWhole)
        recipient = mailbox.recipients[writer.category] ?? mailbox.recipients[""] ?? content.address
        replyTo = form.values["contact"]?.canonical
        name = writer.name
        subject = writer.subject.cut(to: Self.subjectLimit)
        self.redactions = redactions
        body = byOwnHand ? writer.bodyByOwnHand : writer.body(redactions: redactions)
        transcript = writer.transcript()
        outline = writer.outline
        contentHash = writer.contentHash
    }

    /// The markers that stand in the mail and its transcript in place of secrets, each once: what was removed, by its
    /// kind.
    var markers: [SafeText] {
        let texts = [body.string, transcript?.text.string ?? ""]
        let all = [RedactionMarkers.chinese, .english].flatMap { markers in SecretKind.allCases.map { markers[$0] } }
        return all.filter { marker in texts.contains { $0.contains(marker.string) } }
    }

    /// The mail as the rim submits it.
    func escalation(_ form: Form, _ voice: Voice) -> Escalation {
        let topic = form.topic.flatMap { voice.knowledge.intent($0) }
        var escalation = Escalation(
            category: topic?.escalation?.category ?? voice.knowledge.content.email.standardCategory,
            urgent: topic?.escalation?.urgency == .high, intent: topic?.reported, recipient: recipient,
            replyTo: replyTo, name: name, language: voice.locale,
            subject: subject, body: body, transcript: transcript, redactions: redactions, contentHash: contentHash)
        escalation.parent = form.parent
        escalation.files = form.files.map { Escalation.File($0) }
        return escalation
    }
}
