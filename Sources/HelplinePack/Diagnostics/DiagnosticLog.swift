/// Collects what is found while a pack is read.
///
/// The list is bounded, so that a file of garbage costs neither memory nor time: at most ``limit`` faults of a file and
/// a severity are kept, so that no heap of notes hides an error; the rest are counted.
struct DiagnosticLog: Sendable {
    /// At most so many faults of one file and one severity are listed.
    static let limit = 100

    /// What is counted together.
    private struct Kind: Hashable {
        var file: Int32
        var severity: Diagnostic.Severity
    }

    private(set) var diagnostics: [Diagnostic] = []
    private(set) var hasErrors = false
    private var files: [SourceFile] = []
    private var counts: [Kind: Int] = [:]
    /// The lines of the file that had the last fault.
    private var lines: (file: Int32, lines: [Substring.UnicodeScalarView])?

    /// Makes files known by their numbers.
    init(files: [SourceFile] = []) {
        self.files = files
    }

    /// Notes an error; the remedy is worked out only where the fault is listed.
    mutating func error(
        _ code: DiagnosticCode, at place: Place, width: Int = 1, _ message: @autoclosure () -> Sentence,
        remedy: @autoclosure () -> Sentence? = nil
    ) {
        note(.error, code, at: place, width: width, message(), remedy: remedy())
    }

    /// Notes a doubt.
    mutating func warning(
        _ code: DiagnosticCode, at place: Place, width: Int = 1, _ message: @autoclosure () -> Sentence,
        remedy: @autoclosure () -> Sentence? = nil
    ) {
        note(.warning, code, at: place, width: width, message(), remedy: remedy())
    }

    /// Notes something found.
    mutating func note(
        _ severity: Diagnostic.Severity, _ code: DiagnosticCode, at place: Place, width: Int = 1,
        _ message: @autoclosure () -> Sentence, remedy: @autoclosure () -> Sentence? = nil
    ) {
        if severity == .error { hasErrors = true }
        let kind = Kind(file: place.file, severity: severity)
        counts[kind, default: 0] += 1
        guard counts[kind, default: 0] <= Self.limit else { return }
        diagnostics.append(
            Diagnostic(
                severity, code, file: path(place), line: Int(place.line), column: Int(place.column), message: message(),
                remedy: remedy(), excerpt: excerpt(place, width)))
    }

    /// An empty log of the same files.
    func part() -> DiagnosticLog {
        DiagnosticLog(files: files)
    }

    /// Takes over what a part has noted, of files that this log has nothing of.
    mutating func absorb(_ part: DiagnosticLog) {
        diagnostics += part.diagnostics
        hasErrors = hasErrors || part.hasErrors
        counts.merge(part.counts, uniquingKeysWith: +)
    }

    /// Takes over a fault that was put into words elsewhere.
    mutating func add(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error { hasErrors = true }
        diagnostics.append(diagnostic)
    }

    /// Everything noted, in order, and for each file how many faults are not listed.
    func finished() -> [Diagnostic] {
        var unlisted: [Int32: Int] = [:]
        for (kind, count) in counts where count > Self.limit { unlisted[kind.file, default: 0] += count - Self.limit }
        let surplus = unlisted.map { file, count in
            Diagnostic(
                .note, .more, file: path(Place(file: Int(file))),
                message: "\(count) more faults of this file are not listed")
        }
        return DiagnosticReport(diagnostics + surplus).diagnostics
    }

    /// `file:line:column` for a place.
    func words(for place: Place) -> String {
        "\(path(place)):\(place.line):\(place.column)"
    }

    private func path(_ place: Place) -> String {
        files.indices.contains(Int(place.file)) ? files[Int(place.file)].path : ""
    }

    /// The scalars of the line a place is in; empty where there is none.
    mutating func line(_ place: Place) -> [Unicode.Scalar] {
        guard place.line > 0, files.indices.contains(Int(place.file)) else { return [] }
        if lines?.file != place.file { lines = (place.file, files[Int(place.file)].lines) }
        guard let all = lines?.lines, all.count >= Int(place.line) else { return [] }
        return Array(all[Int(place.line) - 1])
    }

    /// The line of a place, cut to what fits beside it.
    private mutating func excerpt(_ place: Place, _ width: Int) -> Diagnostic.Excerpt? {
        let line = line(place)
        return line.isEmpty ? nil : Diagnostic.Excerpt(line: line, column: Int(place.column), width: width)
    }
}

extension Diagnostic.Excerpt {
    /// Shows at most 100 scalars of a line, from at most 60 before the column.
    fileprivate init(line: [Unicode.Scalar], column: Int, width: Int) {
        let skipped = max(column - 1 - 60, 0)
        let part = line.dropFirst(skipped).prefix(100)
        let shown = part.map { $0 == "\t" ? " " : $0.isUnprintable ? "\u{FFFD}" : $0 }
        let indent = min(column - 1 - skipped, shown.count)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: shown)
        self.init(text: String(text), indent: indent, width: max(min(width, shown.count - indent), 1))
    }
}
