import GRDB
import HelplineCore

/// The mails that nobody has tried yet, in the order in which they may go.
///
/// As long as little went within the hour nobody has to wait, and one look into an index tells so; only otherwise the
/// plan is laid.
struct SendingQueue {
    let db: Database
    /// The mails of an hour; nil for any number.
    let perHour: Int?

    init(db: Database, limits: StoreLimits) {
        self.db = db
        perHour = limits.dueGloballyPerHour.flatMap { $0 > 0 ? $0 : nil }
    }

    /// What lies further ahead than this is not worth computing: milliseconds.
    private static let horizon: Int64 = 48 * SendingPlan.hour

    /// The mail whose turn it is.
    func next(at moment: Int64) throws -> Int64? {
        guard let perHour, try isBusy(perHour, at: moment) else {
            return try first().flatMap { $0.accepted <= moment ? $0.sequence : nil }
        }
        guard let next = try plan(perHour).next(after: moment), next.moment <= moment else { return nil }
        return next.mail.sequence
    }

    /// The moment of the next turn, which may be past; nil where none waits.
    func nextTurn() throws -> Int64? {
        guard let first = try first() else { return nil }
        guard let perHour, try isBusy(perHour, at: first.accepted) else { return first.accepted }
        return try plan(perHour).next(after: 0)?.moment
    }

    /// When the turn of a mail that is about to be inserted comes.
    func turn(of mail: SendingPlan.Waiting, at moment: Int64) throws -> Int64 {
        guard let perHour else { return moment }
        if try !isBusy(perHour, at: moment), try first() == nil { return moment }
        let moments = try plan(perHour, adding: mail)
            .schedule(after: moment, until: moment + Self.horizon, only: mail.sequence)
        return moments[mail.sequence] ?? moment + Self.horizon
    }

    /// When the turns of those that wait come, by sequence.
    func turns(at moment: Int64) throws -> [Int64: Int64] {
        guard let perHour, try first() != nil else { return [:] }
        return try plan(perHour).schedule(after: moment, until: moment + Self.horizon)
    }

    /// How many mails of a source wait.
    func count(of source: String) throws -> Int {
        let sql = "SELECT count(*) FROM mails WHERE state = 'ready' AND released = 0 AND source = ?"
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [source]) ?? 0
    }

    /// The mail that goes next where nobody has to wait.
    private func first() throws -> (sequence: Int64, accepted: Int64)? {
        let sql = """
            SELECT sequence, created FROM mails WHERE state = 'ready' AND released = 0
            ORDER BY urgent DESC, sequence LIMIT 1
            """
        return try Row.fetchOne(db.cachedStatement(sql: sql)).map { ($0["sequence"], $0["created"]) }
    }

    /// Whether so many went within the hour that somebody may have to wait.
    private func isBusy(_ perHour: Int, at moment: Int64) throws -> Bool {
        let sql = "SELECT count(*) FROM mails WHERE released > ?"
        let count = try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [moment - SendingPlan.hour]) ?? 0
        return count >= SendingPlan.Shares(all: perHour).smallest
    }

    private func plan(_ perHour: Int, adding mail: SendingPlan.Waiting? = nil) throws -> SendingPlan {
        let releases = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT released, source, urgent FROM mails WHERE released > 0 ORDER BY released DESC LIMIT ?"),
            arguments: [2 * perHour]
        ).reversed().map { row in
            SendingPlan.Release(moment: row["released"], source: row["source"], isUrgent: row["urgent"])
        }
        let sql = """
            SELECT sequence, source, relay, name, urgent, created FROM mails WHERE state = 'ready' AND released = 0
            ORDER BY sequence
            """
        let waiting = try Row.fetchAll(db.cachedStatement(sql: sql)).map { row in
            SendingPlan.Waiting(
                sequence: row["sequence"], source: row["source"],
                conversation: SendingPlan.conversation(row["relay"], row["name"]), isUrgent: row["urgent"],
                accepted: row["created"])
        }
        return SendingPlan(perHour: perHour, releases: releases, waiting: waiting + (mail.map { [$0] } ?? []))
    }
}

extension SendingPlan {
    /// One name for a conversation.
    static func conversation(_ relay: String, _ name: String) -> String { relay + "\u{0}" + name }
}
