import Glibc

/// What must hold of a state folder that is there already, before anything in it is believed.
enum StateFolder {
    /// Why the folder is not safe, nil where nothing speaks against it or there is none yet.
    ///
    /// Files in it are for their owner alone, but whoever may write the folder can put others in their place. That is
    /// no matter of a group that an operator has chosen, and of everybody it is.
    static func objection(to path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        let mode = String(status.st_mode & 0o7777, radix: 8)
        if status.st_mode & S_IWOTH != 0 {
            return "Everybody may write the state folder \(path) (mode \(mode)), and could put mails there. "
                + "Make it yours alone by “chmod 700 \(path)”, or name another one with --state."
        }
        let isOthers = status.st_uid != geteuid() && geteuid() != 0
        return isOthers
            ? "The state folder \(path) belongs to somebody else. Name one of your own with --state." : nil
    }
}
