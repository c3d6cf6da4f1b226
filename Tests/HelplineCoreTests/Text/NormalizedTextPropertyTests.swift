import TestSupport
import Testing

@testable import HelplineCore

@Suite("Any text, normalised")
struct NormalizedTextPropertyTests {
    /// Pieces whose mixtures have joins, drops, folds and clusters in every combination.
    private static let pieces =
        [
            "a", "e", "Z", "7", " ", "  ", "\t", "\r\n", "\u{3000}", ".", ",", "，", "。", "中", "國", "們", "々", "豈", "𡑍",
            "ＵＳ", "ｶ", "ﾞ", "か", "\u{3099}", "\u{301}", "\u{302}", "\u{323}", "é", "ệ", "q", "\u{200B}", "\u{200D}",
            "\u{FE0F}", "\u{AD}", "👩", "👨‍👩‍👧", "🇨🇳", "👍🏽", "ﬁ", "㎏", "①", "Å", "\u{1112}", "\u{1161}",
            "\u{11AB}", "ﾡ", "ￂ", "하", "क", "\u{93C}", "\u{1B35}", "\u{1B05}", "\u{85}", "\u{2028}", "\u{115F}", "`",
            "´",
        ]

    private static func text(from generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...14, using: &generator))
            .map { _ in pieces.randomElement(using: &generator) ?? "" }
            .joined()
    }

    /// The offsets at which scalars of valid UTF-8 begin, and its end.
    private static func boundaries(_ bytes: [UInt8]) -> [Int] {
        bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    }

    @Test("a quote, normalised again, contains what was captured", arguments: 1...8 as ClosedRange<UInt64>)
    func quoteContainsCapture(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let text = NormalizedText(Self.text(from: &generator))
            let places = Self.boundaries(text.bytes)
            let start = Int.random(in: 0..<places.count, using: &generator)
            let end = Int.random(in: start..<places.count, using: &generator)
            var range = places[start]..<places[end]
            // White space at the ends of a capture is the caller's to trim, as it is trimmed here.
            while let first = range.first, text.bytes[first] == 0x20 { range = first + 1..<range.upperBound }
            while let last = range.last, text.bytes[last] == 0x20 { range = range.lowerBound..<last }
            guard !range.isEmpty else { continue }
            let again = NormalizedText(text.quote(of: range))
            #expect(
                again.bytes.firstRange(of: text.bytes[range]) != nil,
                "\(text.original.unicodeScalars.map { String($0.value, radix: 16) }) \(range)")
        }
    }

    @Test("normalised a second time, it stays as it is", arguments: 11...18 as ClosedRange<UInt64>)
    func idempotent(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let once = NormalizedText(Self.text(from: &generator))
            let twice = NormalizedText(once.text)
            #expect(twice.bytes == once.bytes, "\(once.original.unicodeScalars.map { String($0.value, radix: 16) })")
        }
    }

    @Test("the sources of its scalars follow one another in order", arguments: 21...28 as ClosedRange<UInt64>)
    func sourcesInOrder(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let text = NormalizedText(Self.text(from: &generator))
            let places = Self.boundaries(text.bytes)
            #expect(places.count == text.scalarCount + 1)
            var end = 0
            for (start, next) in zip(places, places.dropFirst()) {
                let source = text.sourceRange(of: start..<next)
                #expect(source.lowerBound >= end && !source.isEmpty)
                end = source.upperBound
            }
            #expect(end <= text.original.utf8.count)
        }
    }
}
