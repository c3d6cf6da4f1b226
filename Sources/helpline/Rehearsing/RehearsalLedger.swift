import HelplineCore
import Synchronization

/// A ledger that accepts everything and keeps, in memory, references and the files of drafts: for rehearsals, whose mail
/// reaches nobody.
final class RehearsalLedger: Ledger {
    private let shelf: MailShelf?
    private let accepted = Mutex<[Reference: Timestamp]>([:])
    private let drafts = Mutex<[ConversationKey: [KeptFile]]>([:])

    /// - Parameter shelf: where the bytes of the mails go that are accepted.
    init(shelf: MailShelf? = nil) {
        self.shelf = shelf
    }

    func load(
        _ key: ConversationKey, then: @escaping @Sendable (Result<StoredConversation?, LedgerError>) -> Void
    ) {
        then(.success(nil))
    }

    func commit(_ commit: Commit, then: @escaping @Sendable (Result<CommitOutcome, LedgerError>) -> Void) {
        if let mail = commit.mail {
            accepted.withLock { $0[mail.reference] = commit.moment }
            shelf?.keep(mail.composed.bytes)
        }
        if let change = commit.files {
            drafts.withLock { drafts in
                let added = Set(change.added.map(\.number))
                let kept = drafts[change.drawer, default: []].filter {
                    change.kept.contains($0.number) && !added.contains($0.number)
                }
                drafts[change.drawer] = kept + change.added
            }
        }
        then(.success(.committed(version: commit.expectedVersion + 1)))
    }

    func files(of key: ConversationKey, then: @escaping @Sendable (Result<[KeptFile], LedgerError>) -> Void) {
        then(.success(drafts.withLock { $0[key] ?? [] }))
    }

    func forget(_ key: ConversationKey, then: @escaping @Sendable (Result<Void, LedgerError>) -> Void) {
        drafts.withLock { $0[key] = nil }
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
