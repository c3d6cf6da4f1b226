import ServiceLifecycle
import UnixSignals

/// Reads the pack anew at every SIGHUP.
struct ReloadSignal: Service {
    let reloader: PackReloader

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { reloader.reload() }
    }
}
