public import HelplineCore

/// Puts each mail into a Maildir, where a mail program or another mail server finds it; sends nothing itself.
///
/// Written to `tmp`, synced, renamed into `new`, and `new` synced (maildir(5)). The name is made of the reference, so
/// that a mail that comes twice stands there once, unless it was read in between.
public struct MaildirTransport: Transport {
    /// The Maildir; made with its three folders when the first mail comes, its parent must exist.
    public let folder: String
    private let backoff: Backoff
    private let files: DurableFolder

    /// A transport into a Maildir.
    public init(folder: String, backoff: Backoff = .standard) {
        self.init(folder: folder, backoff: backoff, fault: { _ in nil })
    }

    init(folder: String, backoff: Backoff = .standard, fault: @escaping @Sendable (DurableFolder.Step) -> Int32?) {
        self.folder = folder
        self.backoff = backoff
        files = DurableFolder(
            path: folder + "/new", staging: folder + "/tmp", parents: [folder, folder + "/tmp", folder + "/cur"],
            fault: fault)
    }

    /// `maildir`.
    public var name: String { "maildir" }

    /// Half a minute.
    public var leaseSeconds: Int64 { 30 }

    /// What stands in the way of every mail: the folder cannot be written.
    public var obstacle: String? { SystemCall.obstacle(toFolder: folder) }

    /// Writes the mail, else tries again by the schedule.
    public func deliver(_ mail: LeasedMail, at moment: Timestamp) -> DeliveryResult {
        let name = "\(mail.created.seconds).\(mail.reference).helpline"
        do {
            try files.write(mail.composed.bytes, to: name)
            return .delivered("\(folder)/new/\(name)")
        } catch {
            return error.result(at: "\(folder)/new/\(name)", after: mail, moment, backoff)
        }
    }
}

extension DurableFolder.Failure {
    /// What it means for the mail.
    func result(
        at path: String, after mail: LeasedMail, _ moment: Timestamp, _ backoff: Backoff
    ) -> DeliveryResult {
        switch self {
        case .occupied: .failed("\(path) exists and is not this mail: move it away and try again")
        case .system(let step, let code):
            backoff.result(
                after: mail, at: moment, reason: "\(path): cannot \(step.rawValue): \(SystemCall.message(code))")
        }
    }
}
