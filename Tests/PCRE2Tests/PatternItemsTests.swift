import PCRE2
import Testing

@Suite("The items of a pattern")
struct PatternItemsTests {
    @Test(
        "Items start where PCRE2 says: at characters, classes, groups, bars and closing parentheses",
        arguments: [
            ("abc", [0, 1, 2]), ("a+b", [0, 2]), ("(?:ab){3}c", [0, 3, 4, 5, 9]), ("账户.{0,8}b", [0, 3, 6, 12]),
            ("\\Qab\\E+c", [2, 3, 7]), ("(?i)a|b", [4, 5, 6]), ("(?-i)a", [0, 5]),
            ("[ab]{2}?(?=x)", [0, 8, 11, 12]), ("a(?#no)b", [0, 7]), ("a{,3}", [0, 1, 2, 3, 4]),
            ("(a)(?1)", [0, 1, 2, 3]), ("", []),
        ])
    func starts(pattern: String, expected: [Int]) throws {
        // What versions before 10.43 take for text is a quantifier since.
        if pattern == "a{,3}", !LibraryVersion().isRelease("10.42") { return }
        #expect(try Pattern(pattern).itemStarts() == expected)
    }
}
