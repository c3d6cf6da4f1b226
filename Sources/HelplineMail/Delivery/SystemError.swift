/// A system call that failed, with its `errno`.
struct SystemError: Error, Equatable {
    /// The `errno`.
    var code: Int32
}
