import Foundation
import GRDB
import HelplineCore

/// The replies that one conversation remembers, kept within their bounds.
struct ReplyMemory {
    /// At most so many messages are remembered.
    static let maximumMessages = 64
    /// At most so many bytes of replies.
    static let maximumBytes = 256 * 1024

    private struct Entry {
        var version: Int64
        var message: String
        var size: Int
    }

    let db: Database
    let conversation: Int64
    private var entries: [Entry] = []

    /// The memory of a conversation that has none yet.
    init(db: Database, newConversation: Int64) {
        self.db = db
        conversation = newConversation
    }

    /// Reads what a conversation remembers, without the replies themselves.
    init(db: Database, conversation: Int64) throws {
        self.db = db
        self.conversation = conversation
        let sql = """
            SELECT version, message, sum(length(bytes)) AS size FROM replies WHERE conversation = ?
            GROUP BY version ORDER BY version
            """
        entries = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [conversation]).map {
            Entry(version: $0["version"], message: $0["message"], size: $0["size"])
        }
    }

    /// Replaces the replies to a message that is remembered; one that is not is left alone.
    mutating func rewrite(_ replies: RememberedReplies) throws {
        guard let index = index(of: replies.message) else { return }
        let version = entries[index].version
        try forget(index)
        try insert(replies, version: version, at: index)
        try trim()
    }

    /// Adds the replies to the newest message and forgets the oldest ones beyond the bounds.
    mutating func remember(_ replies: RememberedReplies, version: Int64) throws {
        if let index = index(of: replies.message) { try forget(index) }
        try insert(replies, version: version, at: entries.count)
        try trim()
    }

    /// The place of a message by its id, compared byte by byte as the database does.
    private func index(of message: String) -> Int? {
        entries.firstIndex { $0.message.utf8.elementsEqual(message.utf8) }
    }

    private mutating func insert(_ replies: RememberedReplies, version: Int64, at index: Int) throws {
        guard !replies.replies.isEmpty else { return }
        let sql = "INSERT INTO replies (conversation, version, position, message, bytes) VALUES (?, ?, ?, ?, ?)"
        let statement = try db.cachedStatement(sql: sql)
        for (position, bytes) in replies.replies.enumerated() {
            try statement.execute(arguments: [conversation, version, position, replies.message, Data(bytes)])
        }
        let size = replies.replies.reduce(0) { $0 + $1.count }
        entries.insert(Entry(version: version, message: replies.message, size: size), at: index)
    }

    private mutating func forget(_ index: Int) throws {
        let entry = entries.remove(at: index)
        try db.cachedStatement(sql: "DELETE FROM replies WHERE conversation = ? AND version = ?")
            .execute(arguments: [conversation, entry.version])
    }

    private mutating func trim() throws {
        var size = entries.reduce(0) { $0 + $1.size }
        while let oldest = entries.first, entries.count > Self.maximumMessages || size > Self.maximumBytes {
            size -= oldest.size
            try forget(0)
        }
    }
}
