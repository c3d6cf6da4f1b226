import HelplineCore
import Logging

extension Logger {
    /// Names a pattern that hit a limit of the matching, and the place where its author finds it.
    func warnOfCutOff(_ pattern: Origin) {
        warning(
            "a pattern was cut off, so messages like the last may go unanswered; “helpline check” says how to mend it",
            metadata: ["pattern": "\(pattern.place)"])
    }
}
