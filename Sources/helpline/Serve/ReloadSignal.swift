import Dispatch
import ServiceLifecycle
import UnixSignals

/// Reads the pack anew at every SIGHUP.
struct ReloadSignal: Service {
    let reloader: PackReloader

    func run() async throws {
        let thread = DispatchQueue(label: "helpline.reload")
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            thread.async { _ = reloader.reload() }
        }
    }
}
