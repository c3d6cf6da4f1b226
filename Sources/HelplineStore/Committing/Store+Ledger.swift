import Foundation
import GRDB
public import HelplineCore

extension Store: Ledger {
    /// Reads a conversation on the reading thread, where the completion runs too.
    public func load(
        _ key: ConversationKey, then: @escaping @Sendable (Result<StoredConversation?, LedgerError>) -> Void
    ) {
        read(then) { db in
            let conversation = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT id, version, state FROM conversations WHERE relay = ? AND name = ?"),
                arguments: [key.relay, key.name])
            guard let conversation else { return nil }
            let remembered = try Self.remembered(db, conversation: conversation["id"])
            let state: Data = conversation["state"]
            return StoredConversation(
                version: conversation["version"], state: [UInt8](state), remembered: remembered)
        }
    }

    /// Puts a turn in the queue of the writing thread, where the completion runs too.
    ///
    /// Without `state` only the mail is written, and the version stays as it was. Where the turn masks what was kept
    /// before, the write-ahead log is emptied before the completion runs.
    public func commit(
        _ commit: Commit, then: @escaping @Sendable (Result<CommitOutcome, LedgerError>) -> Void
    ) {
        if !turns.append(CommitQueue.Waiting(commit: commit, then: then)) {
            reading.async { then(.failure(.closed)) }
        }
    }

    /// Takes back a mail of this conversation on the reading thread, where the completion runs too.
    public func withdraw(
        _ reference: Reference, for key: ConversationKey, at moment: Timestamp,
        then: @escaping @Sendable (Result<Bool, LedgerError>) -> Void
    ) {
        reading.async { [self] in
            guard !isClosed else { return then(.failure(.closed)) }
            then(Result { () throws(LedgerError) in try cancel(reference, of: key, at: moment) })
        }
    }

    /// Reads the files of a conversation's drafts on the reading thread, where the completion runs too.
    public func files(
        of key: ConversationKey, then: @escaping @Sendable (Result<[KeptFile], LedgerError>) -> Void
    ) {
        read(then) { db in try FileDrawer(db: db, key: key).files() }
    }

    /// Drops a conversation on the reading thread, behind the reads asked for before.
    public func forget(_ key: ConversationKey, then: @escaping @Sendable (Result<Void, LedgerError>) -> Void) {
        reading.async { [database, isClosed] in
            guard !isClosed else { return then(.failure(.closed)) }
            then(
                Result { () throws(LedgerError) in
                    try database.write { db in
                        try db.cachedStatement(sql: "DELETE FROM conversations WHERE relay = ? AND name = ?")
                            .execute(arguments: [key.relay, key.name])
                        try db.cachedStatement(sql: "DELETE FROM files WHERE relay = ? AND name = ?")
                            .execute(arguments: [key.relay, key.name])
                    }
                    database.markLogStale()
                    database.emptyStaleLog()
                })
        }
    }

    /// Looks up a mail on the reading thread, where the completion runs too.
    ///
    /// Whoever knows the reference may ask, in any conversation of the relay that accepted it: people come back in
    /// another conversation, and a reference cannot be guessed.
    public func lookup(
        _ reference: Reference, for key: ConversationKey, at moment: Timestamp,
        then: @escaping @Sendable (Result<MailStatus?, LedgerError>) -> Void
    ) {
        read(then) { [limits] db in
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM mails WHERE reference = ? AND relay = ?"),
                arguments: [reference.description, key.relay])
            guard let row else { return nil }
            var status = try MailStatus(row: row)
            if row["released"] == 0, status.state == .ready {
                let turns = try SendingQueue(db: db, limits: limits).turns(at: moment.milliseconds)
                let turn = turns[row["sequence"]].map { Timestamp(milliseconds: $0) }
                // A turn that has come waits for nobody, but for whoever delivers to look.
                status.turn = turn.flatMap { $0 > moment ? $0 : nil }
            }
            return status
        }
    }

    private func read<Value: Sendable>(
        _ then: @escaping @Sendable (Result<Value, LedgerError>) -> Void,
        _ body: @escaping @Sendable (Database) throws -> Value
    ) {
        reading.async { [database, isClosed] in
            guard !isClosed else { return then(.failure(.closed)) }
            then(Result { () throws(LedgerError) in try database.read(body) })
        }
    }

    static func remembered(_ db: Database, conversation: Int64) throws -> [RememberedReplies] {
        let sql = "SELECT message, bytes FROM replies WHERE conversation = ? ORDER BY version, position"
        var result: [RememberedReplies] = []
        for row in try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [conversation]) {
            let message: String = row["message"]
            let bytes: Data = row["bytes"]
            if result.last.map({ !$0.message.utf8.elementsEqual(message.utf8) }) ?? true {
                result.append(RememberedReplies(message: message, replies: []))
            }
            result[result.count - 1].replies.append([UInt8](bytes))
        }
        return result
    }

    /// Writes a batch in one transaction; where that fails, no turn of the batch is written.
    static func write(
        _ batch: [Commit], to database: StoreDatabase, limits: StoreLimits
    ) -> [Result<CommitOutcome, LedgerError>] {
        do {
            let outcomes = try database.write { db in
                let writer = CommitWriter(db: db, limits: limits)
                return try batch.map { commit in
                    do {
                        return Result<CommitOutcome, LedgerError>.success(try writer.write(commit))
                    } catch {
                        // Some errors end the whole transaction, and with it the turns before this one.
                        guard db.isInsideTransaction else { throw error }
                        return .failure(LedgerError(error, at: database.path))
                    }
                }
            }
            if batch.contains(where: { $0.overwrites }) { database.markLogStale() }
            database.emptyStaleLog()
            return outcomes
        } catch {
            return batch.map { _ in .failure(error) }
        }
    }
}

extension Commit {
    /// Whether something of it takes the place of what is to leave the disk too: a secret, or the file of a draft.
    fileprivate var overwrites: Bool { masksEarlier || !rewritten.isEmpty || files != nil }
}
