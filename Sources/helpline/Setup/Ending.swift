import ArgumentParser
import Glibc

/// How the program ends: the one place where an error becomes words and an exit code.
enum Ending {
    /// Keeps a reader that is gone, or a file that may grow no more, from ending the program in the middle of something:
    /// the call that writes fails instead.
    ///
    /// Programs that are started from here get all signals as they are by default.
    static func outliveFailedWrites() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Ends the program as an error asks for; help and version are such errors too.
    static func end(with error: any Error) -> Never {
        if let fault = error as? StreamFault { end(with: fault) }
        let code = Helpline.exitCode(for: error)
        let text = Helpline.fullMessage(for: error)
        guard code.isSuccess else {
            if !text.isEmpty { StandardError.say(text) }
            exit(code.rawValue)
        }
        do {
            if !text.isEmpty { try StandardOutput.say(text) }
        } catch {
            end(with: error)
        }
        exit(code.rawValue)
    }

    /// A reader that is gone is told of as every program does: by the signal that would have ended it.
    private static func end(with fault: StreamFault) -> Never {
        if fault.isReaderGone {
            signal(SIGPIPE, SIG_DFL)
            raise(SIGPIPE)
        }
        StandardError.say("helpline: \(fault)")
        exit(ExitStatus.inputOutput.rawValue)
    }
}
