/// Conversations that must go as written: one file below `Transcripts/`.
///
/// ```yaml
/// - name: a thief and an e-mail
///   steps:
///     - user: my account was stolen
///       intent: account-stolen
///       bot: [recovery phrase, /move .* first/]
///     - user: USDT
///       after: 20m
///       slot: time
/// ```
public struct Transcript: Sendable {
    /// One conversation, from its first line to its last.
    public struct Case: Sendable {
        /// What it shows.
        public var name: String
        /// What is said, in order.
        public var steps: [Step]

        let place: Place
    }

    /// A line of the user and what must be true of the replies to it.
    public struct Step: Sendable {
        /// What the user types.
        public var user: String
        /// How many seconds pass before the line is said.
        public var after: Int
        /// The IANA name of the user's zone from here on; nil where it stays as it is.
        public var zone: String?

        /// What must, and what must not, be in the replies.
        var expectations: [Expectation]
        /// The zone as the step itself names it.
        var ownZone: String?
        /// Where the step stands.
        var place: Place
    }

    /// Something that must be true of the replies to a line.
    struct Expectation: Sendable {
        enum Kind: Sendable {
            case text(TextPattern, isWanted: Bool)
            /// The FAQ that is answered, nil for none.
            case intent(String?)
            /// The question that is pending, nil for none.
            case slot(String?)
            case state(String)
            /// Whether a mail is accepted.
            case mail(Bool)
            /// What is in the mail.
            case mailText(TextPattern)
        }

        var kind: Kind
        var place: Place
        var width: Int
    }

    /// The path of the file.
    public var path: String { file.path }
    /// The conversations of the file.
    public internal(set) var cases: [Case]

    let file: SourceFile

    /// Reads every `*.yaml` file of a folder; a folder that does not exist holds none.
    ///
    /// - Returns: the transcripts that can be run, and all that is wrong with the others.
    public static func load(folder: String) -> (transcripts: [Transcript], diagnostics: [Diagnostic]) {
        let texts = PackFolder(folder).texts
        var diagnostics = texts.diagnostics.filter { $0.code != .folderMissing || $0.file != folder }
        var transcripts: [Transcript] = []
        for file in texts.files {
            let (transcript, faults) = read(file)
            diagnostics += faults
            if let transcript { transcripts.append(transcript) }
        }
        return (transcripts, DiagnosticReport(diagnostics).diagnostics)
    }

    /// Reads one file by its path; a file that cannot be read is told, not thrown.
    public static func load(file path: String) -> (transcripts: [Transcript], diagnostics: [Diagnostic]) {
        switch FileIdentity.contents(of: path, limit: PackFolder.Limit.fileSize) {
        case .failure:
            let fault = Diagnostic(
                .error, .unreadable, file: path, message: "there is no such file, or it cannot be read")
            return ([], [fault])
        case .success(let bytes):
            switch SourceText.read(bytes, path: path) {
            case .failure(let diagnostic): return ([], [diagnostic])
            case .success(let text):
                let (transcript, faults) = read(SourceFile(path: path, name: path, text: text))
                return (transcript.map { [$0] } ?? [], faults)
            }
        }
    }

    /// Reads one file; nil where it has an error.
    static func read(_ file: SourceFile) -> (Transcript?, [Diagnostic]) {
        var reader = TranscriptReader(file)
        let cases = reader.read()
        let transcript = reader.reader.log.hasErrors ? nil : Transcript(cases: cases, file: file)
        return (transcript, reader.reader.log.finished())
    }
}
