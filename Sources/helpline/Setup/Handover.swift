import Dispatch
import Synchronization

/// Hands one value from another thread to one that waits for it.
final class Handover<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let arrived = DispatchSemaphore(value: 0)

    /// Gives the value; once.
    func give(_ value: Value) {
        self.value.withLock { $0 = value }
        arrived.signal()
    }

    /// Waits for the value; once.
    ///
    /// Blocks the thread.
    func wait() -> Value {
        while true {
            arrived.wait()
            if let value = value.withLock({ $0 }) { return value }
        }
    }
}
