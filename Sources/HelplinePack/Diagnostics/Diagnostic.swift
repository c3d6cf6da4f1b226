/// Something a pack says that is wrong or doubtful, with its place and its cure.
public struct Diagnostic: Error, Sendable, Equatable {
    /// How much it matters.
    public enum Severity: String, Sendable, Comparable, CaseIterable {
        /// The pack cannot be served.
        case error
        /// The pack can be served; somebody should look.
        case warning
        /// Worth knowing.
        case note

        /// The more serious one comes first.
        public static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }

        /// What it is called.
        public func word(in language: Sentence.Language) -> String {
            guard language == .chinese else { return rawValue }
            return switch self {
            case .error: "错误"
            case .warning: "警告"
            case .note: "提示"
            }
        }

        private var rank: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .note: 2
            }
        }
    }

    /// The line of the file that is meant, made safe to print.
    public struct Excerpt: Sendable, Equatable {
        /// The part of the line that is shown, without control characters.
        public var text: String
        /// How many scalars of `text` stand before the marked part.
        public var indent: Int
        /// How many scalars are marked, at least one.
        public var width: Int

        /// Describes a marked line.
        public init(text: String, indent: Int, width: Int) {
            self.text = text
            self.indent = indent
            self.width = width
        }
    }

    /// How much it matters.
    public var severity: Severity
    /// What kind of fault it is.
    public var code: DiagnosticCode
    /// The file, below the folder as it was given; the folder itself where no file is meant.
    public var file: String
    /// The line, from 1; 0 where the whole file is meant.
    public var line: Int
    /// The column in Unicode scalars, from 1; 0 where the whole file is meant.
    public var column: Int
    /// What is wrong, in one sentence without a full stop.
    public var message: Sentence
    /// What to do about it, in one sentence without a full stop; what was really said, a line each, in a transcript.
    public var remedy: Sentence?
    /// The line that is meant.
    public var excerpt: Excerpt?

    /// Describes a fault.
    public init(
        _ severity: Severity, _ code: DiagnosticCode, file: String, line: Int = 0, column: Int = 0, message: Sentence,
        remedy: Sentence? = nil, excerpt: Excerpt? = nil
    ) {
        self.severity = severity
        self.code = code
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.remedy = remedy
        self.excerpt = excerpt
    }

    /// `file:line:column`, or the file alone.
    public var place: String {
        line == 0 ? file : "\(file):\(line):\(column)"
    }
}
