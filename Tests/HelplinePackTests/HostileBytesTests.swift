import Foundation
import TestSupport
import Testing

@testable import HelplinePack

@Suite("Damaged packs")
struct HostileBytesTests {
    /// How often each file is damaged; the seeds count from 0.
    private static let count =
        ProcessInfo.processInfo.environment["HELPLINE_DAMAGED_PACKS"].flatMap { UInt64($0) } ?? 100

    private static let fragments: [[UInt8]] =
        [
            "{{", "}}", ": ", "- ", "\t", "\n", "\r\n", "'", "\"", "[", "]", "{", "}", "&a ", "*a", "!x ", "|", ">",
            "#", "：", "“", "\\",
            "(", ")", "(?", "{{coin}}", "\u{FEFF}", "\u{2028}", "% ", "---\n", "? ", "<<: ", "\u{301}", "ＡＢ", "~",
            "\\x{", "\\Q",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0], [0x1B]]

    private func damaged(_ bytes: [UInt8], _ numbers: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &numbers) {
            let place = Int.random(in: 0...bytes.count, using: &numbers)
            switch Int.random(in: 0..<5, using: &numbers) {
            case 0: bytes.insert(contentsOf: Self.fragments.randomElement(using: &numbers) ?? [], at: place)
            case 1: bytes.removeSubrange(place..<min(place + Int.random(in: 1...20, using: &numbers), bytes.count))
            case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &numbers) }
            case 3: bytes.removeSubrange(place...)
            default:
                let end = min(place + Int.random(in: 1...40, using: &numbers), bytes.count)
                bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &numbers))
            }
        }
        return bytes
    }

    /// Loads a pack of which one file was replaced by bytes.
    private func load(_ pack: SamplePack, _ name: String, _ bytes: [UInt8]) -> LoadedPack {
        var files: [SourceFile] = []
        var diagnostics: [Diagnostic] = []
        for (file, text) in pack.files.sorted(by: { $0.key < $1.key }) {
            switch SourceText.read(file == name ? bytes : Array(text.utf8), path: file) {
            case .success(let text): files.append(SourceFile(path: file, name: file, text: text))
            case .failure(let diagnostic): diagnostics.append(diagnostic)
            }
        }
        return Pack.load(files: files, diagnostics: diagnostics)
    }

    @Test(
        "A damaged file never traps, and an unusable one is never silent",
        arguments: [
            "account-stolen.yaml", "vocabulary.yaml", "fees.yaml", "bot.yaml",
        ])
    func damage(name: String) {
        let pack = SamplePack()
        let bytes = Array((pack.files[name] ?? "").utf8)
        for seed in 0..<Self.count {
            var numbers = SeededGenerator(seed: seed)
            let loaded = load(pack, name, damaged(bytes, &numbers))
            let report = DiagnosticReport(loaded.diagnostics)
            #expect((loaded.content == nil) == (report.count(.error) > 0), "seed \(seed)")
            #expect(!report.text.unicodeScalars.contains { $0.isUnprintable && $0 != "\n" }, "seed \(seed)")
        }
    }

    @Test("A file that ends anywhere never traps")
    func truncation() {
        let pack = SamplePack()
        let bytes = Array((pack.files["account-stolen.yaml"] ?? "").utf8)
        for end in stride(from: 0, to: bytes.count, by: 7) {
            let loaded = load(pack, "account-stolen.yaml", Array(bytes[..<end]))
            #expect((loaded.content == nil) == loaded.diagnostics.contains { $0.severity == .error })
        }
    }

    @Test("A damaged transcript never traps")
    func transcript() {
        let text =
            "- name: a\n  zone: UTC\n  steps:\n    - {user: x, bot: [y, /z+/], after: 20m, state: idle, mail: true}\n"
        for seed in 0..<Self.count * 4 {
            var numbers = SeededGenerator(seed: seed)
            guard case .success(let text) = SourceText.read(damaged(Array(text.utf8), &numbers), path: "t.yaml") else {
                continue
            }
            let (transcript, faults) = Transcript.read(SourceFile(path: "t.yaml", name: "t.yaml", text: text))
            #expect((transcript == nil) == faults.contains { $0.severity == .error }, "seed \(seed)")
        }
    }
}
