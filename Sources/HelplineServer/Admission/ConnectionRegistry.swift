import NIOCore
import Synchronization

/// The open connections of a server: who may come in, how many there are, and all of them when it stops.
final class ConnectionRegistry: Sendable {
    /// What is known of a connection that has come.
    struct Entry: Sendable {
        var number: UInt64
        var refusal: Admission.Refusal?
    }

    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var opened: UInt64 = 0
        var admission: Admission
    }

    private let state: Mutex<State>

    init(_ limits: ServerLimits) {
        state = Mutex(State(admission: Admission(limits)))
    }

    /// Enters a connection, numbers it, and says whether it may stay.
    func enter(_ channel: any Channel, of network: Network?) -> Entry {
        state.withLock { state in
            state.channels[ObjectIdentifier(channel)] = channel
            state.opened += 1
            return Entry(number: state.opened, refusal: state.admission.enter(network, at: .now()))
        }
    }

    /// Strikes a closed connection off.
    func leave(_ channel: any Channel, of network: Network?) {
        state.withLock { state in
            guard state.channels.removeValue(forKey: ObjectIdentifier(channel)) != nil else { return }
            state.admission.leave(network)
        }
    }

    /// The connections open now.
    var channels: [any Channel] {
        state.withLock { Array($0.channels.values) }
    }

    /// How many connections are open now.
    var count: Int { state.withLock { $0.channels.count } }
}
