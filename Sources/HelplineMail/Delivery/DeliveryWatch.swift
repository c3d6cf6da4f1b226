import HelplineCore
import Logging

/// What the delivery thread keeps from one look into the outbox to the next: the lock, and the trouble already logged.
struct DeliveryWatch {
    private let deliverer: Deliverer
    private let interval: Int
    private var lock: DeliveryLock?
    private var trouble: String?
    private var heldUntil: Timestamp?
    /// How long, in seconds, nothing is tried after a fault that concerns every mail.
    static let pauseWhenHeld: Int64 = 900
    /// In milliseconds, so that no outbox can keep the thread busy.
    private static let shortestPause: Int64 = 20

    /// A watch that holds no lock yet.
    init(deliverer: Deliverer, interval: Int) {
        self.deliverer = deliverer
        self.interval = interval
    }

    /// Delivers what is due, where the lock can be had; gives the milliseconds until the next look.
    mutating func look(while goesOn: () -> Bool) -> Int {
        guard takeLock() else { return interval }
        do throws(LedgerError) {
            guard try mayTry() else { return interval }
            if let wait = try deliverer.wait(), wait <= 0 {
                switch deliverer.drain(while: goesOn) {
                case .unavailable(let reason, _): throw LedgerError(reason)
                case .held(let reason, _):
                    heldUntil = deliverer.clock().advanced(bySeconds: Self.pauseWhenHeld)
                    throw LedgerError(reason)
                case .drained, .heldElsewhere: break
                }
            }
            let wait = try deliverer.wait() ?? Int64(interval)
            report(nil)
            return Int(min(max(wait, Self.shortestPause), Int64(interval)))
        } catch {
            report(error.description)
            return interval
        }
    }

    /// Whether nothing holds the queue: either nothing did, or its time is over, or the operator has released what
    /// waited.
    private mutating func mayTry() throws(LedgerError) -> Bool {
        guard let end = heldUntil else { return true }
        if deliverer.clock() < end, try deliverer.outbox.hasHeld() { return false }
        try deliverer.outbox.releaseHeld(at: deliverer.clock())
        heldUntil = nil
        return true
    }

    private mutating func takeLock() -> Bool {
        if lock != nil { return true }
        do {
            lock = try deliverer.begin()
            deliverer.logger.debug("delivering from this outbox")
            return true
        } catch {
            switch error {
            case .heldElsewhere: report("another process delivers from this outbox", .notice)
            case .unavailable(let reason): report(reason)
            }
            return false
        }
    }

    /// Logs a trouble when it begins or changes, not at every look.
    private mutating func report(_ reason: String?, _ level: Logger.Level = .error) {
        guard reason != trouble else { return }
        trouble = reason
        if let reason {
            deliverer.logger.log(level: level, "no mail is delivered", metadata: ["reason": "\(reason)"])
        }
    }
}
