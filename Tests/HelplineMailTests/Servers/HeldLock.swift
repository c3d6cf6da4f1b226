import Foundation

/// A lock file that this test holds until it releases it.
final class HeldLock {
    let path: String
    private let file: Int32
    private let inode: String

    struct NotLocked: Error {}

    init(_ path: String) throws {
        self.path = path
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        var facts = stat()
        guard file >= 0, flock(file, LOCK_EX | LOCK_NB) == 0, fstat(file, &facts) == 0 else { throw NotLocked() }
        inode = ":\(facts.st_ino)"
    }

    deinit {
        close(file)
    }

    /// Returns once a process waits for this lock, as the kernel lists it (proc(5), `/proc/locks`); false where it ends
    /// without.
    func isWaitedFor(by sender: StartedHelper) -> Bool {
        let waiter = "\(sender.process)"
        while sender.isRunning {
            let locks = (try? String(contentsOfFile: "/proc/locks", encoding: .utf8)) ?? ""
            for line in locks.split(separator: "\n") {
                let words = line.split(separator: " ")
                if words.count > 6, words[1] == "->", words[5] == waiter, words[6].hasSuffix(inode) { return true }
            }
            usleep(5000)
        }
        return false
    }

    func release() {
        flock(file, LOCK_UN)
    }
}
