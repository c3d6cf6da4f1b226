import ArgumentParser
import Foundation
import HelplineCore
import HelplinePack

/// Opens packs for the commands, and refuses those with a fault.
enum PackFolder {
    /// A pack, its knowledge base where it has no fault, and everything that proving it has found.
    struct Opened {
        var pack: LoadedPack
        var knowledge: KnowledgeBase?
        var diagnostics: [Diagnostic]
        /// How near the intents come to one another, where that was looked at.
        var confusions: ConfusionMatrix?
    }

    /// A pack that was proved.
    struct Proven {
        var knowledge: KnowledgeBase
        /// Where it is to be kept; nil where it was, or nowhere.
        var place: (shelf: ProvenPack, source: PackSource)?

        /// Remembers that it was, once the state folder is there.
        func keep() {
            if let place { place.shelf.keep(knowledge, of: place.source) }
        }

        /// Keeps it, and gives it as it was kept, for those who run for long: what the proof has touched and nobody has
        /// asked for yet is let go.
        consuming func keptAnew() -> KnowledgeBase {
            keep()
            return place.flatMap { $0.shelf.knowledge(of: $0.source) } ?? knowledge
        }
    }

    /// The knowledge base of a pack that was proved, now or, where a state folder tells so, before.
    ///
    /// A fault ends the program with code 65, a missing or unreadable folder with code 66, after every fault was named.
    ///
    /// - Parameter announce: called before a proof begins, which takes seconds.
    static func open(
        _ folder: String, state: String? = nil, announce: (_ folder: String, _ isKept: Bool) -> Void = announceProof
    ) throws -> Proven {
        let source = PackSource(folder: folder)
        let shelf = state.map { ProvenPack(stateFolder: $0, program: Program.identity) }
        if let knowledge = shelf?.knowledge(of: source) { return Proven(knowledge: knowledge) }
        announce(folder, shelf != nil)
        let knowledge = try accepted(prove(source, warnings: false), folder)
        return Proven(knowledge: knowledge, place: shelf.map { ($0, source) })
    }

    /// Says to whoever waits at a terminal why the start takes a moment.
    static func announceProof(of folder: String, isKept: Bool) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        let sentence: Sentence =
            isKept
            ? "helpline: “\(folder)” is new or has changed and is proved first; the next start is immediate."
            : "helpline: “\(folder)” is proved first."
        StandardError.say(sentence.said(in: AuthorOptions.languageOfTerminal))
    }

    /// The knowledge base of a pack that can be loaded, its examples not proved: for those who look at what it does.
    static func inspect(_ folder: String) throws -> KnowledgeBase {
        let pack = Pack.load(folder: folder)
        let knowledge = pack.compiled()
        return try accepted(Opened(pack: pack, knowledge: knowledge, diagnostics: pack.diagnostics), folder)
    }

    /// The knowledge base of a pack without an error; else the program ends, after every error was named.
    static func accepted(_ opened: Opened, _ folder: String) throws -> KnowledgeBase {
        let faults = DiagnosticReport(opened.diagnostics.filter { $0.severity == .error })
        if let knowledge = opened.knowledge, faults.diagnostics.isEmpty { return knowledge }
        StandardError.say(faults.text + "\nhelpline: the pack “\(folder)” was not opened.")
        throw exitCode(faults.diagnostics) ?? ExitStatus.dataFault
    }

    /// Loads a pack and proves it; without warnings it takes less time.
    static func prove(_ source: PackSource, warnings: Bool = true) -> Opened {
        let pack = source.load()
        let knowledge = pack.compiled()
        let found = knowledge.map { Checker.examine(pack, $0, warnings: warnings) }
        return Opened(
            pack: pack, knowledge: knowledge, diagnostics: found?.diagnostics ?? pack.diagnostics,
            confusions: found?.confusions)
    }

    /// The code to end with, nil where nothing is an error.
    static func exitCode(_ diagnostics: [Diagnostic]) -> ExitCode? {
        let report = DiagnosticReport(diagnostics)
        guard report.count(.error) > 0 else { return nil }
        return report.isUnreadable ? ExitStatus.noInput : ExitStatus.dataFault
    }
}
