/// Plays transcripts against a partner and tells the differences.
public struct TranscriptRunner: Sendable {
    private let transcript: Transcript

    /// Prepares to play a file.
    public init(_ transcript: Transcript) {
        self.transcript = transcript
    }

    /// Plays every conversation with a partner of its own; what differs comes as errors with the place in the file.
    ///
    /// A partner that throws ends its conversation, which is an error too. A partner that is nil leaves the
    /// conversation out.
    public func run<Partner: TranscriptPartner>(
        with makePartner: (Transcript.Case) throws -> Partner?
    ) -> TranscriptRecord {
        var log = DiagnosticLog(files: [transcript.file])
        var exchanges: [[TranscriptExchange]] = []
        for conversation in transcript.cases {
            var said: [TranscriptExchange] = []
            do {
                guard var partner = try makePartner(conversation) else { continue }
                try play(conversation, with: &partner, said: &said, log: &log)
            } catch {
                log.error(.transcript, at: conversation.place, "\(conversation.name.named) cannot go on: \("\(error)")")
            }
            exchanges.append(said)
        }
        return TranscriptRecord(transcript: transcript, differences: log.finished(), exchanges: exchanges)
    }

    private func play(
        _ conversation: Transcript.Case, with partner: inout some TranscriptPartner,
        said: inout [TranscriptExchange], log: inout DiagnosticLog
    ) throws {
        var seconds = 0
        var zone: String?
        for (number, step) in conversation.steps.enumerated() {
            seconds += step.after
            zone = step.zone ?? zone
            let exchange = TranscriptExchange(
                user: step.user, replies: try partner.replies(to: step.user, after: seconds, zone: zone))
            said.append(exchange)
            var isShown = false
            for expectation in step.expectations {
                guard let difference = exchange.difference(from: expectation.kind) else { continue }
                log.error(
                    .transcript, at: expectation.place, width: expectation.width,
                    "\(conversation.name.named), step \(number + 1): \(difference)",
                    remedy: isShown ? "see what was said above" : Sentence(verbatim: exchange.shown))
                isShown = true
            }
        }
    }
}
