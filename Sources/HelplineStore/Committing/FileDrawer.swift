import Foundation
import GRDB
import HelplineCore

/// The files of one conversation's drafts.
struct FileDrawer {
    let db: Database
    let key: ConversationKey

    /// Erases what is not kept and adds what is new; false where there is no room for it.
    func apply(_ change: FileChange, limit: Int?, at moment: Timestamp) throws -> Bool {
        let kept = Set(change.kept).subtracting(change.added.map(\.number))
        for number in try numbers() where !kept.contains(number) {
            try db.cachedStatement(sql: "DELETE FROM files WHERE relay = ? AND name = ? AND number = ?")
                .execute(arguments: [key.relay, key.name, number])
        }
        guard !change.added.isEmpty else { return true }
        let size = change.added.reduce(0) { $0 + $1.bytes.count }
        if let limit, try taken() + size > limit { return false }
        for file in change.added {
            let sql = "INSERT INTO files (relay, name, number, created, size, bytes) VALUES (?, ?, ?, ?, ?, ?)"
            try db.cachedStatement(sql: sql).execute(arguments: [
                key.relay, key.name, file.number, moment.milliseconds, file.bytes.count, Data(file.bytes),
            ])
        }
        return true
    }

    /// The files that are kept.
    func files() throws -> [KeptFile] {
        let sql = "SELECT number, bytes FROM files WHERE relay = ? AND name = ? ORDER BY number"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [key.relay, key.name]).map { row in
            let bytes: Data = row["bytes"]
            return KeptFile(number: row["number"], bytes: [UInt8](bytes))
        }
    }

    private func numbers() throws -> [Int] {
        try Int.fetchAll(
            db.cachedStatement(sql: "SELECT number FROM files WHERE relay = ? AND name = ?"),
            arguments: [key.relay, key.name])
    }

    /// Bytes of all files and mails; SQLite knows the length of a blob without reading it.
    private func taken() throws -> Int {
        let sql = """
            SELECT (SELECT coalesce(sum(size), 0) FROM files)
                + (SELECT coalesce(sum(length(bytes)), 0) FROM mails WHERE bytes IS NOT NULL)
            """
        return try Int.fetchOne(db.cachedStatement(sql: sql)) ?? 0
    }
}
