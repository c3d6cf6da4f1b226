import Foundation
import GRDB
public import HelplineCore

extension Store: Outbox {
    /// Takes the mail that has been due longest, or one whose lease has ended without a word of its owner.
    public func lease(
        at moment: Timestamp, for seconds: Int64, owner: String
    ) throws(LedgerError) -> LeasedMail? {
        try database.write { db in
            let sql = """
                SELECT * FROM mails WHERE state IN ('ready', 'sending') AND due <= ?
                ORDER BY due, sequence LIMIT 1
                """
            let due = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [moment.milliseconds])
            guard let due else { return nil }
            try db.cachedStatement(
                sql: """
                    UPDATE mails SET state = 'sending', attempts = attempts + 1, due = ?, lease_owner = ?
                    WHERE sequence = ?
                    """
            ).execute(arguments: [moment.advanced(bySeconds: seconds).milliseconds, owner, due["sequence"] as Int64])
            return try LeasedMail(row: due, owner: owner)
        }
    }

    /// Notes the end of a try.
    ///
    /// A lease that ran out counts as long as nobody else has taken the mail.
    public func settle(
        _ mail: LeasedMail, _ result: DeliveryResult, at moment: Timestamp
    ) throws(LedgerError) {
        let now = moment.milliseconds
        let (state, detail, due, finished): (MailState, String, Int64, Int64?) =
            switch result {
            case .delivered(let place): (.sent, place, now, now)
            case .deferred(let reason, let until): (.ready, reason, until.milliseconds, nil)
            case .failed(let reason): (.failed, reason, now, now)
            case .held(let reason): (.held, reason, now, nil)
            }
        try database.write { db in
            let sql = """
                UPDATE mails SET state = ?, detail = ?, due = ?, finished = ?, lease_owner = NULL
                WHERE reference = ? AND state = 'sending' AND lease_owner = ? AND attempts = ?
                """
            try db.cachedStatement(sql: sql).execute(arguments: [
                state.rawValue, detail, due, finished, mail.reference.description, mail.owner, mail.attempts + 1,
            ])
        }
    }

    /// Makes the mails due that wait for the operator; their lifetime begins anew, since they could not be tried.
    @discardableResult
    public func releaseHeld(at moment: Timestamp) throws(LedgerError) -> Int {
        guard try hasHeld() else { return 0 }
        return try database.write { db in
            let sql = "UPDATE mails SET state = 'ready', due = ?, since = ? WHERE state = 'held'"
            try db.execute(sql: sql, arguments: [moment.milliseconds, moment.milliseconds])
            return db.changesCount
        }
    }

    /// Whether a mail waits for the operator; only reads.
    public func hasHeld() throws(LedgerError) -> Bool {
        try database.read { db in
            let sql = "SELECT EXISTS (SELECT 1 FROM mails WHERE state = 'held')"
            return try Bool.fetchOne(db.cachedStatement(sql: sql)) ?? false
        }
    }

    /// The moment the next mail is due; the end of a lease counts as one.
    public func nextDue() throws(LedgerError) -> Timestamp? {
        try database.read { db in
            let sql = "SELECT min(due) FROM mails WHERE state IN ('ready', 'sending')"
            return try Int64.fetchOne(db.cachedStatement(sql: sql)).map { Timestamp(milliseconds: $0) }
        }
    }

    /// The mails, the last accepted first.
    public func list(limit: Int) throws(LedgerError) -> [OutboxEntry] {
        try database.read { db in
            let sql = """
                SELECT reference, state, created, due, finished, attempts, detail, subject, recipient
                FROM mails ORDER BY sequence DESC LIMIT ?
                """
            return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [max(0, limit)]).map {
                try OutboxEntry(row: $0)
            }
        }
    }

    /// The bytes of a mail, nil where it is unknown or purged.
    public func bytes(of reference: Reference) throws(LedgerError) -> [UInt8]? {
        try database.read { db in
            let sql = "SELECT bytes FROM mails WHERE reference = ?"
            let data = try Data?.fetchOne(db.cachedStatement(sql: sql), arguments: [reference.description])
            return data?.map { [UInt8]($0) }
        }
    }
}
