/// The right to deliver from the outbox of a state folder, held by one process at a time.
///
/// A lock of `flock(2)` on `STATE/outbox.lock`: the kernel gives it back when its holder ends, however it ends. The
/// file stays, as removing it would let two processes lock two files of the same name.
final class DeliveryLock: Sendable {
    /// Why there is no lock.
    enum Failure: Error, Equatable {
        /// Another process, or another part of this one, delivers.
        case heldElsewhere
        /// The lock file cannot be opened; a sentence for the operator.
        case unavailable(String)
    }

    private let file: Int32

    /// Takes the lock without waiting; it is held as long as this object lives.
    init(stateFolder: String) throws(Failure) {
        let path = "\(stateFolder)/outbox.lock"
        let result = Result { () throws(SystemError) in try SystemCall.lock(path) }
        switch result {
        case .success(let file?): self.file = file
        case .success(nil): throw .heldElsewhere
        case .failure(let error): throw .unavailable("\(path): cannot lock: \(SystemCall.message(error.code))")
        }
    }

    deinit {
        SystemCall.close(file)
    }
}
