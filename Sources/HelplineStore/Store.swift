public import HelplineCore
import Dispatch
import GRDB
import Synchronization

/// Conversations, remembered replies and mails in one SQLite database, `helpline.db` in the state folder.
///
/// ```swift
/// let store = try Store(folder: "/var/lib/helpline")
/// store.commit(commit) { outcome in … }
/// try store.close()
/// ```
///
/// Turns are committed by one thread: all that wait are written in one transaction, each in a savepoint of its own, and
/// reach the disk with one sync; their completions run on that thread. ``load(_:then:)`` and ``lookup(_:for:at:then:)``
/// run on another thread and see every commit that has completed. The calls of ``Outbox`` and the purges block their
/// caller. Any number of processes may open one database.
public final class Store: Sendable {
    let database: StoreDatabase
    let limits: StoreLimits
    let turns: CommitQueue
    let reading = DispatchQueue(label: "helpline.store.read")
    private let closed = Mutex(false)

    /// Opens the database, makes folder and file where they are missing, and brings the schema up to date.
    ///
    /// Blocks for some milliseconds, and up to `patience` where another process is just opening it.
    ///
    /// - Parameters:
    ///   - folder: the state folder; one that is made here, or is empty, gets the mode 0700, the files have 0600.
    ///   - limits: how many mails are accepted.
    ///   - patience: seconds to wait for a lock that another process holds.
    /// - Throws: ``LedgerError`` where the folder cannot be made or written, or the file is no database of this program
    ///   or one of a newer version.
    public convenience init(
        folder: String, limits: StoreLimits = StoreLimits(), patience: Double = 5
    ) throws(LedgerError) {
        let database = try StoreDatabase(folder: folder, schema: .current, patience: patience)
        self.init(database: database, limits: limits)
    }

    init(database: StoreDatabase, limits: StoreLimits) {
        self.database = database
        self.limits = limits
        self.turns = CommitQueue { waiting in
            Self.write(waiting, to: database, limits: limits)
        }
    }

    /// Opens all connections that it will ever need; for a program that runs for long, so that what it takes in memory
    /// and descriptors is known from its start.
    ///
    /// Blocks for a millisecond.
    public func openReaders() throws(LedgerError) { try database.openReaders() }

    /// Finishes the commits that wait, empties the write-ahead log and closes the database; later calls fail.
    ///
    /// Blocks until the last completion has run, so it must not be called from one. A second call does nothing.
    public func close() throws(LedgerError) {
        let isFirst = closed.withLock { closed in
            defer { closed = true }
            return !closed
        }
        guard isFirst else { return }
        turns.finish()
        reading.sync {}
        try database.close()
    }

    var isClosed: Bool { closed.withLock { $0 } }
}
