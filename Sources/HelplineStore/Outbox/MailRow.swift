import Foundation
import GRDB
import HelplineCore

/// A row that this program cannot have written.
struct UnreadableRow: Error, CustomStringConvertible {
    let column: String

    var description: String { "the column \(column) holds what this version does not know" }
}

extension MailStatus {
    /// Reads the state of a mail from its row.
    init(row: Row) throws {
        guard let state = MailState(rawValue: row["state"]) else { throw UnreadableRow(column: "state") }
        let finished: Int64? = row["finished"]
        self.init(
            state: state, created: Timestamp(milliseconds: row["created"]),
            moment: Timestamp(milliseconds: finished ?? row["due"]), attempts: row["attempts"],
            detail: row["detail"])
    }
}

extension OutboxEntry {
    /// Reads a line of the outbox from its row.
    init(row: Row) throws {
        self.init(
            reference: try Reference(row: row), status: try MailStatus(row: row), subject: row["subject"],
            recipient: row["recipient"])
    }
}

extension LeasedMail {
    /// Reads a mail from the row as it was before this lease.
    init(row: Row, owner: String) throws {
        guard let bytes = row["bytes"] as Data? else { throw UnreadableRow(column: "bytes") }
        self.init(
            reference: try Reference(row: row), category: row["category"], owner: owner, attempts: row["attempts"],
            created: Timestamp(milliseconds: row["created"]), since: Timestamp(milliseconds: row["since"]),
            composed: ComposedMail(
                messageID: row["message_id"], sender: row["sender"], recipient: row["recipient"],
                subject: row["subject"], bytes: [UInt8](bytes)))
    }
}

extension Reference {
    /// Reads the name of a mail from its row.
    init(row: Row) throws {
        guard let reference = Reference(parsing: row["reference"]) else { throw UnreadableRow(column: "reference") }
        self = reference
    }
}
