import Dispatch
import Synchronization

/// Holds back what comes to it until a test opens it, so that no test depends on how fast anything runs.
final class Gate: Sendable {
    /// What is held was handed over by its caller, and is called once, by whoever opens the gate.
    private struct State: @unchecked Sendable {
        var isOpen = false
        var arrivals = 0
        var held: [() -> Void] = []
    }

    private let state = Mutex(State())
    private let opened = DispatchGroup()

    init() {
        opened.enter()
    }

    /// How many have come, held back or not.
    var arrivals: Int { state.withLock { $0.arrivals } }

    /// Runs `body` once the gate is open: at once on this thread, or later on the one that opens it.
    func pass(_ body: sending @escaping () -> Void) {
        let isOpen = state.withLock { state in
            state.arrivals += 1
            if !state.isOpen { state.held.append(body) }
            return state.isOpen
        }
        if isOpen { body() }
    }

    /// Stops this thread until the gate is open.
    func wait() {
        state.withLock { $0.arrivals += 1 }
        opened.wait()
    }

    /// Lets everything through from now on, what was held back first and in its order.
    func open() {
        let held = state.withLock { state in
            defer { state.held = [] }
            guard !state.isOpen else { return [] as [() -> Void] }
            state.isOpen = true
            opened.leave()
            return state.held
        }
        for body in held { body() }
    }
}
