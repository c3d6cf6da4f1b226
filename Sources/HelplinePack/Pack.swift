/// The content of a bot as a folder of YAML files.
///
/// ```swift
/// let pack = Pack.load(folder: "Intents")
/// print(DiagnosticReport(pack.diagnostics).text)
/// if let content = pack.content { serve(KnowledgeBase(content)) }
/// ```
public enum Pack {
    /// The folder of a pack that holds conversations, not content.
    public static let transcripts = "Transcripts"

    /// The files that hold no intent.
    static let commonFiles: Set<String> = ["bot.yaml", "vocabulary.yaml", "out-of-scope.yaml"]

    /// Reads a folder: `bot.yaml`, `vocabulary.yaml`, `out-of-scope.yaml`, and one intent in every other `*.yaml` file,
    /// subfolders included.
    ///
    /// Never fails: whatever is wrong with the folder is among the diagnostics, all of it at once. Costs about a
    /// millisecond for ten intents. Reads each file once and keeps no handle.
    public static func load(folder: String) -> LoadedPack {
        PackSource(folder: folder).load()
    }

    /// Reads files that are in memory already.
    static func load(files: [SourceFile], diagnostics: [Diagnostic] = [], folder: String = "") -> LoadedPack {
        var loader = PackLoader(files: files, diagnostics: diagnostics, folder: folder)
        return loader.load()
    }
}
