import Glibc

/// A system call that failed, with its `errno`.
struct SystemError: Error, Equatable {
    /// The `errno`.
    var code: Int32

    /// The `errno` for what should be a regular file and is none.
    static let notAFile = EISDIR
}
