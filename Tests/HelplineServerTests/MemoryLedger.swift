import Dispatch
import HelplineCore
import Synchronization

/// A ledger in memory that behaves as one on a disk does: on a thread of its own, late, in order, failing on demand.
final class MemoryLedger: Ledger {
    private struct State {
        var conversations: [ConversationKey: StoredConversation] = [:]
        var commits = 0
        var loads = 0
        var mails: [OutgoingMail] = []
    }

    private let state = Mutex(State())
    private let thread = DispatchQueue(label: "memory ledger")
    private let gate: Gate?
    private let failsAt: @Sendable (Int) -> Bool

    /// - Parameters:
    ///   - gate: what every commit has to pass.
    ///   - failsAt: whether the n-th commit, from 1, fails.
    init(gate: Gate? = nil, failsAt: @escaping @Sendable (Int) -> Bool = { _ in false }) {
        self.gate = gate
        self.failsAt = failsAt
    }

    var commits: Int { state.withLock { $0.commits } }
    var loads: Int { state.withLock { $0.loads } }
    var mails: [OutgoingMail] { state.withLock { $0.mails } }

    func stored(_ key: ConversationKey) -> StoredConversation? { state.withLock { $0.conversations[key] } }

    /// As another process does that writes the same conversation.
    func touch(_ key: ConversationKey) { state.withLock { $0.conversations[key]?.version += 1 } }

    func load(
        _ key: ConversationKey, then: @escaping @Sendable (Result<StoredConversation?, LedgerError>) -> Void
    ) {
        thread.async {
            then(
                .success(
                    self.state.withLock {
                        $0.loads += 1
                        return $0.conversations[key]
                    }))
        }
    }

    func forget(_ key: ConversationKey, then: @escaping @Sendable (Result<Void, LedgerError>) -> Void) {
        thread.async {
            self.state.withLock { _ = $0.conversations.removeValue(forKey: key) }
            then(.success(()))
        }
    }

    func commit(_ commit: Commit, then: @escaping @Sendable (Result<CommitOutcome, LedgerError>) -> Void) {
        guard let gate else { return thread.async { then(self.write(commit)) } }
        gate.pass { self.thread.async { then(self.write(commit)) } }
    }

    func lookup(
        _ reference: Reference, for key: ConversationKey, at moment: Timestamp,
        then: @escaping @Sendable (Result<MailStatus?, LedgerError>) -> Void
    ) {
        thread.async { then(.success(nil)) }
    }

    private func write(_ commit: Commit) -> Result<CommitOutcome, LedgerError> {
        state.withLock { state in
            state.commits += 1
            if failsAt(state.commits) { return .failure(LedgerError("The disk is full.")) }
            var next = state.conversations[commit.key] ?? StoredConversation(version: 0, state: [], remembered: [])
            guard next.version == commit.expectedVersion else { return .success(.conflict(version: next.version)) }
            if let mail = commit.mail { state.mails.append(mail) }
            guard let bytes = commit.state else { return .success(.committed(version: next.version)) }
            next.version += 1
            next.state = bytes
            for earlier in commit.rewritten {
                next.remembered = next.remembered.map { $0.message == earlier.message ? earlier : $0 }
            }
            if let remembered = commit.remembered { next.remembered.append(remembered) }
            state.conversations[commit.key] = next
            return .success(.committed(version: next.version))
        }
    }
}
