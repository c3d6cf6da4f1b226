/// A line of the user and the replies to it.
struct TranscriptExchange {
    var user: String
    var replies: [TranscriptReply]

    private var text: String { replies.map(\.text).joined(separator: "\n") }
    private var details: [TranscriptReply.Details] { replies.compactMap(\.details) }

    /// How the exchange differs from what is expected, nil where it does not.
    func difference(from expected: Transcript.Expectation.Kind) -> Sentence? {
        if case .text(let pattern, let isWanted) = expected {
            guard pattern.isFound(in: text) != isWanted else { return nil }
            return isWanted ? "the reply lacks \(pattern.source.named)" : "the reply has \(pattern.source.named)"
        }
        guard let last = details.last else {
            // Plain lines tell nothing but the text; no reply at all differs from everything.
            return replies.isEmpty ? "there is no reply" : nil
        }
        return difference(from: expected, last)
    }

    private func difference(
        from expected: Transcript.Expectation.Kind, _ last: TranscriptReply.Details
    ) -> Sentence? {
        let mails = details.compactMap(\.mail)
        switch expected {
        case .text: return nil
        case .intent(let name):
            let answered = Set(details.compactMap(\.intent)).sorted()
            if name.map(answered.contains) ?? answered.isEmpty { return nil }
            return "the intent is \(answered.isEmpty ? "none" : answered.listed(.and)), not \((name ?? "none").named)"
        case .slot(let name):
            if last.slot == name { return nil }
            return "the question is \((last.slot ?? "none").named), not \((name ?? "none").named)"
        case .state(let name):
            return last.state == name ? nil : "the state is \(last.state.named), not \(name.named)"
        case .mail(let isWanted):
            let isSent = !mails.isEmpty || details.contains { $0.state == "sent" }
            return isSent == isWanted ? nil : isWanted ? "no mail was accepted" : "a mail was accepted"
        case .mailText(let pattern):
            if mails.isEmpty { return "no mail was accepted" }
            return mails.contains(where: pattern.isFound) ? nil : "the mail lacks \(pattern.source.named)"
        }
    }

    /// The exchange as it went, a line each.
    var shown: String {
        let said = text.split(separator: "\n").map { "bot:  " + String($0).shown(200) }
        return (["user: " + user.shown(200)] + (said.isEmpty ? ["bot:  (nothing)"] : said)).joined(separator: "\n")
    }
}
