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
}
