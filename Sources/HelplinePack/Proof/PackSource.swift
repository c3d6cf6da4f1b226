/// The files of a pack as they were read, before anything is made of them.
public struct PackSource: Sendable {
    let folder: PackFolder

    /// Reads the files of a folder; what hinders that is told by ``load()``.
    public init(folder: String) {
        self.folder = PackFolder(folder, skipping: [Pack.transcripts])
    }

    /// A number that changes when a file of the pack changes, is added, renamed or removed, or when it is another
    /// folder; nil where not all files could be read.
    ///
    /// The same whichever way leads to the folder: `Intents`, `./Intents/`, its absolute path, a link to it.
    /// Not safe against somebody who chooses files to get a given number.
    var fingerprint: UInt64? {
        guard folder.diagnostics.allSatisfy({ $0.severity != .error }) else { return nil }
        var hash = Fingerprint()
        hash.add(FileIdentity.resolved(folder.root) ?? folder.root)
        for file in folder.files {
            hash.add(file.name)
            hash.add(file.bytes)
        }
        return hash.value
    }

    /// Makes a pack of the files, see ``Pack/load(folder:)``.
    public func load() -> LoadedPack {
        let (files, diagnostics) = folder.texts
        return Pack.load(files: files, diagnostics: diagnostics, folder: folder.root)
    }
}
