import Dispatch
import HelplineCore
import Synchronization

/// The turns that wait for the one thread that writes.
///
/// While one batch is being synced, the next one gathers: under load many turns share a sync, and a lone turn waits for
/// nobody.
final class CommitQueue: Sendable {
    /// A turn and whom to tell.
    struct Waiting: Sendable {
        var commit: Commit
        var then: @Sendable (Result<CommitOutcome, LedgerError>) -> Void
    }

    /// At most so many turns share a transaction, so that the first is not kept waiting by the last.
    static let batchSize = 256

    private struct State {
        var waiting: [Waiting] = []
        var isRunning = false
        var isFinished = false
        var batches = 0
    }

    private let state = Mutex(State())
    private let thread = DispatchQueue(label: "helpline.store.write")
    private let write: @Sendable ([Commit]) -> [Result<CommitOutcome, LedgerError>]

    /// Gives every batch to `write`, which answers each of its turns in order.
    init(write: @escaping @Sendable ([Commit]) -> [Result<CommitOutcome, LedgerError>]) {
        self.write = write
    }

    /// How many transactions there were.
    var batches: Int { state.withLock { $0.batches } }

    /// Takes a turn; false where the end has come.
    func append(_ turn: Waiting) -> Bool {
        let (isTaken, mustStart) = state.withLock { state in
            guard !state.isFinished else { return (false, false) }
            state.waiting.append(turn)
            defer { state.isRunning = true }
            return (true, !state.isRunning)
        }
        if mustStart {
            thread.async { self.run() }
        }
        return isTaken
    }

    /// Takes no more turns and blocks until those taken are told.
    func finish() {
        state.withLock { $0.isFinished = true }
        thread.sync {}
    }

    private func run() {
        while let batch = next() {
            let outcomes = write(batch.map(\.commit))
            for (turn, outcome) in zip(batch, outcomes) {
                turn.then(outcome)
            }
        }
    }

    private func next() -> [Waiting]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isRunning = false
                return nil
            }
            let batch = Array(state.waiting.prefix(Self.batchSize))
            state.waiting.removeFirst(batch.count)
            state.batches += 1
            return batch
        }
    }
}
