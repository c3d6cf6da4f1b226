import GRDB
public import HelplineCore

/// What is kept only for a time. Each call blocks; what it takes is overwritten in the file and
/// leaves the log with the next checkpoint, at once where nobody reads.
extension Store {
    /// Takes the content of mails that ended before `moment`: bytes, subject, addresses.
    ///
    /// Reference, state, times and the hash stay, so that their state can still be told.
    ///
    /// - Returns: how many mails were emptied.
    @discardableResult
    public func purgeMails(endedBefore moment: Timestamp) throws(LedgerError) -> Int {
        try purge(
            """
            UPDATE mails SET bytes = NULL, subject = '', sender = '', recipient = '', reply_to = NULL, detail = ''
            WHERE finished < ? AND bytes IS NOT NULL
            """, moment)
    }

    /// Forgets whence mails came that were first tried before `moment`: it counts for an hour.
    ///
    /// - Returns: of how many mails it was forgotten.
    @discardableResult
    public func purgeSources(triedBefore moment: Timestamp) throws(LedgerError) -> Int {
        try purge("UPDATE mails SET source = '' WHERE released > 0 AND released < ? AND source <> ''", moment)
    }

    /// Forgets conversations that nobody has continued since `moment`, with their replies; their mails stay.
    ///
    /// - Returns: how many conversations were forgotten.
    @discardableResult
    public func purgeConversations(idleSince moment: Timestamp) throws(LedgerError) -> Int {
        try purge("DELETE FROM conversations WHERE updated < ?", moment)
    }

    /// Erases the files of drafts that were given before `moment`; a draft then tells that they are gone.
    ///
    /// - Returns: how many files were erased.
    @discardableResult
    public func purgeFiles(givenBefore moment: Timestamp) throws(LedgerError) -> Int {
        try purge("DELETE FROM files WHERE created < ?", moment)
    }

    /// Drops the drafts of e-mails that nobody has gone on with since `moment`, with their files; the conversations
    /// stay.
    ///
    /// Their version stays too: whoever holds such a conversation in memory drops its draft at the next message.
    ///
    /// - Returns: how many conversations had one.
    @discardableResult
    public func dropDrafts(idleSince moment: Timestamp) throws(LedgerError) -> Int {
        var count = 0
        while true {
            let (seen, dropped) = try database.write { try DraftDropper(db: $0).drop(idleSince: moment) }
            count += dropped
            if seen < DraftDropper.batchSize { return emptyLog(after: count) }
        }
    }

    private func purge(_ sql: String, _ moment: Timestamp) throws(LedgerError) -> Int {
        let count = try database.write { db in
            try db.execute(sql: sql, arguments: [moment.milliseconds])
            return db.changesCount
        }
        return emptyLog(after: count)
    }

    /// Lets what was erased leave the log too, now or with a later call; gives how much it was.
    private func emptyLog(after count: Int) -> Int {
        if count > 0 { database.markLogStale() }
        database.emptyStaleLog()
        return count
    }
}
