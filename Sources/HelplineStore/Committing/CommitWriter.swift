import Foundation
import GRDB
import HelplineCore

/// Writes one turn inside the transaction of its batch.
struct CommitWriter {
    let db: Database
    let limits: StoreLimits

    /// Writes the turn in a savepoint of its own; an outcome other than committed, or an error, leaves nothing of it.
    func write(_ commit: Commit) throws -> CommitOutcome {
        var outcome = CommitOutcome.committed(version: commit.expectedVersion)
        try db.inSavepoint {
            outcome = try writeRows(commit)
            if case .committed = outcome { return .commit }
            return .rollback
        }
        return outcome
    }

    private func writeRows(_ commit: Commit) throws -> CommitOutcome {
        var version = commit.expectedVersion
        if let state = commit.state {
            switch try writeConversation(commit, state) {
            case .success(let next): version = next
            case .failure(let conflict): return .conflict(version: conflict.version)
            }
        }
        if let change = commit.files {
            let drawer = FileDrawer(db: db, key: change.drawer)
            guard try drawer.apply(change, limit: limits.bytes, at: commit.moment) else { return .filesFull }
        }
        if let mail = commit.mail {
            let admission = MailAdmission(db: db, limits: limits, key: commit.key, moment: commit.moment)
            if let refusal = try admission.admit(mail) { return refusal }
        }
        return .committed(version: version)
    }

    private struct Conflict: Error {
        var version: Int64
    }

    /// Writes state and replies where the version is still the expected one; the result is the new version.
    private func writeConversation(_ commit: Commit, _ state: [UInt8]) throws -> Result<Int64, Conflict> {
        let current = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT id, version FROM conversations WHERE relay = ? AND name = ?"),
            arguments: [commit.key.relay, commit.key.name])
        let found: Int64 = current?["version"] ?? 0
        guard found == commit.expectedVersion else { return .failure(Conflict(version: found)) }
        let next = found + 1
        var replies: ReplyMemory
        if let current {
            replies = try ReplyMemory(db: db, conversation: current["id"])
            try db.cachedStatement(
                sql: "UPDATE conversations SET version = ?, updated = ?, state = ?, draft = ? WHERE id = ?"
            ).execute(
                arguments: [next, commit.moment.milliseconds, Data(state), commit.hasDraft, replies.conversation])
        } else {
            try db.cachedStatement(
                sql: """
                    INSERT INTO conversations (relay, name, version, updated, state, draft) VALUES (?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                commit.key.relay, commit.key.name, next, commit.moment.milliseconds, Data(state), commit.hasDraft,
            ])
            replies = ReplyMemory(db: db, newConversation: db.lastInsertedRowID)
        }
        for earlier in commit.rewritten { try replies.rewrite(earlier) }
        if let remembered = commit.remembered { try replies.remember(remembered, version: next) }
        return .success(next)
    }
}
