import HelplineCore
import PCRE2
import PatternSet
import Testing

@testable import HelplinePack

@Suite("Patterns as authors write them")
struct PatternExpanderTests {
    private func expand(_ text: String) -> PatternExpander {
        PatternExpander(text, group: { $0 == "coin" ? "(?:BTC|币)" : nil }, suggestion: { _ in nil })
    }

    @Test(
        "What is no literal stays as it is",
        arguments: [
            "(?<value>a|b)(?P<other>c)(?'third'd)", "[一-龥]{2,4}?", "\\Q(a\\E", "(?#注释 （）a", "\\p{Han}\\P{L}",
            "a{,3}b{2}c{1,}", "(?i:x)(?-i)y", "[^)\\]-]", "\\x{4E00}\\x41", "(?&name)(?(1)a|b)", "\\k{value}\\g{1}",
            "[[:alpha:]]", "[]a]", "a\\ b", "{", "a{{", "{ }x",
        ])
    func kept(text: String) {
        let expander = expand(text)
        #expect(expander.result == text)
        #expect(expander.problems.map(\.message) == [])
    }

    @Test(
        "Traditional characters are simplified, the ends of a range are not",
        arguments: [
            ("手續費", "手续费"), ("[賬帳]號", "[账帐]号"), ("[賬-鬼]", "[賬-鬼]"), ("\\Q手續費\\E", "\\Q手续费\\E"),
            ("(?<費>費)", "(?<費>费)"), ("(?#費)費", "(?#費)费"),
        ])
    func simplified(written: String, expected: String) {
        #expect(expand(written).result == expected)
    }

    @Test(
        "A set stands for its group",
        arguments: [
            ("{{coin}}", "(?:BTC|币)"), ("{{ coin }}{2}", "(?:BTC|币){2}"), ("a{{coin}}|b", "a(?:BTC|币)|b"),
        ])
    func sets(written: String, expected: String) {
        let expander = expand(written)
        #expect(expander.result == expected)
        #expect(expander.sets == ["coin"])
    }

    @Test(
        "A letter or digit right beside a set is doubtful unless it may be missing",
        arguments: [
            ("a{{coin}}", 1), ("{{coin}}s", 1), ("\\d{{coin}}", 1), ("\\d+{{coin}}", 1), ("{{coin}}\\w", 1),
            ("{{coin}}s?", 0), ("{{coin}}\\d*", 0), ("\\d*{{coin}}", 0), ("a |{{coin}}", 0), ("的{{coin}}了", 0),
            ("\\b{{coin}}\\b", 0), ("\\s{{coin}}", 0), ("(?:a){{coin}}", 0),
        ])
    func neighbours(written: String, count: Int) {
        let problems = expand(written).problems
        #expect(problems.count == count)
        #expect(problems.allSatisfy { $0.severity == .warning })
    }

    @Test(
        "A pattern with sets is compiled small where that proves as much",
        arguments: [
            ("{{coin}}.{0,4}了", "(?:x).{0,4}了"), ("(?<!不){{coin}}", nil), ("({{coin}}.){3}", nil),
            ("{{coin}}{2,9}", nil),
            ("币{2}{{coin}}", "币{2}(?:x)"), ("没有", nil),
        ])
    func skeleton(written: String, skeleton: String?) {
        #expect(expand(written).skeleton == skeleton)
    }

    @Test(
        "A pattern compiled small is one when it is compiled whole",
        arguments: [
            "{{coin}}.{0,4}了", "(?<value>{{coin}})(?:{{coin}}|x)?+", "^{{coin}}$|(?=.*{{coin}})a", "(?i){{coin}}*+\\b",
        ])
    func wholeCompiles(written: String) throws {
        let pattern = try expand(written).pattern()
        let whole = try Pattern(expand(written).result)
        #expect(pattern.text == whole.text)
        #expect(pattern.captureCount == whole.captureCount)
        #expect(pattern.names == whole.names)
        #expect(pattern.matchesEmpty == whole.matchesEmpty)
        #expect(pattern.minimumLength <= whole.minimumLength)
    }

    @Test("A byte behind a set leads back to its own character")
    func offsets() {
        let expander = expand("我{{coin}}手續x")
        let group: (SetID) -> String? = { _ in "(?:BTC|币)" }
        let bytes = Array(expander.result.utf8)
        for (offset, scalar) in [(0, "我"), (1, "("), (9, "手"), (10, "续"), (11, "x")] {
            let start = bytes.firstIndex(of: Array(scalar.utf8)[0], in: expander.result, of: scalar)
            #expect(expander.sourceOffset(ofByte: start, group: group) == offset)
        }
        #expect(expander.sourceOffset(ofByte: 1_000, group: group) == 11)
    }

    @Test(
        "Literals that no normalised message has are found",
        arguments: [
            "ＵＳＤＴ", "费用？", "[！!]", "\\x{FF01}", "\\N{U+8CEC}", "账号 被盗", "a  b", "a\\nb", "a\\tb", "e\u{301}",
            "\u{3000}",
            "a\u{200B}b", "\\Q！\\E",
        ])
    func dead(text: String) throws {
        #expect(expand(text).problems.map(\.code) == [.deadPattern])
    }

    @Test(
        "Spaces that may be missing are no fault",
        arguments: [
            "账号 ?被盗", "账号 *被盗", "账号 {0,2}被盗", "账号( |)被盗", "a 账?b", "lost my wallet", "{{coin}} lost", "(?x) 账号 被盗",
            "账号\\s*被盗", "[\\s\\n]a", "a\\n?b", "lost[?.! ]", "丢了[,. ]再说",
        ])
    func optionalSpaces(text: String) {
        #expect(expand(text).problems.map(\.message) == [])
    }

    @Test("Where normalising keeps a literal, the fault is not reported, and where it does not, it is")
    func agreesWithNormalizing() {
        for value in Array(0x21...0x2FFF as ClosedRange<UInt32>) + Array(0xF900...0xFFEF as ClosedRange<UInt32>) {
            guard let scalar = Unicode.Scalar(value), !"\\^$.[]|()?*+{}".unicodeScalars.contains(scalar),
                ScalarFolding.joins("a", scalar) == nil, !scalar.isHan
            else { continue }
            let isKept = NormalizedText("a\(scalar)a").bytes.elementsEqual("a\(scalar)a".utf8)
            #expect(expand("a\(scalar)a").problems.isEmpty == isKept, "U+\(scalar.hex)")
        }
    }
}

extension [UInt8] {
    /// The offset of the last occurrence of a text in the one these bytes are of.
    fileprivate func firstIndex(of byte: UInt8, in text: String, of part: String) -> Int {
        let range = text.ranges(of: part).last
        return range.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? firstIndex(of: byte) ?? 0
    }
}
