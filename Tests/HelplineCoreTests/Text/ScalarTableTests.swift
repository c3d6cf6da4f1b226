import Foundation
import Testing

@testable import HelplineCore

/// Foundation's transforms as the oracle, for every scalar of the Basic Multilingual, Supplementary Multilingual and
/// Supplementary Ideographic Planes that Unicode 16.0 assigns, without those that are dropped or are white space.
@Suite("The scalar table")
struct ScalarTableTests {
    private static let known: [Unicode.Scalar] = (UInt32(0x80)...0x2FFFF).compactMap { Unicode.Scalar($0) }
        .filter { scalar in
            guard let age = scalar.properties.age, (age.major, age.minor) <= (16, 0) else { return false }
            return !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
        }

    /// Two characters, each the simplified form of the other, and a third that leads to them: all become one.
    private static let cycle: Set<UInt32> = [0x82CE, 0x82E7, 0x85B4]

    private func single(_ text: String) -> String? { text.unicodeScalars.count == 1 ? text : nil }

    @Test("folds each scalar as NFC, NFKC and Hant-Hans do in turn, each where its form is one scalar")
    func singles() {
        let hans = StringTransform("Hant-Hans")
        for scalar in Self.known where !Self.cycle.contains(scalar.value) {
            let whole = single(String(scalar).precomposedStringWithCanonicalMapping) ?? String(scalar)
            let compatible = single(whole.precomposedStringWithCompatibilityMapping) ?? whole
            let expected = single(compatible.applyingTransform(hans, reverse: false) ?? "") ?? compatible
            let target = ScalarTable.standard[scalar.value].target
            let folded = target == 0 ? scalar.value : target
            #expect(folded == expected.unicodeScalars.first?.value, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test("makes one of each canonical decomposition what it makes of the composed character")
    func composites() {
        for scalar in Self.known {
            let whole = String(scalar)
            let parts = whole.decomposedStringWithCanonicalMapping
            // Composites outside the BMP have no use here; the composition exclusions have no composed form.
            guard parts.unicodeScalars.count > 1, scalar.value <= 0xFFFF,
                single(whole.precomposedStringWithCanonicalMapping) != nil
            else { continue }
            #expect(
                NormalizedText(parts).bytes == NormalizedText(whole).bytes, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test("knows white space and what is invisible, in every plane")
    func classes() {
        for scalar in (UInt32(0x80)...0x10FFFF).compactMap({ Unicode.Scalar($0) }) {
            let cell = ScalarTable.standard[scalar.value]
            let agrees =
                cell.isSpace == scalar.properties.isWhitespace
                && cell.isIgnorable == scalar.properties.isDefaultIgnorableCodePoint
            if !agrees { Issue.record("U+\(String(scalar.value, radix: 16))") }
        }
    }

    @Test("has the last word at once: what it writes it would not change again")
    func idempotent() {
        for scalar in Self.known {
            let target = ScalarTable.standard[scalar.value].target
            if target != 0 { #expect(ScalarTable.standard[target].target == 0) }
        }
    }

    @Test("tells Han characters from others", arguments: ["中", "國", "々", "〇", "㐀", "𠀀", "豈", "⼀", "𰻝"])
    func han(text: String) {
        #expect(text.unicodeScalars.allSatisfy { $0.isHan })
        #expect(text.unicodeScalars.allSatisfy { $0.isMeaningful })
    }

    @Test("takes no other character for Han", arguments: ["か", "한", "，", "。", "「", "A", "７", "㊀", "ㄅ", "😀"])
    func notHan(text: String) {
        #expect(!text.unicodeScalars.contains { $0.isHan })
    }

    @Test("sees meaning in letters and digits only")
    func meaningful() {
        #expect("aZ09éДか७한".unicodeScalars.allSatisfy { $0.isMeaningful })
        #expect(!" .,!?-_@$。，？😀\u{301}".unicodeScalars.contains { $0.isMeaningful })
    }

    @Test("tells what becomes of a scalar in a pattern")
    func folding() {
        #expect(ScalarFolding.of("a") == .kept)
        #expect(ScalarFolding.of("码") == .kept)
        #expect(ScalarFolding.of("碼") == .replaced("码"))
        #expect(ScalarFolding.of("Ａ") == .replaced("A"))
        #expect(ScalarFolding.of(" ") == .space)
        #expect(ScalarFolding.of("\u{3000}") == .space)
        #expect(ScalarFolding.of("\u{200B}") == .dropped)
        #expect(ScalarFolding.foldedHan("碼") == "码")
        #expect(ScalarFolding.foldedHan("Ａ") == "Ａ")
        #expect(ScalarFolding.joins("e", "\u{301}") == "é")
        #expect(ScalarFolding.joins("q", "\u{301}") == nil)
    }
}
