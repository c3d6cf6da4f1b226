import ArgumentParser
import HelplineCore
import HelplinePack
import PatternSet

/// Opens packs for the commands, and refuses those with a fault.
enum PackFolder {
    /// A pack, its knowledge base where it has no fault, and everything that proving it has found.
    struct Opened {
        var pack: LoadedPack
        var knowledge: KnowledgeBase?
        var diagnostics: [Diagnostic]
    }

    /// The knowledge base of a pack that was proved.
    ///
    /// A fault ends the program with code 65, a missing or unreadable folder with code 66, after every fault was named.
    static func open(_ folder: String) throws -> KnowledgeBase {
        let opened = prove(folder)
        let faults = DiagnosticReport(opened.diagnostics.filter { $0.severity == .error })
        if let knowledge = opened.knowledge, faults.diagnostics.isEmpty { return knowledge }
        StandardError.say(faults.text + "helpline: the pack “\(folder)” was not opened.")
        throw exitCode(faults.diagnostics) ?? ExitStatus.dataFault
    }

    /// Loads a pack and proves it.
    static func prove(_ folder: String) -> Opened {
        let pack = Pack.load(folder: folder)
        let knowledge = pack.content.map { KnowledgeBase($0) }
        var scratch = MatchScratch()
        let diagnostics = Checker(pack).check { text, locale in
            guard let knowledge else { return Verdict() }
            return Verdict(knowledge.classify(text, locale: locale, using: &scratch))
        }
        return Opened(pack: pack, knowledge: knowledge, diagnostics: diagnostics)
    }

    /// The code to end with, nil where nothing is an error.
    static func exitCode(_ diagnostics: [Diagnostic]) -> ExitCode? {
        let errors = diagnostics.filter { $0.severity == .error }
        guard !errors.isEmpty else { return nil }
        let isMissing = errors.contains { [.folderMissing, .unreadable].contains($0.code) }
        return isMissing ? ExitStatus.noInput : ExitStatus.dataFault
    }
}
