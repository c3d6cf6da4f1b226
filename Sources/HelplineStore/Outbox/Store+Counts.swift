import GRDB
public import HelplineCore

extension Store {
    /// How many mails there are in each state; a state without any is left out.
    public func mailCounts() throws(LedgerError) -> [MailState: Int] {
        try database.read { db in
            let sql = "SELECT state, count(*) AS number FROM mails GROUP BY state"
            var counts: [MailState: Int] = [:]
            for row in try Row.fetchAll(db.cachedStatement(sql: sql)) {
                guard let state = MailState(rawValue: row["state"]) else { throw UnreadableRow(column: "state") }
                counts[state] = row["number"]
            }
            return counts
        }
    }

    /// When the turns come of those mails that nobody has tried yet, as far as they come within two days; the mails of
    /// an hour are bounded (``StoreLimits``).
    public func turns(at moment: Timestamp) throws(LedgerError) -> [Reference: Timestamp] {
        let limits = limits
        return try database.read { db in
            let turns = try SendingQueue(db: db, limits: limits).turns(at: moment.milliseconds)
            let sql = "SELECT reference, sequence FROM mails WHERE state = 'ready' AND released = 0"
            var named: [Reference: Timestamp] = [:]
            for row in try Row.fetchAll(db.cachedStatement(sql: sql)) {
                guard let turn = turns[row["sequence"]] else { continue }
                named[try Reference(row: row)] = Timestamp(milliseconds: turn)
            }
            return named
        }
    }
}
