import HelplineCore
import Synchronization

/// A ledger in memory that accepts everything: for rehearsals, whose mail reaches nobody.
final class RehearsalLedger: Ledger {
    private struct Kept {
        var accepted: [Reference: Timestamp] = [:]
        var conversations: [ConversationKey: StoredConversation] = [:]
    }

    private let kept = Mutex(Kept())

    /// A conversation as it was committed last; nil where none was.
    func conversation(_ key: ConversationKey) -> StoredConversation? {
        kept.withLock { $0.conversations[key] }
    }

    func load(
        _ key: ConversationKey, then: @escaping @Sendable (Result<StoredConversation?, LedgerError>) -> Void
    ) {
        then(.success(conversation(key)))
    }

    func commit(_ commit: Commit, then: @escaping @Sendable (Result<CommitOutcome, LedgerError>) -> Void) {
        let version = commit.expectedVersion + 1
        kept.withLock { kept in
            if let mail = commit.mail { kept.accepted[mail.reference] = commit.moment }
            guard let state = commit.state else { return }
            var remembered = kept.conversations[commit.key]?.remembered ?? []
            for entry in commit.rewritten {
                for index in remembered.indices where remembered[index].message == entry.message {
                    remembered[index] = entry
                }
            }
            if let entry = commit.remembered { remembered.append(entry) }
            kept.conversations[commit.key] = StoredConversation(
                version: version, state: state, remembered: remembered)
        }
        then(.success(.committed(version: version)))
    }

    func forget(_ key: ConversationKey, then: @escaping @Sendable (Result<Void, LedgerError>) -> Void) {
        kept.withLock { $0.conversations[key] = nil }
        then(.success(()))
    }

    func lookup(
        _ reference: Reference, for key: ConversationKey,
        then: @escaping @Sendable (Result<MailStatus?, LedgerError>) -> Void
    ) {
        let moment = kept.withLock { $0.accepted[reference] }
        then(.success(moment.map { MailStatus(state: .cancelled, created: $0, moment: $0, attempts: 0) }))
    }
}
