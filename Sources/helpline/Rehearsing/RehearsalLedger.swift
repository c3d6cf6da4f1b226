import HelplineCore
import Synchronization

/// A ledger in memory that accepts everything: for rehearsals, whose mail reaches nobody.
final class RehearsalLedger: Ledger {
    private struct Kept {
        var accepted: [Reference: Timestamp] = [:]
        var conversations: [ConversationKey: StoredConversation] = [:]
        var files: [ConversationKey: [KeptFile]] = [:]

        mutating func apply(_ change: FileChange) {
            let added = Set(change.added.map(\.number))
            let old = files[change.drawer, default: []].filter {
                change.kept.contains($0.number) && !added.contains($0.number)
            }
            files[change.drawer] = old + change.added
        }
    }

    private let kept = Mutex(Kept())
    private let shelf: MailShelf?

    /// - Parameter shelf: where the bytes of the mails go that are accepted.
    init(shelf: MailShelf? = nil) {
        self.shelf = shelf
    }

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
        if let mail = commit.mail { shelf?.keep(mail.composed.bytes) }
        kept.withLock { kept in
            if let mail = commit.mail { kept.accepted[mail.reference] = commit.moment }
            if let change = commit.files { kept.apply(change) }
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

    func files(of key: ConversationKey, then: @escaping @Sendable (Result<[KeptFile], LedgerError>) -> Void) {
        then(.success(kept.withLock { $0.files[key] ?? [] }))
    }

    func forget(_ key: ConversationKey, then: @escaping @Sendable (Result<Void, LedgerError>) -> Void) {
        kept.withLock { kept in
            kept.conversations[key] = nil
            kept.files[key] = nil
        }
        then(.success(()))
    }

    func lookup(
        _ reference: Reference, for key: ConversationKey, at moment: Timestamp,
        then: @escaping @Sendable (Result<MailStatus?, LedgerError>) -> Void
    ) {
        let moment = kept.withLock { $0.accepted[reference] }
        then(.success(moment.map { MailStatus(state: .cancelled, created: $0, moment: $0, attempts: 0) }))
    }
}
