internal import CEdit
internal import Glibc

/// Reads lines from a terminal with editing and history, by libedit (editline(3)).
///
/// History stays in memory unless the caller saves it. Chinese input works in every locale: where the character set of
/// the environment is not UTF-8, the process's character type becomes `C.UTF-8`, without which libedit drops such
/// input silently. What is pasted stays one line of input, line breaks and all, where the terminal marks pastes. One
/// per process and for one thread, since libedit keeps the terminal's state.
public final class LineEditor {
    /// What came of waiting for a line.
    public enum Input: Sendable, Equatable {
        /// A line, without its end; what was pasted may have line breaks inside.
        case line(String)
        /// The user dropped the line with Ctrl-C.
        case interrupted
        /// The user left with Ctrl-D, or the terminal is gone.
        case end
    }

    private let editor: OpaquePointer
    private let past: OpaquePointer
    /// Whether the terminal is asked to mark pastes.
    private let marksPastes: Bool

    /// Takes over the terminal of standard input and output; nil where libedit cannot.
    ///
    /// The prompt is `> `.
    public init?(program: String) {
        Self.useUTF8()
        Self.letInterruptsThrough()
        guard let editor = helpline_el_init(program) else { return nil }
        guard let past = history_init() else {
            el_end(editor)
            return nil
        }
        self.editor = editor
        self.past = past
        marksPastes = getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
        _ = helpline_history_limit(past, 500)
        _ = helpline_history_unique(past)
        _ = helpline_el_set_prompt(editor) { _ in promptText }
        _ = helpline_el_set_editor(editor, "emacs")
        _ = helpline_el_set_history(editor, past)
        _ = helpline_el_add(editor, "helpline-paste", "Insert what is pasted") { editor, _ in
            insertPaste(into: editor)
        }
        _ = helpline_el_bind(editor, "\\e[200~", "helpline-paste")
        // A Ctrl-D typed ahead behind other characters comes as NUL, which libedit takes for “quote the next key”.
        _ = helpline_el_bind(editor, "^@", "ed-ignore")
        // The user's own ~/.editrc is read last, so that it may bind keys otherwise.
        _ = el_source(editor, nil)
    }

    deinit {
        history_end(past)
        el_end(editor)
    }

    /// Waits for a line, or takes what was typed ahead.
    public func readLine() -> Input {
        if Self.takeEarlyEnd() { return .end }
        var count: Int32 = 0
        if marksPastes { write(PastedText.begin) }
        defer { if marksPastes { write(PastedText.end) } }
        errno = 0
        guard let bytes = el_gets(editor, &count), count > 0 else {
            guard count < 0, errno == EINTR else { return .end }
            write("\n")
            return .interrupted
        }
        let buffer = UnsafeRawBufferPointer(start: bytes, count: Int(count))
        var line = String(decoding: buffer, as: UTF8.self)
        while line.unicodeScalars.last == "\n" || line.unicodeScalars.last == "\r" { line.unicodeScalars.removeLast() }
        return .line(line)
    }

    /// Whether Ctrl-D was typed while nobody read, and is what comes next; takes it then.
    ///
    /// The terminal keeps it as an end that has no byte (termios(3), VEOF), and so does not count it among what can be
    /// read at once, though it makes a read return. Once libedit has switched the terminal over it would be a NUL, which
    /// cannot be told from Ctrl-Space.
    private static func takeEarlyEnd() -> Bool {
        var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        var count: Int32 = 0
        guard poll(&waiting, 1, 0) == 1, ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0, count == 0 else {
            return false
        }
        var byte: UInt8 = 0
        return read(STDIN_FILENO, &byte, 1) == 0
    }

    /// Adds a line to the history; the caller decides which, so that no secret is called back by an arrow key.
    public func remember(_ line: String) {
        guard !line.isEmpty else { return }
        _ = helpline_history_enter(past, line)
    }

    /// Reads the history of earlier sessions; false where the file cannot be read.
    @discardableResult
    public func loadHistory(from file: String) -> Bool {
        helpline_history_load(past, file) >= 0
    }

    /// Writes the history to a file that only its owner can read; false where it cannot be written.
    @discardableResult
    public func saveHistory(to file: String) -> Bool {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 else { return false }
        return helpline_history_save(past, file) >= 0
    }

    /// Chinese needs a character type of UTF-8; everything else of the user's locale stays.
    private static func useUTF8() {
        _ = setlocale(LC_CTYPE, "")
        if let name = nl_langinfo(nl_item(CODESET)), String(cString: name) == "UTF-8" { return }
        _ = setlocale(LC_CTYPE, "C.UTF-8")
    }

    /// Ctrl-C ends the wait for a line instead of the process: a handler that does nothing, without SA_RESTART.
    ///
    /// Whoever started this program may have had the signal blocked, which a program inherits.
    private static func letInterruptsThrough() {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in }
        _ = sigaction(SIGINT, &action, nil)
        var interrupts = sigset_t()
        sigemptyset(&interrupts)
        sigaddset(&interrupts, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &interrupts, nil)
    }

    private func write(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }
}

/// The prompt's bytes, which libedit reads whenever it draws the line.
///
/// Written once before the first use and never after; libedit's callback can carry no context.
private nonisolated(unsafe) let promptText: UnsafeMutablePointer<CChar>? = strdup("> ")

/// Reads a paste to its end and inserts it at the cursor; what libedit calls at the mark that begins one.
private func insertPaste(into editor: OpaquePointer?) -> UInt8 {
    var paste = PastedText()
    while true {
        let value = helpline_el_next(editor)
        guard value >= 0 else { return UInt8(CC_EOF) }
        guard paste.take(UInt32(value)) else { break }
    }
    guard !paste.text.isEmpty, el_insertstr(editor, paste.text) == 0 else { return UInt8(CC_REFRESH_BEEP) }
    return UInt8(CC_REFRESH)
}
