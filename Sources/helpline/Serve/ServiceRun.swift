import HelplineServer
import Logging
import ServiceLifecycle
import UnixSignals

/// Runs services until a signal or a failure.
enum ServiceRun {
    /// Runs the services until a signal or a failure, on this thread.
    ///
    /// Ends with code 69 where an address is not to be had, 74 for everything else.
    static func run(_ services: [any Service], logger: Logger) throws {
        let end = Handover<(any Error)?>()
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger))
        Task {
            do {
                try await group.run()
                end.give(nil)
            } catch {
                end.give(error)
            }
        }
        let secondSignal = SecondSignal()
        defer { secondSignal.stop() }
        guard let error = end.wait() else { return }
        StandardError.say("helpline: \(error)")
        throw error is ServerError ? ExitStatus.unavailable : ExitStatus.inputOutput
    }
}
