import ArgumentParser
import Foundation
import HelplineCore
import HelplinePack
import PatternSet

/// Opens packs for the commands, and refuses those with a fault.
enum PackFolder {
    /// The knowledge base of a pack that was proved.
    ///
    /// A fault ends the program with code 65, a missing or unreadable folder with code 66, after every fault was named.
    static func open(_ folder: String) throws -> KnowledgeBase {
        let pack = Pack.load(folder: folder)
        guard let content = pack.content else { throw refuse(pack.diagnostics, folder) }
        let knowledge = KnowledgeBase(content)
        let findings = Checker.check(pack, knowledge)
        guard findings.contains(where: { $0.severity == .error }) else { return knowledge }
        throw refuse(findings, folder)
    }

    private static func refuse(_ diagnostics: [Diagnostic], _ folder: String) -> ExitCode {
        let faults = DiagnosticReport(diagnostics.filter { $0.severity == .error })
        StandardError.say(faults.text)
        StandardError.say("helpline: the pack “\(folder)” was not opened because of \(faults.summary).")
        return faults.isUnreadable ? ExitStatus.noInput : ExitStatus.dataFault
    }
}
