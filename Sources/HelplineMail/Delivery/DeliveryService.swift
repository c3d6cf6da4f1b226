import Dispatch
public import HelplineCore
public import Logging
public import ServiceLifecycle
import Synchronization

/// Delivers what the outbox holds, for as long as the program runs.
///
/// One process at a time delivers from a state folder (``DeliveryLock``); a service that finds the lock taken asks for
/// it again at every interval, and so takes over when its holder ends. All blocking work is done on one thread of its
/// own.
/// Mails of this process are announced by ``wake()``; those that another process put into the same outbox are found
/// within an interval.
///
/// ```swift
/// let delivery = DeliveryService(
///     outbox: store, transport: FileTransport(folder: state + "/outbox"), stateFolder: state,
///     clock: { now() }, logger: logger)
/// let group = ServiceGroup(services: [delivery, server], gracefulShutdownSignals: [.sigterm], logger: logger)
/// ```
///
/// A group shuts down from the last service to the first, so the delivery stands before whatever accepts mails.
public final class DeliveryService: Service, Sendable {
    /// How the service spends its time.
    public struct Pace: Sendable, Equatable {
        /// The longest time in milliseconds between two looks into the outbox.
        public var interval: Int
        /// How long, in milliseconds, mails that wait are still begun after the order to shut down.
        public var grace: Int64

        /// Describes a pace.
        public init(interval: Int = 1000, grace: Int64 = 1000) {
            self.interval = interval
            self.grace = grace
        }
    }

    private let deliverer: Deliverer
    private let pace: Pace
    private let queue = DispatchQueue(label: "helpline.delivery")
    private let bell = DispatchSemaphore(value: 0)
    private let deadline = Mutex<Timestamp?>(nil)

    /// A service that has not begun.
    ///
    /// - Parameters:
    ///   - stateFolder: the folder of the lock; it must exist.
    ///   - owner: the name on the leases, different for every process on the same outbox.
    ///   - clock: the present moment.
    ///   - onLock: called each time the lock has been taken, before the first mail. Whoever held it before delivers no
    ///     more, so this is the place to take back the leases of a process that died.
    public init(
        outbox: any Outbox, transport: any Transport, stateFolder: String, owner: String, pace: Pace = Pace(),
        clock: @escaping @Sendable () -> Timestamp, logger: Logger,
        onLock: @escaping @Sendable (Timestamp) throws(LedgerError) -> Void = { _ in }
    ) {
        deliverer = Deliverer(
            outbox: outbox, transport: transport, stateFolder: stateFolder, owner: owner, clock: clock,
            logger: logger, onLock: onLock)
        self.pace = pace
    }

    /// Says that a mail was accepted; returns at once, from any thread.
    public func wake() {
        bell.signal()
    }

    /// Delivers until the task is cancelled or the group shuts down; then finishes the mail in hand, begins those that
    /// wait within the grace, and gives the lock back.
    public func run() async throws {
        await withTaskCancellationOrGracefulShutdownHandler {
            await withCheckedContinuation { continuation in
                queue.async {
                    self.loop()
                    continuation.resume()
                }
            }
        } onCancelOrGracefulShutdown: {
            self.stop()
        }
    }

    /// Takes the lock, delivers all that is due, and gives the lock back; on the caller's thread.
    ///
    /// For programs without a running service, after each mail they accepted. Where somebody else has the lock, it is
    /// asked for again as long as a mail is due, since its holder may have looked for the last time before that mail
    /// came.
    ///
    /// - Parameter patience: the longest time in milliseconds to ask.
    public func drainOnce(patience: Int = 2000) -> DrainResult {
        let pause = 20
        for _ in 0..<(patience / pause) {
            let result = drainNow()
            guard result == .heldElsewhere, let wait = try? deliverer.wait(), wait <= 0 else { return result }
            _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(pause))
        }
        return drainNow()
    }

    private func drainNow() -> DrainResult {
        do {
            let lock = try deliverer.begin()
            return withExtendedLifetime(lock) { deliverer.drain { true } }
        } catch {
            switch error {
            case .heldElsewhere: return .heldElsewhere
            case .unavailable(let reason): return .unavailable(reason, DrainResult.Counts())
            }
        }
    }

    private func stop() {
        let end = Timestamp(milliseconds: deliverer.clock().milliseconds + pace.grace)
        deadline.withLock { $0 = $0 ?? end }
        bell.signal()
    }

    /// Runs on the delivery thread until the order to stop.
    private func loop() {
        var watch = DeliveryWatch(deliverer: deliverer, interval: pace.interval)
        while true {
            let isLast = deadline.withLock { $0 != nil }
            let pause = watch.look { self.mayBegin() }
            if isLast { return }
            _ = bell.wait(timeout: .now() + .milliseconds(pause))
            // One look finds all that was announced until now.
            while bell.wait(timeout: .now()) == .success {}
        }
    }

    /// Whether a mail may still be begun.
    private func mayBegin() -> Bool {
        guard let end = deadline.withLock({ $0 }) else { return true }
        return deliverer.clock() < end
    }
}
