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
                log.error(.transcript, at: conversation.place, "\(conversation.name.named) cannot go on: \("\(error)")")
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
                    "\(conversation.name.named), step \(number + 1): \(difference)",
                    remedy: Sentence(verbatim: exchange.shown))
            }
        }
    }
}
