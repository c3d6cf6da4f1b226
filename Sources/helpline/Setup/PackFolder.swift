import ArgumentParser
import HelplineCore
import HelplinePack

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
        StandardError.say(faults.text + "\nhelpline: the pack “\(folder)” was not opened.")
        throw exitCode(faults.diagnostics) ?? ExitStatus.dataFault
    }

    /// Loads a pack and proves it.
    static func prove(_ folder: String) -> Opened {
        let pack = Pack.load(folder: folder)
        let knowledge = pack.content.map { KnowledgeBase($0) }
        let diagnostics = knowledge.map { Checker.check(pack, $0) } ?? pack.diagnostics
        return Opened(pack: pack, knowledge: knowledge, diagnostics: diagnostics)
    }

    /// The code to end with, nil where nothing is an error.
    static func exitCode(_ diagnostics: [Diagnostic]) -> ExitCode? {
        let report = DiagnosticReport(diagnostics)
        guard report.count(.error) > 0 else { return nil }
        return report.isUnreadable ? ExitStatus.noInput : ExitStatus.dataFault
    }
}
