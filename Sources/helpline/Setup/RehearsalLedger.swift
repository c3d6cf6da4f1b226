import HelplineCore
import Synchronization

/// A ledger that accepts everything and keeps nothing but references: for rehearsals, whose mail reaches nobody.
final class RehearsalLedger: Ledger {
    private let accepted = Mutex<[Reference: Timestamp]>([:])

    func load(
        _ key: ConversationKey, then: @escaping @Sendable (Result<StoredConversation?, LedgerError>) -> Void
    ) {
        then(.success(nil))
    }

    func commit(_ commit: Commit, then: @escaping @Sendable (Result<CommitOutcome, LedgerError>) -> Void) {
        if let mail = commit.mail { accepted.withLock { $0[mail.reference] = commit.moment } }
        then(.success(.committed(version: commit.expectedVersion + 1)))
    }

    func forget(_ key: ConversationKey, then: @escaping @Sendable (Result<Void, LedgerError>) -> Void) {
        then(.success(()))
    }

    func lookup(
        _ reference: Reference, for key: ConversationKey,
        then: @escaping @Sendable (Result<MailStatus?, LedgerError>) -> Void
    ) {
        let moment = accepted.withLock { $0[reference] }
        then(.success(moment.map { MailStatus(state: .cancelled, created: $0, moment: $0, attempts: 0) }))
    }
}
