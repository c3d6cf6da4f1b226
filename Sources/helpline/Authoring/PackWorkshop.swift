import Foundation
import HelplineCore
import HelplinePack
import Synchronization

/// The pack of a rehearsal: read anew when its author asks, or when its files change.
///
/// Only a pack without an error is handed out; until then the one before stays in use. Used by the chat's thread and
/// the one that watches the files.
final class PackWorkshop: Sendable {
    private struct State {
        /// A pack that was proved and not yet taken.
        var fresh: KnowledgeBase?
        /// What was said of the pack last, so that the same doubts are not told again.
        var told: Set<String> = []
    }

    /// How often the files are looked at.
    private static let pace = 0.5

    private let folder: String
    private let language: Sentence.Language
    private let state = Mutex(State())
    /// One reading at a time.
    private let bench = Mutex(())

    /// The files as they stood before the pack was first read.
    private let first: PackFiles

    /// Begins before the pack is read, so that no change after it is missed.
    init(_ folder: String, language: Sentence.Language) {
        self.folder = folder
        self.language = language
        first = PackFiles(folder)
    }

    /// The pack that was read last; once.
    func take() -> KnowledgeBase? {
        state.withLock { state in
            defer { state.fresh = nil }
            return state.fresh
        }
    }

    /// Notes what there is to say of the pack in use, so that only what is new is told later.
    func begin() {
        bench.withLock { _ in
            let opened = PackFolder.prove(PackSource(folder: folder))
            _ = news(of: shown(opened.diagnostics))
        }
    }

    /// Reads and proves the pack, and says what came of it: every error, and every doubt that is new.
    func reload() -> String {
        bench.withLock { _ in
            let opened = PackFolder.prove(PackSource(folder: folder))
            let found = shown(opened.diagnostics)
            let report = DiagnosticReport(news(of: found))
            let text = report.diagnostics.isEmpty ? "" : report.text(in: language) + "\n"
            guard let knowledge = opened.knowledge, DiagnosticReport(opened.diagnostics).count(.error) == 0 else {
                return text + say("The pack has errors, so the one before stays in use; mend them and save.")
            }
            state.withLock { $0.fresh = knowledge }
            return text
                + say(
                    "The pack was read anew: \(DiagnosticReport(found).summary(in: language)). The conversation goes on."
                )
        }
    }

    /// Reads the pack anew whenever one of its files has changed and then stood still for a moment; never returns.
    ///
    /// Costs a look at each file twice a second.
    func watch(_ tell: @Sendable (String) -> Void) {
        var watcher = PackWatcher(folder, since: first)
        while true {
            Thread.sleep(forTimeInterval: Self.pace)
            if watcher.hasSettled() { tell(reload()) }
        }
    }

    private func shown(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.filter { $0.severity != .note }
    }

    /// The errors, and the doubts that were not there before.
    private func news(of diagnostics: [Diagnostic]) -> [Diagnostic] {
        state.withLock { state in
            let words = diagnostics.map { "\($0.file) \($0.code) \($0.message)" }
            // A pack with errors is not proved, so that its doubts are not heard of; they are none the less known.
            let isWhole = !diagnostics.contains { $0.severity == .error }
            defer { state.told = isWhole ? Set(words) : state.told.union(words) }
            return zip(diagnostics, words).filter { $0.severity == .error || !state.told.contains($1) }.map(\.0)
        }
    }

    private func say(_ sentence: Sentence) -> String {
        sentence.said(in: language)
    }
}

/// Tells when the files of a pack have changed and stand still again: an editor may write a file in several steps.
private struct PackWatcher {
    private let folder: String
    private var known: PackFiles
    private var present: PackFiles

    init(_ folder: String, since first: PackFiles) {
        self.folder = folder
        known = first
        present = first
    }

    /// Whether the files differ from those told of last, and are as they were a look ago.
    mutating func hasSettled() -> Bool {
        let next = PackFiles(folder)
        defer { present = next }
        guard next == present, next != known else { return false }
        known = next
        return true
    }
}

/// The files of a pack as the file system tells of them.
private struct PackFiles: Equatable {
    private struct Mark: Equatable {
        var size: Int64
        var seconds: Int
        var nanoseconds: Int
        var number: UInt64
    }

    /// At most so many files are looked at.
    private static let limit = 20_000

    private var marks: [String: Mark] = [:]

    init(_ folder: String) {
        guard let names = FileManager.default.enumerator(atPath: folder) else { return }
        while let name = names.nextObject() as? String, marks.count < Self.limit {
            guard name.hasSuffix(".yaml") else { continue }
            var information = stat()
            guard stat(folder + "/" + name, &information) == 0 else { continue }
            marks[name] = Mark(
                size: Int64(information.st_size), seconds: information.st_mtim.tv_sec,
                nanoseconds: information.st_mtim.tv_nsec, number: UInt64(information.st_ino))
        }
    }
}
