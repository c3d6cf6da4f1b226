import HelplineCore
import HelplineMail
import Synchronization

/// A transport that does what a test says and remembers what it was given.
final class ScriptedTransport: Transport {
    private let delivered = Mutex<[Reference]>([])
    private let script: @Sendable (LeasedMail, Timestamp) -> DeliveryResult

    init(_ script: @escaping @Sendable (LeasedMail, Timestamp) -> DeliveryResult) {
        self.script = script
    }

    var name: String { "test" }

    var leaseSeconds: Int64 { 60 }

    /// The mails in the order in which their tries ended.
    var log: [Reference] { delivered.withLock { $0 } }

    func deliver(_ mail: LeasedMail, at moment: Timestamp) -> DeliveryResult {
        let result = script(mail, moment)
        delivered.withLock { $0.append(mail.reference) }
        return result
    }
}
