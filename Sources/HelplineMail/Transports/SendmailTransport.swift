public import HelplineCore

/// Gives each mail to this machine's mail server by its `sendmail` command, which queues it and takes care of the rest.
///
/// The recipient is an argument, never read from the header (`-t`), and no shell sees it.
public struct SendmailTransport: Transport {
    /// The command's path.
    public let path: String
    private let backoff: Backoff
    private let seconds: Int64

    /// A transport by a command.
    public init(path: String = "/usr/sbin/sendmail", backoff: Backoff = .standard, seconds: Int64 = 300) {
        self.path = path
        self.backoff = backoff
        self.seconds = seconds
    }

    /// `sendmail`.
    public var name: String { "sendmail" }

    /// Five minutes more than the longest try.
    public var leaseSeconds: Int64 { seconds + 300 }

    /// What stands in the way of every mail: there is no such command.
    public var obstacle: String? {
        SystemCall.isExecutable(path) ? nil : "\(path) is no program that can be started"
    }

    /// Starts the command; only its exit code 0 counts, the others are those of sysexits(3).
    public func deliver(_ mail: LeasedMail, at moment: Timestamp) -> DeliveryResult {
        let composed = mail.composed
        let child = ChildProcess(path: path, arguments: ["-i", "-f", composed.sender, "--", composed.recipient])
        let result = child.run(input: Self.withLineFeeds(composed.bytes), seconds: seconds)
        switch result.ending {
        case .exited(0): return .delivered(path)
        case .notStarted(let code): return .held("\(path) cannot be started: \(SystemCall.message(code))")
        case .exited(let code):
            let words = result.lastLine.headerText(limit: 300)
            let reason = "\(path) ended with code \(code)" + (words.isEmpty ? ", without a word" : ": \(words)")
            switch code {
            case 65, 67, 68: return .failed(reason)
            case 64, 77, 78, 126, 127: return .held(reason)
            default: return backoff.result(after: mail, at: moment, reason: reason)
            }
        case .signalled(let signal):
            return backoff.result(after: mail, at: moment, reason: "\(path) was ended by signal \(signal)")
        case .timedOut:
            return backoff.result(after: mail, at: moment, reason: "\(path) took longer than \(seconds) seconds")
        }
    }

    /// The mail with the line ends of this machine, as local commands expect them.
    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            let endsLine = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            if !endsLine { result.append(byte) }
        }
        return result
    }
}
