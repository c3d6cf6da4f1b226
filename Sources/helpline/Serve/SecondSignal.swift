import Dispatch
import Glibc

/// Ends the program at once when it is told to end a second time: whoever says it twice does not want to wait.
///
/// What was confirmed is durable already; only last words are lost.
struct SecondSignal {
    private let sources: [any DispatchSourceSignal]

    init() {
        let queue = DispatchQueue(label: "helpline.signals")
        nonisolated(unsafe) var heard = 0
        sources = [SIGTERM, SIGINT].map { signal in
            let source = DispatchSource.makeSignalSource(signal: signal, queue: queue)
            // All of them run on the one queue.
            source.setEventHandler {
                heard += 1
                if heard >= 2 { _exit(128 + signal) }
            }
            source.resume()
            return source
        }
    }

    /// Listens no more.
    func stop() {
        for source in sources { source.cancel() }
    }
}
