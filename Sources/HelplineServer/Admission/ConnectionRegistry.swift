import NIOCore
import Synchronization

/// The open connections of a server: how many there are, and all of them when it stops.
final class ConnectionRegistry: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var opened: UInt64 = 0
    }

    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Enters a connection and numbers it; `fits` is false where it is one too many.
    func enter(_ channel: any Channel) -> (number: UInt64, fits: Bool) {
        state.withLock { state in
            state.channels[ObjectIdentifier(channel)] = channel
            state.opened += 1
            return (state.opened, state.channels.count <= capacity)
        }
    }

    /// Strikes a closed connection off.
    func leave(_ channel: any Channel) {
        state.withLock { _ = $0.channels.removeValue(forKey: ObjectIdentifier(channel)) }
    }

    /// The connections open now.
    var channels: [any Channel] {
        state.withLock { Array($0.channels.values) }
    }
}
