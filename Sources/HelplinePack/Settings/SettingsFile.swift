internal import Foundation

/// A file of settings: YAML with keys and texts, nested keys joined by dots (`mail: {from: x}` is `mail.from`).
///
/// It is read as a pack is: texts as written, within bounds, with every fault named by its place.
public struct SettingsFile: Sendable {
    /// A setting and where it stands.
    public struct Entry: Sendable, Equatable {
        /// The key, such as `mail.from`.
        public var key: String
        /// The text as written.
        public var value: String
        /// `file:line:column`.
        public var place: String
    }

    /// The settings in the order of the file.
    public private(set) var entries: [Entry] = []
    /// What is wrong with the file.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Reads a file; nil where there is none.
    public init?(path: String) {
        switch FileIdentity.contents(of: path, limit: PackFolder.Limit.fileSize) {
        case .failure(.system(ENOENT)): return nil
        case .failure(.system(let code)): fail(path, "the file cannot be read: \(FileIdentity.reason(code))")
        case .failure(.tooLarge): fail(path, "the file is larger than 1 MB")
        case .success(let bytes):
            switch SourceText.read(bytes, path: path) {
            case .failure(let diagnostic): diagnostics = [diagnostic]
            case .success(let text): read(SourceFile(path: path, name: path, text: text))
            }
        }
    }

    private mutating func fail(_ path: String, _ message: Sentence) {
        diagnostics = [Diagnostic(.error, .unreadable, file: path, message: message)]
    }

    private mutating func read(_ file: SourceFile) {
        // A file of comments sets nothing.
        let isBlank = file.lines.allSatisfy { line in
            line.first { $0 != " " && $0 != "\t" }.map { $0 == "#" } ?? true
        }
        guard !isBlank else { return }
        var log = DiagnosticLog(files: [file])
        if let root = YAMLReader.read(file, number: 0, log: &log) {
            collect(root, below: "", file, &log)
        }
        diagnostics = log.finished()
    }

    private mutating func collect(
        _ node: YAMLNode, below prefix: String, _ file: SourceFile, _ log: inout DiagnosticLog
    ) {
        guard let entries = node.map else {
            return log.error(.wrongShape, at: node.place, "settings are written as “key: value”")
        }
        for entry in entries {
            let key = prefix + (entry.key.text ?? "")
            if let text = entry.value.text {
                let place = entry.key.place
                self.entries.append(Entry(key: key, value: text, place: "\(file.path):\(place.line):\(place.column)"))
            } else if entry.value.map != nil {
                collect(entry.value, below: key + ".", file, &log)
            } else {
                log.error(.wrongShape, at: entry.value.place, "\(key.named) takes one text, not a list")
            }
        }
    }
}
