import GRDB

/// The versions of the database's layout; they only ever go forward.
struct Schema: Sendable {
    /// Marks the file as one of this program: "HLPL" (PRAGMA application_id).
    static let applicationID: Int32 = 0x484C_504C

    /// The statements that lead from each version to the next; the first one makes version 1.
    var steps: [String]

    /// The layout this program reads and writes.
    static let current = Schema(steps: [version1, version2, version3, version4, version5])

    /// The number of the newest version.
    var version: Int { steps.count }

    /// The steps as GRDB runs them, each in a transaction of its own.
    var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, step) in steps.enumerated() {
            migrator.registerMigration("v\(index + 1)") { db in
                try db.execute(sql: step)
                try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
            }
        }
        return migrator
    }

    /// Conversations with their replies, and mails; times are milliseconds since the epoch.
    ///
    /// `due` is when a waiting mail is tried next, and when the lease of a mail being sent ends. `released` is when a
    /// mail was first tried, 0 before; the global limit counts by it. A conversation's state stands after the short
    /// columns of its row, so that a purge by age need not read it.
    private static let version1 = """
        CREATE TABLE conversations (
            id INTEGER PRIMARY KEY,
            relay TEXT NOT NULL,
            name TEXT NOT NULL,
            version INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            state BLOB NOT NULL,
            UNIQUE (relay, name)
        ) STRICT;
        CREATE TABLE replies (
            conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            position INTEGER NOT NULL,
            message TEXT NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (conversation, version, position)
        ) STRICT;
        CREATE TABLE mails (
            sequence INTEGER PRIMARY KEY,
            reference TEXT NOT NULL UNIQUE,
            message_id TEXT NOT NULL UNIQUE,
            relay TEXT NOT NULL,
            name TEXT NOT NULL,
            category TEXT NOT NULL,
            reply_to TEXT,
            content_hash INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('ready', 'sending', 'sent', 'failed', 'held', 'cancelled')),
            attempts INTEGER NOT NULL DEFAULT 0,
            created INTEGER NOT NULL,
            released INTEGER NOT NULL,
            due INTEGER NOT NULL,
            finished INTEGER,
            lease_owner TEXT,
            sender TEXT NOT NULL,
            recipient TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL DEFAULT '',
            bytes BLOB
        ) STRICT;
        CREATE INDEX mails_due ON mails (due) WHERE state IN ('ready', 'sending');
        CREATE INDEX mails_released ON mails (released);
        CREATE INDEX mails_conversation ON mails (relay, name, created);
        CREATE INDEX mails_address ON mails (reply_to, created) WHERE reply_to IS NOT NULL;
        CREATE INDEX mails_content ON mails (content_hash);
        """

    /// How long a mail was tried, and to what it adds.
    ///
    /// `since` is the moment from which a mail's lifetime is counted; `parent` the first mail of the matter that a mail
    /// adds to.
    private static let version2 = """
        ALTER TABLE mails ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE mails ADD COLUMN parent TEXT;
        UPDATE mails SET since = created;
        CREATE INDEX mails_held ON mails (state) WHERE state = 'held';
        """

    /// What users attached to mails that are still being written; the bytes stand behind the short columns.
    private static let version3 = """
        CREATE TABLE files (
            relay TEXT NOT NULL,
            name TEXT NOT NULL,
            number INTEGER NOT NULL,
            created INTEGER NOT NULL,
            size INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (relay, name, number)
        ) STRICT;
        CREATE INDEX files_created ON files (created);
        """

    /// Whence a mail comes and whether it is urgent, by which those that wait share the hour.
    ///
    /// Until then each mail had a fixed place in a queue; those not yet tried now wait for their turn.
    private static let version4 = """
        ALTER TABLE mails ADD COLUMN source TEXT NOT NULL DEFAULT '';
        ALTER TABLE mails ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
        UPDATE mails SET released = 0, due = created, since = created WHERE state = 'ready' AND attempts = 0;
        CREATE INDEX mails_waiting ON mails (urgent, sequence) WHERE state = 'ready' AND released = 0;
        """

    /// Which conversations hold the draft of an e-mail; of those kept before it is not known, and each is looked at
    /// once.
    private static let version5 = """
        ALTER TABLE conversations ADD COLUMN draft INTEGER NOT NULL DEFAULT 0;
        UPDATE conversations SET draft = 1;
        CREATE INDEX conversations_draft ON conversations (updated) WHERE draft = 1;
        """
}
