import TestSupport
import Testing
import TestSupport

@testable import HelplineCore

@Suite("The checksum of a recovery phrase")
struct MnemonicTests {
    private func places(_ phrase: String) -> [UInt16] {
        FoldedLine(phrase).units.split(separator: 0x20).compactMap {
            PhraseLanguage.english.list?.place(of: $0).map { UInt16($0) }
        }
    }

    @Test(
        "holds for the test vectors of the specification",
        arguments: [
            "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
            "legal winner thank year wave sausage worth useful legal winner thank yellow",
            "letter advice cage absurd amount doctor acoustic avoid letter advice cage above",
            "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong",
            "gravity machine north sort system female filter attitude volume fold club stay feature office ecology "
                + "stable narrow fog",
            "hamster diagram private dutch cause delay private meat slide toddler razor book happy fancy gospel tennis "
                + "maple dilemma loan word shrug inflict delay length",
        ])
    func vectors(phrase: String) {
        let places = places(phrase)
        #expect(Mnemonic.isValid(places))
        #expect(!Mnemonic.isValid(places.dropLast() + places.suffix(1).map { $0 ^ 1 }))
        #expect(!Mnemonic.isValid(places.dropLast()))
    }

    @Test("holds for as many words as the bits of the checksum let through by chance")
    func chance() {
        var generator = SeededGenerator(seed: 3)
        for (count, share) in [(12, 16), (24, 256)] {
            let hits = (0..<4_096).count { _ in
                Mnemonic.isValid((0..<count).map { _ in UInt16.random(in: 0..<2048, using: &generator) })
            }
            #expect((4_096 / share / 3...4_096 / share * 3).contains(hits), "\(count) words: \(hits)")
        }
    }
}
