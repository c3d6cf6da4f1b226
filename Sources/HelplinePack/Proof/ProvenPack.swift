public import HelplineCore

/// The pack that passed its check last, compiled, in a file of the state folder: the same pack need not be read and
/// proved again at the next start.
///
/// The file is believed only where it belongs to this user alone, was written by the same program with the same
/// libraries for the same text of the same files, and is whole. Whatever else is there is as good as nothing, and what
/// cannot be written is made again the next time.
///
/// ```swift
/// let proven = ProvenPack(stateFolder: folder, program: version)
/// let source = PackSource(folder: "Intents")
/// let knowledge = proven.knowledge(of: source) ?? check(source)
/// ```
public struct ProvenPack: Sendable {
    private let folder: String
    private let program: String

    /// Looks in a state folder; `program` MUST change with everything that decides what a pack means and how it is
    /// written.
    public init(stateFolder folder: String, program: String) {
        self.folder = folder
        self.program = program
    }

    private var path: String { folder + "/pack.proven" }

    /// The knowledge base of a pack that was kept, nil where it was not.
    public func knowledge(of source: PackSource) -> KnowledgeBase? {
        guard let key = key(of: source), let kept = ProvenFile.read(path, key: key) else { return nil }
        return try? KnowledgeBase(kept)
    }

    /// Keeps a pack that passed its check without an error; the one that was kept before goes.
    ///
    /// Does nothing where the folder is missing or cannot be written.
    public func keep(_ knowledge: KnowledgeBase, of source: PackSource) {
        guard let key = key(of: source) else { return }
        ProvenFile.write(KeptKnowledge(knowledge), key: key, to: path)
    }

    private func key(of source: PackSource) -> UInt64? {
        guard let fingerprint = source.fingerprint else { return nil }
        var hash = Fingerprint()
        hash.add(program)
        hash.add("\(fingerprint)")
        return hash.value
    }
}
