import HelplineCore
import HelplineStore
import Logging
import ServiceLifecycle

/// Forgets the conversations of relays that nobody has continued for long: once at the start, then every hour.
struct Housekeeping: Service {
    let store: Store
    /// How long a conversation is kept after its last message, in days.
    let days: Int
    let logger: Logger

    private static let interval = Duration.seconds(3600)

    func run() async throws {
        while !Task.isShuttingDownGracefully {
            purge()
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.interval) }
            if Task.isCancelled { return }
        }
    }

    private func purge() {
        do {
            let moment = Timestamp.now.advanced(bySeconds: -Int64(days) * 86_400)
            let count = try store.purgeConversations(idleSince: moment)
            if count > 0 { logger.info("forgot \(count) conversations of relays") }
        } catch {
            logger.error("old conversations could not be forgotten: \(error)")
        }
    }
}
