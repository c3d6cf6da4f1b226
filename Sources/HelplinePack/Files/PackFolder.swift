internal import Foundation

/// The bytes of the YAML files below a folder, read once, with everything that hinders reading them.
///
/// Read are regular files named `*.yaml` without a leading dot, so the backups and half-saved files of editors
/// (`x.yaml~`, `.x.yaml.swp`, `#x.yaml#`) stay out. Folders with a leading dot are left out. Links are followed once,
/// and not out of the folder.
struct PackFolder {
    /// What is too much for a pack; each limit ends in a diagnostic.
    enum Limit {
        /// The size of a file in bytes.
        static let fileSize = 1 << 20
        /// How deep folders are nested.
        static let depth = 16
        /// How many files and folders are looked at.
        static let entries = 100_000
    }

    /// A file as it was found, text or not.
    struct File {
        let path: String
        /// The path below the folder.
        let name: String
        let bytes: [UInt8]
    }

    /// The files in the order of their names.
    private(set) var files: [File] = []
    /// What is wrong with the folder.
    private(set) var diagnostics: [Diagnostic] = []

    /// The folder as it was given.
    let root: String
    private let skipped: Set<String>
    private var visited: Set<FileIdentity> = []
    private var entries = 0

    /// Reads a folder, without the folders right below it that are named in `skipping`.
    init(_ root: String, skipping skipped: Set<String> = []) {
        self.root = root
        self.skipped = skipped
        visit("", depth: 0)
        files.sort { $0.name < $1.name }
    }

    /// The texts of the files, and what is wrong with the folder and with files that hold no text.
    var texts: (files: [SourceFile], diagnostics: [Diagnostic]) {
        var texts: [SourceFile] = []
        var diagnostics = diagnostics
        for file in files {
            switch SourceText.read(file.bytes, path: file.path) {
            case .success(let text): texts.append(SourceFile(path: file.path, name: file.name, text: text))
            case .failure(let diagnostic): diagnostics.append(diagnostic)
            }
        }
        return (texts, diagnostics)
    }

    /// Reads the folder below the root that `name` means; the empty name is the root itself.
    private mutating func visit(_ name: String, depth: Int) {
        guard let identity = FileIdentity(path(name)) else { return fail(.folderMissing, name, folderFault(name)) }
        guard identity.kind == .folder else {
            return fail(.folderMissing, name, "this is no folder", remedy: "name the folder that holds bot.yaml")
        }
        guard depth <= Limit.depth else { return fail(.tooLarge, name, "folders are nested too deep to be a pack") }
        guard visited.insert(identity).inserted else {
            return warn(.unreadable, name, "this folder is a link to one that was read already, so it is left out")
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path(name)) else {
            return fail(.unreadable, name, "the folder cannot be read: \(FileIdentity.reason(EACCES))")
        }
        for entry in names.sorted() where !entry.hasPrefix(".") {
            entries += 1
            guard entries <= Limit.entries else {
                if entries == Limit.entries + 1 { fail(.tooLarge, "", "more than \(Limit.entries) files are no pack") }
                return
            }
            visitEntry(name.isEmpty ? entry : name + "/" + entry, entry, depth)
        }
    }

    private mutating func visitEntry(_ name: String, _ last: String, _ depth: Int) {
        let isYAML = last.hasSuffix(".yaml")
        guard let identity = FileIdentity(path(name)) else {
            if isYAML { fail(.unreadable, name, "the file cannot be read: \(FileIdentity.reason(errno))") }
            return
        }
        let isRead = isYAML || identity.kind == .folder
        // A pack of somebody else's must neither show nor serve a file of whoever opens it.
        if isRead, FileIdentity.isLink(path(name)), !FileIdentity.leads(path(name), into: root) {
            return fail(
                .unreadable, name, "this link leads out of the pack's folder and is not followed",
                remedy: "put the file itself into the pack")
        }
        switch identity.kind {
        case .folder: if depth > 0 || !skipped.contains(last) { visit(name, depth: depth + 1) }
        case .file where isYAML: read(name)
        case .file where last.lowercased().hasSuffix(".yaml") || last.lowercased().hasSuffix(".yml"):
            warn(.unreadable, name, "only files named *.yaml are read", remedy: "rename it if it belongs to the pack")
        case .other where isYAML: fail(.unreadable, name, "this is no regular file")
        default: break
        }
    }

    private mutating func read(_ name: String) {
        switch FileIdentity.contents(of: path(name), limit: Limit.fileSize) {
        case .success(let bytes): files.append(File(path: path(name), name: name, bytes: bytes))
        case .failure(.tooLarge):
            fail(
                .tooLarge, name, "the file is larger than 1 MB and is not read",
                remedy: "split it; one intent is one file")
        case .failure(.system(let code)):
            fail(.unreadable, name, "the file cannot be read: \(FileIdentity.reason(code))")
        }
    }

    private func path(_ name: String) -> String {
        if name.isEmpty { return root }
        return root.hasSuffix("/") ? root + name : root + "/" + name
    }

    private func folderFault(_ name: String) -> Sentence {
        errno == ENOENT ? "there is no such folder" : "the folder cannot be read: \(FileIdentity.reason(errno))"
    }

    private mutating func fail(_ code: DiagnosticCode, _ name: String, _ message: Sentence, remedy: Sentence? = nil) {
        diagnostics.append(Diagnostic(.error, code, file: path(name), message: message, remedy: remedy))
    }

    private mutating func warn(_ code: DiagnosticCode, _ name: String, _ message: Sentence, remedy: Sentence? = nil) {
        diagnostics.append(Diagnostic(.warning, code, file: path(name), message: message, remedy: remedy))
    }
}
