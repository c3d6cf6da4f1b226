import GRDB
public import HelplineCore

/// What an operator, or the deliverer when it starts, may do to a mail beside trying it.
extension Store {
    /// Makes a waiting, held or failed mail due now, with a whole new lifetime; it waits for no turn.
    ///
    /// - Returns: false where it is sent, on its way, withdrawn, purged or unknown.
    public func retry(_ reference: Reference, at moment: Timestamp) throws(LedgerError) -> Bool {
        try change(
            """
            state = 'ready', since = max(since, ?1), due = ?1, finished = NULL,
            released = CASE released WHEN 0 THEN ?1 ELSE released END
            """,
            "state IN ('ready', 'held', 'failed') AND bytes IS NOT NULL", reference, moment)
    }

    /// Withdraws a mail that nobody has begun to send; false where it is too late or the mail is unknown.
    public func cancel(_ reference: Reference, at moment: Timestamp) throws(LedgerError) -> Bool {
        try change("state = 'cancelled', finished = ?1", "state IN ('ready', 'held')", reference, moment)
    }

    /// Withdraws a mail of one conversation that nobody has begun to send.
    func cancel(_ reference: Reference, of key: ConversationKey, at moment: Timestamp) throws(LedgerError) -> Bool {
        try database.write { db in
            let sql = """
                UPDATE mails SET state = 'cancelled', finished = ?
                WHERE reference = ? AND relay = ? AND name = ? AND state IN ('ready', 'held')
                """
            try db.execute(
                sql: sql, arguments: [moment.milliseconds, reference.description, key.relay, key.name])
            return db.changesCount > 0
        }
    }

    /// Makes the mails due that a deliverer now dead had leased; how many there were.
    ///
    /// Only a process that holds the delivery lock may call it: whoever else had a lease cannot be alive then.
    @discardableResult
    public func releaseLeases(exceptOf owner: String, at moment: Timestamp) throws(LedgerError) -> Int {
        try database.write { db in
            let sql = """
                UPDATE mails SET state = 'ready', due = ?, lease_owner = NULL
                WHERE state = 'sending' AND lease_owner <> ?
                """
            try db.execute(sql: sql, arguments: [moment.milliseconds, owner])
            return db.changesCount
        }
    }

    private func change(
        _ assignment: String, _ condition: String, _ reference: Reference, _ moment: Timestamp
    ) throws(LedgerError) -> Bool {
        try database.write { db in
            let sql = "UPDATE mails SET \(assignment) WHERE reference = ?2 AND \(condition)"
            try db.execute(sql: sql, arguments: [moment.milliseconds, reference.description])
            return db.changesCount > 0
        }
    }
}
