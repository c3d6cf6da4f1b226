import Foundation
import GRDB
public import HelplineCore

extension Store: Outbox {
    /// Takes the mail that has been due longest of those that were tried before, or whose lease has ended without a
    /// word of its owner; else the one whose turn has come.
    public func lease(
        at moment: Timestamp, for seconds: Int64, owner: String
    ) throws(LedgerError) -> LeasedMail? {
        let (limits, now) = (limits, moment.milliseconds)
        return try database.write { db in
            let sql = """
                SELECT sequence FROM mails WHERE state IN ('ready', 'sending') AND due <= ? AND released > 0
                ORDER BY due, sequence LIMIT 1
                """
            let again = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [now])
            guard let sequence = try again ?? SendingQueue(db: db, limits: limits).next(at: now),
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT * FROM mails WHERE sequence = ?"), arguments: [sequence])
            else { return nil }
            if again == nil {
                // Its time begins with its first try, however long it had to wait for its turn.
                try db.cachedStatement(sql: "UPDATE mails SET released = ?1, since = ?1 WHERE sequence = ?2")
                    .execute(arguments: [now, sequence])
            }
            try db.cachedStatement(
                sql: """
                    UPDATE mails SET state = 'sending', attempts = attempts + 1, due = ?, lease_owner = ?
                    WHERE sequence = ?
                    """
            ).execute(arguments: [moment.advanced(bySeconds: seconds).milliseconds, owner, sequence])
            var mail = try LeasedMail(row: row, owner: owner)
            if again == nil { mail.since = moment }
            return mail
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

    /// The moment the next mail is due or its turn comes; the end of a lease counts as one.
    public func nextDue() throws(LedgerError) -> Timestamp? {
        let limits = limits
        return try database.read { db in
            let sql = "SELECT min(due) FROM mails WHERE state IN ('ready', 'sending') AND released > 0"
            let again = try Int64.fetchOne(db.cachedStatement(sql: sql))
            let turn = try SendingQueue(db: db, limits: limits).nextTurn()
            return [again, turn].compactMap(\.self).min().map { Timestamp(milliseconds: $0) }
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
