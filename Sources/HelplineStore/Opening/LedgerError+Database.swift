import GRDB
import HelplineCore

extension LedgerError {
    /// Puts an error of the database into a sentence with the file and the remedy.
    init(_ error: any Error, at path: String) {
        if let error = error as? LedgerError {
            self = error
        } else if let error = error as? DatabaseError {
            self.init(Self.sentence(error, path))
        } else {
            self.init("The database \(path) cannot be used: \(error).")
        }
    }

    private static func sentence(_ error: DatabaseError, _ path: String) -> String {
        switch error.resultCode {
        case .SQLITE_FULL:
            "The disk with \(path) is full. Free some space; nothing that was confirmed is lost."
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            "The database \(path) cannot be written. Give this user the right to write the file and its folder."
        case .SQLITE_CANTOPEN:
            "The database \(path) cannot be opened. See that the folder exists and this user may write there."
        case .SQLITE_NOTADB, .SQLITE_FORMAT:
            "\(path) is not a database. Move the file away, or name another state folder with --state."
        case .SQLITE_CORRUPT:
            "The database \(path) is damaged. Stop all processes that use it and restore it from a backup."
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
            "The database \(path) is locked by another process. Find it with `fuser \(path)`, and try again."
        // The shared memory of the journal finds no room: the disk is as good as full.
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
            "The disk with \(path) is full. Free some space; nothing that was confirmed is lost."
        case .SQLITE_IOERR:
            "The disk with \(path) cannot be read or written (\(error.extendedResultCode)). See the system's log."
        default:
            "The database \(path) cannot be used: \(error.message ?? "\(error.extendedResultCode)")."
        }
    }

    /// A call that came after the end.
    static let closed = LedgerError("The store is closed.")
}
