import HelplineCore
import HelplineStore
import Logging
import ServiceLifecycle

/// Erases what has been kept long enough: drafts that nobody goes on with every minute, all else every hour; and gives
/// back the memory that a flood has left.
///
/// The first time a minute after the start: whoever opens the state folder has erased what came of age before.
struct Housekeeping: Service {
    let store: Store
    let retention: Retention
    let logger: Logger

    private static let interval = Duration.seconds(60)
    private static let minutesOfRound = 60

    func run() async throws {
        for minute in 1... {
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.interval) }
            if Task.isCancelled || Task.isShuttingDownGracefully { return }
            tidy(all: minute.isMultiple(of: Self.minutesOfRound))
            MemoryArenas.giveBack()
        }
    }

    private func tidy(all: Bool) {
        do {
            let drafts = try store.dropDrafts(idleSince: Timestamp.now.advanced(bySeconds: -Conversation.draftLife))
            if drafts > 0 { logger.info("dropped \(drafts) drafts that nobody went on with") }
            guard all else { return }
            let count = try store.purge(retention, at: .now)
            if count > 0 { logger.info("forgot \(count) conversations of relays") }
        } catch {
            logger.error("what is old could not be erased: \(error)")
        }
    }
}
