import HelplineCore
import HelplineTerminal

/// The lines typed in this session, masked, which the arrow keys call back and the file of the history keeps.
///
/// What only a later line reveals goes from them too, before the file is written.
struct TypedLines {
    private let file: String?
    private var lines: [SafeText] = []

    /// - Parameter file: the history of earlier sessions.
    init(file: String?) {
        self.file = file
    }

    /// Adds the newest line, and masks in those before it what it reveals.
    mutating func add(_ line: SafeText, masking: Masking?, to editor: LineEditor) {
        if let masking {
            lines = lines.map(masking.masked)
            editor.forgetHistory()
            if let file { editor.loadHistory(from: file) }
            for line in lines { editor.remember(line.string) }
        }
        lines.append(line)
        editor.remember(line.string)
    }
}
