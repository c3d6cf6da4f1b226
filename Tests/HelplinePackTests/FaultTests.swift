import Foundation
import Testing

@testable import HelplinePack

@Suite("Faults of packs")
struct FaultTests {
    @Test(
        "Every fault is reported with its place, its message and its cure, and nothing else is",
        arguments: FaultCase.all)
    func fault(_ fault: FaultCase) {
        #expect(fault.pack.report() == fault.report)
    }

    @Test("A pack with an error has no content, a pack with a warning has", arguments: FaultCase.all)
    func content(_ fault: FaultCase) {
        #expect((fault.pack.load().content == nil) == fault.report.contains { $0.contains(": error: ") })
    }

    @Test("All faults of a pack come at once, those of several files too")
    func allAtOnce() {
        let pack = SamplePack()
            .replacing("solved: escalate", with: "sovled: escalate")
            .replacing("{set: coin}", with: "{set: coins}")
            .replacing("id: fees", with: "id: my fees", in: "fees.yaml")
            .replacing("kind: smalltalk", with: "kind：smalltalk", in: "Smalltalk/greeting.yaml")
        let places = pack.load().diagnostics.map(\.place)
        #expect(
            places == [
                "Smalltalk/greeting.yaml:2:5", "account-stolen.yaml:29:19", "account-stolen.yaml:48:1", "fees.yaml:1:5",
            ])
    }

    @Test("A pack whose vocabulary is missing is told so once, with the sets that it needs")
    func missingVocabulary() {
        var pack = SamplePack()
        pack.files["vocabulary.yaml"] = nil
        #expect(
            pack.report() == [
                "Pack: error: vocabulary.yaml is not in this folder, and the pack names word sets of it (3 in all): "
                    + "“account”, “coin” and “stolen” = put the file back, or write one with those sets"
            ])
    }

    @Test("A pack that names no word set needs no vocabulary")
    func noVocabulary() {
        var pack = SamplePack()
        pack.files = pack.files.filter { ["bot.yaml", "Smalltalk/greeting.yaml"].contains($0.key) }
        #expect(!pack.report().contains { $0.contains("vocabulary.yaml") })
    }

    @Test("A file of garbage is reported within bounds")
    func garbage() {
        let keys = (0..<5_000).map { "key\($0): \($0)\n" }.joined()
        let diagnostics = SamplePack().adding(keys, to: "fees.yaml").load().diagnostics
        #expect(diagnostics.count == DiagnosticLog.limit + 1)
        #expect(
            diagnostics.contains { $0.code == .more && $0.message == "4900 more faults of this file are not listed" })
    }

    @Test("A heap of notes hides no error of the same file")
    func notesHideNothing() {
        var log = DiagnosticLog(files: [SourceFile(path: "a.yaml", name: "a.yaml", text: "x")])
        for _ in 0..<500 { log.note(.note, .unprovenPattern, at: Place(file: 0), "a note") }
        log.error(.unknownKey, at: Place(file: 0), "an error")
        let found = log.finished()
        #expect(found.filter { $0.severity == .error }.map(\.message) == ["an error"])
        #expect(found.last { $0.code == .more }?.message == "400 more faults of this file are not listed")
    }
}

/// A case of Fixtures/faults.txt.
struct FaultCase: Sendable, CustomTestStringConvertible {
    var name = ""
    var pack = SamplePack()
    var report: [String] = []

    var testDescription: String { name }

    static let all: [FaultCase] = {
        let text = (try? String(contentsOf: Fixtures.url("faults.txt"), encoding: .utf8)) ?? ""
        return text.components(separatedBy: "\n\n").dropFirst().map(FaultCase.init(section:))
    }()

    init(section: String) {
        var file = ""
        var old: [String] = []
        var new: [String] = []
        func change(_ pack: SamplePack) -> SamplePack {
            guard !old.isEmpty else { return pack }
            let end = new.isEmpty ? "\n" : ""
            let changed = pack.replacing(
                old.joined(separator: "\n") + end, with: new.joined(separator: "\n"), in: file)
            (old, new) = ([], [])
            return changed
        }
        for line in section.components(separatedBy: "\n") where !line.isEmpty {
            let rest = String(line.dropFirst())
            switch line.first {
            case "#": name = String(rest.dropFirst())
            case "@":
                pack = change(pack)
                file = String(rest.dropFirst())
            case "-": old.append(rest)
            case "+": new.append(rest)
            case "~": pack = change(pack)
            default:
                pack = change(pack)
                report.append(String(rest.dropFirst()))
            }
        }
        pack = change(pack)
    }
}

enum Fixtures {
    static func url(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
    }
}
