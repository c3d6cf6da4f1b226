import Foundation
import GRDB
import HelplineCore

/// Takes drafts of e-mails out of conversations in which nothing was said for long.
struct DraftDropper {
    /// At most so many conversations in one transaction, so that no turn waits for long.
    static let batchSize = 100

    let db: Database

    /// Drops drafts of one batch: how many conversations were looked at, and how many had a draft.
    func drop(idleSince moment: Timestamp) throws -> (seen: Int, dropped: Int) {
        let sql = """
            SELECT id, relay, name, state FROM conversations WHERE draft = 1 AND updated <= ? LIMIT \(Self.batchSize)
            """
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [moment.milliseconds])
        return (rows.count, try rows.count { try drop($0) })
    }

    private func drop(_ row: Row) throws -> Bool {
        let id: Int64 = row["id"]
        let state: Data = row["state"]
        guard let kept = try? KeptConversation(decoding: [UInt8](state)).withoutDraft() else {
            try db.cachedStatement(sql: "UPDATE conversations SET draft = 0 WHERE id = ?").execute(arguments: [id])
            return false
        }
        try db.cachedStatement(sql: "UPDATE conversations SET draft = 0, state = ? WHERE id = ?")
            .execute(arguments: [Data(kept.encoded()), id])
        try db.cachedStatement(sql: "DELETE FROM files WHERE relay = ? AND name = ?")
            .execute(arguments: [row["relay"], row["name"]])
        var replies = try ReplyMemory(db: db, conversation: id)
        for shown in try Store.remembered(db, conversation: id).compactMap({ $0.withoutDrafts() }) {
            try replies.rewrite(shown)
        }
        return true
    }
}
