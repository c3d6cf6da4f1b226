import CCurl
import Glibc

/// Hands one mail to an SMTP server and says what the server said.
///
/// A program of its own, started for each mail by the transport that needs it: libcurl and the thirty libraries behind
/// it are loaded only where mail really goes out, and a fault in any of them ends this process and not the
/// conversations of others. Standard input holds a ``Submission``; the password comes that way too, and so is in no
/// list of processes.
/// Standard output tells libcurl's result and the last reply of the server, both as numbers on the first line:
///
///     0 250
///     250 2.0.0 accepted as 1xYz-0001
///
/// Exit code 0 says that there is such an answer, whatever it is; 64 that the input was no submission; 73 that the lock
/// could not be taken; 75 that nobody waits for the answer any more.
@main
struct HelplineSMTP {
    static func main() {
        _ = helpline_end_with_parent()
        signal(SIGPIPE, SIG_IGN)
        guard let submission = Submission(StandardInput.all()) else {
            let words = "helpline-smtp: this program is started by helpline, with a mail on its standard input\n"
            _ = words.withCString { write(STDERR_FILENO, $0, strlen($0)) }
            exit(64)
        }
        if let lock = submission.lock, !HandOverLock.take(lock) { exit(73) }
        guard !HandOverLock.isOrphan else { exit(75) }
        let answer = SMTPSession.submit(submission)
        print("\(answer.result) \(answer.code)\n\(answer.reply)")
    }
}
