import PCRE2
import PatternFuzz
import PatternSet
import Testing

@Suite("Case classes")
struct CaseClassesTests {
    @Test(
        "The table is what the linked library does",
        .enabled(if: LibraryVersion().unicode == CaseClasses.tableUnicodeVersion))
    func tableIsCurrent() throws {
        let rows = try #require(CaseSurvey()).rows
        #expect(
            CaseTable(unicode: CaseClasses.tableUnicodeVersion).rows == rows,
            "The rows should be:\n\(rows.map { "\($0),\n" }.joined())")
    }

    @Test("With another version of Unicode than the table's the classes are asked of the library")
    func otherVersion() throws {
        let asked = CaseTable(unicode: "0.0.0")
        #expect(asked.isKnown)
        #expect(asked.rows.count > 100)
        // The same library gives what the table says of it.
        let isCurrent = LibraryVersion().unicode == CaseClasses.tableUnicodeVersion
        #expect(!isCurrent || asked.rows == CaseTable(unicode: CaseClasses.tableUnicodeVersion).rows)
    }

    @Test("Whatever PCRE2 takes for the same is folded to the same, as far as the classes are settled")
    func settledClassesAreWhole() throws {
        for members in try #require(CaseSurvey()).classes where members.contains(where: CaseClasses.isSettled) {
            let representatives = Set(members.map(CaseClasses.representative))
            #expect(representatives.count == 1, "\(members)")
        }
    }

    @Test(
        "The blocks called caseless hold no cased letter, and none of their characters matches one outside",
        arguments: [
            0x2E80...0xA63F, 0xAC00...0xFAFF, 0xFF00...0xFF20, 0x12000...0x15FFF, 0x17000...0x1CFFF, 0x20000...0x3FFFF,
        ]
            as [ClosedRange<UInt32>])
    func blocksWithoutCase(block: ClosedRange<UInt32>) throws {
        let inside = String(String.UnicodeScalarView(block.compactMap(Unicode.Scalar.init)))
        let others = (0..<0x40000).lazy.filter { !block.contains($0) }
        let outside = String(String.UnicodeScalarView(others.compactMap(Unicode.Scalar.init)))
        let low = String(block.lowerBound, radix: 16)
        let high = String(block.upperBound, radix: 16)
        var store = CodeStore()
        let cased = store.match(0, of: OnePattern(try Pattern("\\p{L&}")), in: inside.utf8Span)
        #expect(cased == .noMatch(by: .jit))
        let related = store.match(0, of: OnePattern(try Pattern("[\\x{\(low)}-\\x{\(high)}]")), in: outside.utf8Span)
        #expect(related == .noMatch(by: .jit))
    }

    @Test(
        "Representatives are the shortest members of their classes",
        arguments: [
            ("K", "k"), ("\u{212A}", "k"), ("S", "s"), ("\u{17F}", "s"), ("ẞ", "ß"), ("Σ", "ς"), ("σ", "ς"),
            ("Å", "å"), ("\u{212B}", "å"), ("I", "i"), ("ı", "ı"), ("İ", "İ"), ("币", "币"), ("Ａ", "ａ"),
        ])
    func representatives(character: String, representative: String) {
        #expect(CaseClasses.folded(character) == Array(representative.utf8))
    }

    @Test("Folding never makes a text longer")
    func foldingDoesNotGrow() {
        let longer = (0..<0x110000 as Range<UInt32>).compactMap(Unicode.Scalar.init).filter { scalar in
            let representative = Unicode.Scalar(CaseClasses.representative(of: scalar.value))
            return representative.map { UTF8.width($0) > UTF8.width(scalar) } ?? true
        }
        #expect(longer.isEmpty)
    }

    @Test("Folding bytes and folding a string are the same")
    func foldingBytes() {
        let text = "Ｋ My ẞ ΑΣΣ 账号 🙂 \u{212A}eY"
        var buffer: [UInt8] = []
        CaseClasses.fold(text.utf8Span.span, into: &buffer)
        #expect(buffer == CaseClasses.folded(text))
        #expect(String(decoding: buffer, as: UTF8.self).hasSuffix("key"))
    }
}
