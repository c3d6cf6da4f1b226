/// The other side of a transcript: a conversation in this process, or one behind a connection.
public protocol TranscriptPartner {
    /// Says a line and gives all replies to it, in order.
    ///
    /// - Parameters:
    ///   - line: what the user types.
    ///   - seconds: how much time has passed since the conversation began.
    ///   - zone: the IANA name of the user's zone, nil where the transcript names none.
    mutating func replies(to line: String, after seconds: Int, zone: String?) throws -> [TranscriptReply]
}

/// A reply as a transcript sees it.
public struct TranscriptReply: Sendable, Equatable {
    /// What is known of a reply beyond its text.
    public struct Details: Sendable, Equatable {
        /// The FAQ that is answered.
        public var intent: String?
        /// The question that is pending.
        public var slot: String?
        /// What the conversation waits for, such as `idle`.
        public var state: String
        /// The mail that was accepted, subject and text.
        public var mail: String?

        /// Describes a reply.
        public init(intent: String? = nil, slot: String? = nil, state: String, mail: String? = nil) {
            self.intent = intent
            self.slot = slot
            self.state = state
            self.mail = mail
        }
    }

    /// What the bot says.
    public var text: String
    /// What else is known; nil over plain lines, where only the text is compared.
    public var details: Details?

    /// Describes a reply.
    public init(_ text: String, details: Details? = nil) {
        self.text = text
        self.details = details
    }
}

/// Plays transcripts against a partner and tells the differences.
public struct TranscriptRunner: Sendable {
    private let transcript: Transcript

    /// Prepares to play a file.
    public init(_ transcript: Transcript) {
        self.transcript = transcript
    }

    /// Plays every conversation with a partner of its own; what differs comes as errors with the place in the file.
    ///
    /// A partner that throws ends its conversation, which is an error too.
    public func run<Partner: TranscriptPartner>(
        with makePartner: (Transcript.Case) throws -> Partner
    ) -> [Diagnostic] {
        var log = DiagnosticLog(files: [transcript.file])
        for conversation in transcript.cases {
            do {
                var partner = try makePartner(conversation)
                try play(conversation, with: &partner, log: &log)
            } catch {
                log.error(.transcript, at: conversation.place, "\(conversation.name.named) cannot go on: \(error)")
            }
        }
        return log.finished()
    }

    private func play(
        _ conversation: Transcript.Case, with partner: inout some TranscriptPartner, log: inout DiagnosticLog
    ) throws {
        var seconds = 0
        var zone: String?
        for (number, step) in conversation.steps.enumerated() {
            seconds += step.after
            zone = step.zone ?? zone
            let exchange = TranscriptExchange(
                user: step.user, replies: try partner.replies(to: step.user, after: seconds, zone: zone))
            for expectation in step.expectations {
                guard let difference = exchange.difference(from: expectation.kind) else { continue }
                log.error(
                    .transcript, at: expectation.place, width: expectation.width,
                    "\(conversation.name.named), step \(number + 1): \(difference)", remedy: exchange.shown)
            }
        }
    }
}

/// A line of the user and the replies to it.
struct TranscriptExchange {
    var user: String
    var replies: [TranscriptReply]

    private var text: String { replies.map(\.text).joined(separator: "\n") }
    private var details: [TranscriptReply.Details] { replies.compactMap(\.details) }

    /// How the exchange differs from what is expected, nil where it does not.
    func difference(from expected: Transcript.Expectation.Kind) -> String? {
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
    ) -> String? {
        let mails = details.compactMap(\.mail)
        switch expected {
        case .text: return nil
        case .intent(let name):
            let answered = Set(details.compactMap(\.intent)).sorted()
            if name.map(answered.contains) ?? answered.isEmpty { return nil }
            return "the intent is \(answered.isEmpty ? "none" : answered.listed("and")), not \((name ?? "none").named)"
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
