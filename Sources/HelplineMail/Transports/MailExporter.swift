public import HelplineCore

/// Copies mails out of the outbox, each to a file of its own.
public struct MailExporter: Sendable {
    private let folder: String
    private let files: DurableFolder

    /// An exporter into a folder, which is made with the first mail.
    public init(folder: String) {
        self.folder = folder
        files = DurableFolder(path: folder) { _ in nil }
    }

    /// Writes `FOLDER/REFERENCE.eml`, mode 0600, whole or not at all.
    public func export(_ reference: Reference, _ bytes: [UInt8]) throws(TransportError) {
        let name = "\(reference).eml"
        do {
            try files.write(bytes, to: name)
        } catch {
            switch error {
            case .occupied: throw TransportError("\(folder)/\(name) exists and is not this mail")
            case .system(let step, let code):
                throw TransportError("\(folder)/\(name): cannot \(step.rawValue): \(SystemCall.message(code))")
            }
        }
    }
}
