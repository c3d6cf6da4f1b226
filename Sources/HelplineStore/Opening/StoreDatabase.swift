import Dispatch
import Foundation
import GRDB
import HelplineCore
import Synchronization

/// The open database: one connection that writes, others that read, every setting asserted.
final class StoreDatabase: Sendable {
    let pool: DatabasePool
    let path: String
    private let identity: FileIdentity?
    private let logIsStale = Mutex(false)

    /// Opens `helpline.db` in a folder and brings it to `schema`.
    init(folder: String, schema: Schema, patience: Double) throws(LedgerError) {
        let folder = try StateFolder(making: folder)
        let path = folder.path + "/helpline.db"
        self.path = path
        pool = try folder.locked(patience: patience) { () throws(LedgerError) in
            try folder.makePrivateFile("helpline.db")
            do {
                let pool = try DatabasePool(path: path, configuration: Self.configuration(patience: patience))
                try Self.makeDurable(pool)
                try Self.migrate(pool, to: schema, in: folder)
                return pool
            } catch {
                throw LedgerError(error, at: path)
            }
        }
        identity = FileIdentity(of: path)
    }

    /// Demands that the file is still the one that was opened.
    ///
    /// SQLite goes on writing into a file that was deleted, or whose folder was, and nobody would ever find it again.
    /// Costs one system call.
    private func checkPlace() throws(LedgerError) {
        guard FileIdentity(of: path) == identity else {
            throw LedgerError(
                "\(path) was deleted or replaced while this program had it open. Nothing more is accepted; start again."
            )
        }
    }

    /// Opens the second reading connection, which else opens when two first read at once.
    func openReaders() throws(LedgerError) {
        try read { [pool] _ in
            let isOpen = DispatchSemaphore(value: 0)
            pool.asyncRead { _ in isOpen.signal() }
            isOpen.wait()
        }
    }

    /// Runs `body` on a reading connection.
    func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        do { return try pool.read(body) } catch { throw LedgerError(error, at: path) }
    }

    /// Runs `body` in a transaction of its own.
    ///
    /// It fails where the file is no longer under its name, before or after.
    func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try checkPlace()
        let value: Value
        do { value = try pool.write(body) } catch { throw LedgerError(error, at: path) }
        try checkPlace()
        return value
    }

    /// Demands that ``emptyStaleLog()`` empties the log.
    func markLogStale() {
        logIsStale.withLock { $0 = true }
    }

    /// Empties the log where something in it was masked or purged; where a reader stands in the way, the next call
    /// does.
    func emptyStaleLog() {
        guard logIsStale.withLock(\.self), (try? emptyLog()) != nil else { return }
        logIsStale.withLock { $0 = false }
    }

    /// Moves all into the database file and empties the write-ahead log, so that overwritten pages leave the disk.
    private func emptyLog() throws {
        _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }

    /// Closes all connections.
    func close() throws(LedgerError) {
        try? emptyLog()
        do { try pool.close() } catch { throw LedgerError(error, at: path) }
    }

    /// Sets what every connection has in common.
    ///
    /// Of the pages, in kibibytes, a reader keeps few: it looks for single conversations between commits, each of which
    /// makes what it has read before worthless.
    private static func configuration(patience: Double) -> Configuration {
        var configuration = Configuration()
        configuration.label = "helpline.store"
        configuration.busyMode = .timeout(patience)
        // The one that answers is not held up by a long look through the outbox.
        configuration.maximumReaderCount = 2
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            try db.execute(sql: "PRAGMA cache_size = -\(db.configuration.readonly ? 64 : 2000)")
        }
        return configuration
    }

    /// Demands a sync at every commit; it comes after opening, since GRDB itself chooses NORMAL when it turns WAL on.
    private static func makeDurable(_ pool: DatabasePool) throws {
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // Where the file cannot be written, this says so now and not at the first message.
            try db.inTransaction(.immediate) { .rollback }
            let settings = ["synchronous": "2", "journal_mode": "wal", "secure_delete": "1", "foreign_keys": "1"]
            for (name, expected) in settings {
                let value = try String.fetchOne(db, sql: "PRAGMA \(name)") ?? ""
                guard value == expected else {
                    throw LedgerError("SQLite did not take the setting \(name) = \(expected); it is \(value).")
                }
            }
        }
    }

    private static func migrate(_ pool: DatabasePool, to schema: Schema, in folder: StateFolder) throws {
        let migrator = schema.migrator
        if try pool.read(isForeign) {
            throw LedgerError(
                "\(pool.path) is a database of another program. Name another state folder with --state.")
        }
        if try pool.read(migrator.hasBeenSuperseded) {
            throw LedgerError(
                "\(pool.path) was written by a newer version of helpline (this one knows schema \(schema.version)). "
                    + "Start that version, or name another state folder with --state.")
        }
        let version = try pool.read(migrator.appliedIdentifiers).count
        guard version < schema.version else { return }
        if version > 0 {
            try copy(pool, to: "helpline.db.schema\(version)", in: folder)
        }
        try migrator.migrate(pool)
    }

    /// Whether the file holds tables that this program did not make.
    private static func isForeign(_ db: Database) throws -> Bool {
        let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard mark != Schema.applicationID else { return false }
        let sql = "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'grdb%' AND name NOT LIKE 'sqlite%'"
        return try Int.fetchOne(db, sql: sql) ?? 0 > 0
    }

    /// Keeps the database as it was before a migration; a copy of an earlier try is replaced.
    private static func copy(_ pool: DatabasePool, to name: String, in folder: StateFolder) throws {
        let file = folder.path + "/" + name
        unlink(file)
        try folder.makePrivateFile(name)
        try pool.vacuum(into: file)
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { Foundation.close(descriptor) }
        fsync(descriptor)
    }
}
