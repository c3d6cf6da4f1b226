/// A folder in which files appear whole and stay, even when the power fails.
struct DurableFolder: Sendable {
    /// The steps of writing a file, each of which can fail.
    enum Step: String, CaseIterable, Sendable {
        case createFolder = "create the folder"
        case inspect = "read what stands there"
        case create = "create the file"
        case write = "write the file"
        case sync = "sync the file"
        case rename = "rename the file"
        case syncFolder = "sync the folder"
    }

    /// Why a file is not there.
    enum Failure: Error, Equatable {
        /// Something else has the name.
        case occupied
        /// A step failed, with its `errno`.
        case system(Step, Int32)
    }

    /// The folder.
    let path: String
    /// Where a file grows before it is renamed; nil for the folder itself, under the suffix `.part`.
    var staging: String?
    /// Folders that are made before the folder itself.
    var parents: [String] = []
    /// Asked before each step, which fails with the `errno` that is given.
    ///
    /// Tests use it for disks that fail.
    let fault: @Sendable (Step) -> Int32?

    /// Writes a file, without effect on one that has the same bytes already but to make sure that it stays.
    func write(_ bytes: [UInt8], to name: String) throws(Failure) {
        try createFolder()
        let target = "\(path)/\(name)"
        if try !isThere(bytes, at: target) {
            let part = staging.map { "\($0)/\(name)" } ?? target + ".part"
            do {
                try create(part, bytes)
                try perform(.rename) { () throws(SystemError) in try SystemCall.rename(part, to: target) }
            } catch {
                SystemCall.remove(part)
                throw error
            }
        }
        try perform(.syncFolder) { () throws(SystemError) in try SystemCall.syncFolder(path) }
    }

    private func createFolder() throws(Failure) {
        try perform(.createFolder) { () throws(SystemError) in
            for folder in parents + [path] where try SystemCall.createFolder(folder) {
                try SystemCall.syncFolder(folder + "/..")
            }
        }
    }

    /// Whether the file is there with these bytes; it is synced then, as whoever wrote it may not have come that far.
    private func isThere(_ bytes: [UInt8], at target: String) throws(Failure) -> Bool {
        let found = try perform(.inspect) { () throws(SystemError) in
            try SystemCall.read(target, limit: bytes.count + 1)
        }
        switch found {
        case .missing: return false
        case .other: throw .occupied
        case .bytes(let old):
            guard old == bytes else { throw .occupied }
            try perform(.sync) { () throws(SystemError) in try SystemCall.syncFile(target) }
            return true
        }
    }

    /// Writes the bytes under a name that nobody reads; what a crash left there is replaced.
    private func create(_ part: String, _ bytes: [UInt8]) throws(Failure) {
        SystemCall.remove(part)
        let file = try perform(.create) { () throws(SystemError) in try SystemCall.create(part) }
        defer { SystemCall.close(file) }
        try perform(.write) { () throws(SystemError) in try SystemCall.write(bytes, to: file) }
        try perform(.sync) { () throws(SystemError) in try SystemCall.sync(file) }
    }

    private func perform<Result>(
        _ step: Step, _ body: () throws(SystemError) -> Result
    ) throws(Failure) -> Result {
        if let code = fault(step) { throw .system(step, code) }
        do {
            return try body()
        } catch {
            throw .system(step, error.code)
        }
    }
}
