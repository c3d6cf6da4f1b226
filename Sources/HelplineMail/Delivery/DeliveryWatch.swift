import HelplineCore
import Logging

/// What the delivery thread keeps from one look into the outbox to the next: the lock, and the trouble already logged.
struct DeliveryWatch {
    private let deliverer: Deliverer
    private let stateFolder: String
    private let interval: Int
    private var lock: DeliveryLock?
    private var trouble: String?

    /// A watch that holds no lock yet.
    init(deliverer: Deliverer, stateFolder: String, interval: Int) {
        self.deliverer = deliverer
        self.stateFolder = stateFolder
        self.interval = interval
    }

    /// Delivers what is due, where the lock can be had; gives the milliseconds until the next look.
    mutating func look(while goesOn: () -> Bool) -> Int {
        guard takeLock() else { return interval }
        if case .unavailable(let reason, _) = deliverer.drain(while: goesOn) {
            report(reason)
            return interval
        }
        do {
            let next = try deliverer.outbox.nextDue()
            report(nil)
            return pause(until: next)
        } catch {
            report(error.description)
            return interval
        }
    }

    private mutating func takeLock() -> Bool {
        if lock != nil { return true }
        do {
            lock = try DeliveryLock(stateFolder: stateFolder)
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

    private func pause(until next: Timestamp?) -> Int {
        guard let next else { return interval }
        let wait = next.milliseconds - deliverer.clock().milliseconds
        return Int(min(max(wait, 20), Int64(interval)))
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
