import HelplineCore
import Logging
import Metrics

/// Takes mails from an outbox one by one, hands them to a transport and notes what became of them.
///
/// Blocks. Whoever drains holds the lock of ``begin()``.
struct Deliverer: Sendable {
    let outbox: any Outbox
    let transport: any Transport
    let stateFolder: String
    let owner: String
    let clock: @Sendable () -> Timestamp
    let logger: Logger
    let onLock: @Sendable (Timestamp) throws(LedgerError) -> Void

    /// Takes the lock and has the outbox put in order; what waited for the operator is tried again.
    func begin() throws(DeliveryLock.Failure) -> DeliveryLock {
        let lock = try DeliveryLock(stateFolder: stateFolder)
        do {
            try onLock(clock())
            try outbox.releaseHeld(at: clock())
        } catch {
            throw .unavailable(error.description)
        }
        return lock
    }

    /// The milliseconds until a mail is due, none or less where one is due now; nil where none waits.
    ///
    /// Only reads, so that looking often takes no lock of the outbox away from those who write.
    func wait() throws(LedgerError) -> Int64? {
        guard let next = try outbox.nextDue() else { return nil }
        return next.milliseconds - clock().milliseconds
    }

    /// Tries all that is due, as long as `goesOn` says so before each mail.
    func drain(while goesOn: () -> Bool) -> DrainResult {
        var counts = DrainResult.Counts()
        do {
            while goesOn(), let mail = try outbox.lease(at: clock(), for: transport.leaseSeconds, owner: owner) {
                let result = deliver(mail)
                try outbox.settle(mail, result, at: clock())
                note(mail, result, &counts)
                if case .held(let reason) = result { return .held(reason, counts) }
            }
            return .drained(counts)
        } catch {
            return .unavailable(error.description, counts)
        }
    }

    /// Makes one try.
    ///
    /// A retry lies at least a second ahead, or a transport could keep one mail in the loop for ever.
    private func deliver(_ mail: LeasedMail) -> DeliveryResult {
        let moment = clock()
        let result = transport.deliver(mail, at: moment)
        guard case .deferred(let reason, let next) = result else { return result }
        return .deferred(reason, until: max(next, clock().advanced(bySeconds: 1)))
    }

    /// Tells the operator; the log has the reference and nothing of the user.
    private func note(_ mail: LeasedMail, _ result: DeliveryResult, _ counts: inout DrainResult.Counts) {
        let about: Logger.Metadata = [
            "reference": "\(mail.reference)", "transport": "\(transport.name)", "attempt": "\(mail.attempts + 1)",
        ]
        switch result {
        case .delivered(let place):
            counts.delivered += 1
            count("delivered")
            logger.info("mail handed over", metadata: about.merging(["to": "\(place)"]) { $1 })
        case .deferred(let reason, let next):
            counts.deferred += 1
            count("deferred")
            let more: Logger.Metadata = ["reason": "\(reason)", "next": "\(next.seconds)"]
            logger.warning("mail waits for another try", metadata: about.merging(more) { $1 })
        case .failed(let reason):
            counts.failed += 1
            count("failed")
            logger.error("mail given up", metadata: about.merging(["reason": "\(reason)"]) { $1 })
        case .held(let reason):
            count("held")
            logger.error("mail waits for the operator", metadata: about.merging(["reason": "\(reason)"]) { $1 })
        }
    }

    private func count(_ result: String) {
        Counter(
            label: "helpline_mail_tries_total", dimensions: [("result", result), ("transport", transport.name)]
        ).increment()
    }
}
