import Foundation
import GRDB
import HelplineCore

/// Decides whether a mail is new and within the limits, and puts it into the outbox.
struct MailAdmission {
    let db: Database
    let limits: StoreLimits
    let key: ConversationKey
    let moment: Timestamp

    private static let hour: Int64 = 3_600_000
    private static let day: Int64 = 24 * hour

    /// Puts the mail into the outbox; otherwise the reason why not.
    func admit(_ mail: OutgoingMail) throws -> CommitOutcome? {
        if let first = try firstOfTheSame(mail) { return .duplicate(of: first) }
        if let moment = try limitedUntil(mail) { return .limited(until: moment) }
        if try isTaken(mail) { return .referenceTaken }
        let queue = SendingQueue(db: db, limits: limits)
        if let moment = try crowdedUntil(mail, queue) { return .limited(until: moment) }
        let turn = try turn(of: mail, queue)
        if !mail.mayWait, turn > moment.milliseconds { return .delayed(until: Timestamp(milliseconds: turn)) }
        try insert(mail)
        return nil
    }

    /// When the next mail of a party on the network may come that has filled its room among those that wait.
    private func crowdedUntil(_ mail: OutgoingMail, _ queue: SendingQueue) throws -> Timestamp? {
        guard case .network = mail.source, let most = limits.waitingOfNetwork,
            try queue.count(of: mail.source.stored) >= most
        else { return nil }
        return moment.advanced(bySeconds: Self.hour / 1000)
    }

    /// When the mail goes out, in milliseconds.
    private func turn(of mail: OutgoingMail, _ queue: SendingQueue) throws -> Int64 {
        let waiting = SendingPlan.Waiting(
            sequence: .max, source: mail.source.stored,
            conversation: SendingPlan.conversation(key.relay, key.name), isUrgent: mail.isUrgent,
            accepted: moment.milliseconds)
        return try queue.turn(of: waiting, at: moment.milliseconds)
    }

    /// The first mail of the last 24 hours with the same complaint.
    ///
    /// It came from this conversation, or from the same address within this relay. One that was given up or withdrawn
    /// does not stand in the way of another try.
    private func firstOfTheSame(_ mail: OutgoingMail) throws -> Reference? {
        let sql = """
            SELECT reference FROM mails
            WHERE content_hash = ? AND relay = ? AND (name = ? OR reply_to = ?) AND created > ?
                AND state NOT IN ('failed', 'cancelled')
            ORDER BY sequence LIMIT 1
            """
        let found = try String.fetchOne(
            db.cachedStatement(sql: sql),
            arguments: [
                Int64(bitPattern: mail.contentHash), key.relay, key.name, mail.replyTo,
                moment.milliseconds - Self.day,
            ])
        return found.flatMap { Reference(parsing: $0) }
    }

    /// When the next mail of this conversation or address may come, nil where this one may.
    private func limitedUntil(_ mail: OutgoingMail) throws -> Timestamp? {
        let conversation = try limit(
            limits.perConversationHour, within: Self.hour, "relay = ? AND name = ?", [key.relay, key.name])
        let address = try mail.replyTo.flatMap { address in
            try limit(limits.perAddressDay, within: Self.day, "reply_to = ?", [address])
        }
        return [conversation, address].compactMap(\.self).max()
    }

    private func limit(
        _ count: Int?, within span: Int64, _ condition: String, _ arguments: [String]
    ) throws -> Timestamp? {
        guard let count else { return nil }
        guard count > 0 else { return Timestamp(milliseconds: moment.milliseconds + span) }
        let sql = "SELECT created FROM mails WHERE \(condition) AND created > ? ORDER BY created DESC LIMIT 1 OFFSET ?"
        let arguments = StatementArguments(arguments) + [moment.milliseconds - span, count - 1]
        let oldest = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
        return oldest.map { Timestamp(milliseconds: $0 + span) }
    }

    private func isTaken(_ mail: OutgoingMail) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM mails WHERE reference = ? OR message_id = ?)"),
            arguments: [mail.reference.description, mail.composed.messageID]) ?? false
    }

    private func insert(_ mail: OutgoingMail) throws {
        let sql = """
            INSERT INTO mails (reference, message_id, relay, name, category, reply_to, content_hash, state,
                parent, source, urgent, created, since, released, due, sender, recipient, subject, bytes)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'ready', ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)
            """
        let composed = mail.composed
        try db.cachedStatement(sql: sql).execute(arguments: [
            mail.reference.description, composed.messageID, key.relay, key.name, mail.category, mail.replyTo,
            Int64(bitPattern: mail.contentHash), mail.parent?.description, mail.source.stored, mail.isUrgent,
            moment.milliseconds, moment.milliseconds, moment.milliseconds, composed.sender, composed.recipient,
            composed.subject, Data(composed.bytes),
        ])
    }
}
