import Glibc

/// The right to hand over a mail of a state folder, held by one process at a time as long as it lives.
///
/// Whoever started this process holds the lock of the delivery, which the kernel gives on when that process is killed:
/// a moment before this one ends, or long before where it had only just begun. The next one waits here for that end,
/// so that no mail is handed over by two at once.
enum HandOverLock {
    /// Waits for the lock, and keeps it up to the end of the process; false where the file cannot be opened or locked.
    static func take(_ path: String) -> Bool {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return false }
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else { return false }
        }
        return true
    }

    /// Whether nobody is left who would read what becomes of the mail.
    static var isOrphan: Bool {
        var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
        return poll(&output, 1, 0) > 0 && output.revents & Int16(POLLHUP | POLLERR) != 0
    }
}
