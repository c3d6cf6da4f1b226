public import HelplineCore

/// Writes each mail to a file of its own, `FOLDER/REFERENCE.eml`, and sends nothing.
///
/// The file appears whole or not at all: it is written as `REFERENCE.eml.part` with mode 0600, synced, renamed, and its
/// folder synced. A file that stands there already with the same bytes is the same mail and counts as delivered.
public struct FileTransport: Transport {
    /// The folder of the files; made with mode 0700 when the first mail comes, its parent must exist.
    public let folder: String
    /// When a mail that could not be written is tried again.
    public let backoff: Backoff
    let files: DurableFolder

    /// A transport into a folder.
    public init(folder: String, backoff: Backoff = .standard) {
        self.init(folder: folder, backoff: backoff, fault: { _ in nil })
    }

    init(folder: String, backoff: Backoff = .standard, fault: @escaping @Sendable (DurableFolder.Step) -> Int32?) {
        self.folder = folder
        self.backoff = backoff
        files = DurableFolder(path: folder, fault: fault)
    }

    /// `file`.
    public var name: String { "file" }

    /// Half a minute.
    public var leaseSeconds: Int64 { 30 }

    /// What stands in the way of every mail: the folder cannot be written.
    public var obstacle: String? { SystemCall.obstacle(toFolder: folder) }

    /// Writes the mail; fails for good where another file has its name, else tries again by the schedule.
    public func deliver(_ mail: LeasedMail, at moment: Timestamp) -> DeliveryResult {
        let path = "\(folder)/\(mail.reference).eml"
        do {
            try files.write(mail.composed.bytes, to: "\(mail.reference).eml")
            return .delivered(path)
        } catch {
            return error.result(at: path, after: mail, moment, backoff)
        }
    }
}
