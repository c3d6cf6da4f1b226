import NIOCore
import Synchronization

/// A clock that a test moves by hand, so that a server waits for minutes and the test for nothing.
final class HandClock: Sendable {
    private let time = Mutex(NIODeadline.uptimeNanoseconds(1_000_000_000_000))

    /// The time it shows.
    var now: NIODeadline { time.withLock { $0 } }

    /// Lets so much time go by at once.
    func advance(by amount: Duration) { time.withLock { $0 = $0 + TimeAmount(amount) } }
}
