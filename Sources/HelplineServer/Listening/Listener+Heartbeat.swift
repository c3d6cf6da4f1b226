import NIOCore
import NIOPosix

/// Whoever watches over the process learns that it hangs.
extension Listener {
    /// Lets the heart beat: the word goes from loop to loop, and one that hangs keeps it.
    func start(_ heartbeat: Heartbeat) -> RepeatedTask {
        let loops = Array(group.makeIterator())
        return loops[0].scheduleRepeatedTask(initialDelay: .zero, delay: TimeAmount(heartbeat.interval)) { _ in
            Self.pass(heartbeat, along: loops.dropFirst())
        }
    }

    private static func pass(_ heartbeat: Heartbeat, along loops: ArraySlice<any EventLoop>) {
        guard let next = loops.first else { return heartbeat.beat() }
        next.execute { pass(heartbeat, along: loops.dropFirst()) }
    }
}
