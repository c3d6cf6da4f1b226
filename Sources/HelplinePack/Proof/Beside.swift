internal import Dispatch
internal import Foundation
internal import Synchronization

/// A value that is worked out on another thread while this one goes on.
///
/// On a thread of its own and not on a shared queue, where work that waits for a disk could stand before it.
package final class Beside<Value: Sendable>: Sendable {
    private let result = Mutex<Value?>(nil)
    private let work = DispatchGroup()

    /// Begins at once.
    package init(_ make: @escaping @Sendable () -> Value) {
        work.enter()
        Thread.detachNewThread { [self] in
            let value = make()
            result.withLock { $0 = value }
            work.leave()
        }
    }

    /// The value; waits until it is there.
    ///
    /// It is there after the first wait; the loop takes the place of an unwrapping that could trap.
    package var value: Value {
        while true {
            work.wait()
            if let value = result.withLock({ $0 }) { return value }
        }
    }
}
