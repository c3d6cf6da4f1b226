internal import HelplineCore

/// Makes patterns of phrases, for authors who know no regular expressions.
///
/// `"{{a}} {{b}}"` means both in this order, with at most three words or eight Han characters between neighbours;
/// `{all: [a, b], within: 6}` means both in any order, each order a pattern of its own: that is faster to find than one
/// pattern with all orders, because the place of every word in it is known.
struct PhraseCompiler {
    /// What may stand between two neighbours.
    struct Gap {
        /// Whether the language writes words without spaces, so that characters are counted.
        var countsCharacters: Bool
        /// At most so many words, or characters.
        var words: Int

        /// What a phrase without a number has.
        static func standard(_ locale: LocaleID) -> Gap {
            let counts = locale.writesWithoutSpaces
            return Gap(countsCharacters: counts, words: counts ? 8 : 3)
        }

        /// What `within:` says; a Han character counts as a word.
        static func within(_ words: Int, _ locale: LocaleID) -> Gap {
            Gap(countsCharacters: locale.writesWithoutSpaces, words: words)
        }

        /// The gap as a pattern: as short as possible, every repeat bounded.
        ///
        /// Normalised text has single spaces and none beside Han, so so many words between two others are so many
        /// spaces and one. What stands beside a word without a space, such as a comma, an ending or a few Han
        /// characters, is not counted.
        var pattern: String {
            if countsCharacters { return words == 0 ? "" : ".{0,\(words)}?" }
            return "[^ ]{0,8}?(?: [^ ]{0,20}?){0,\(words + 1)}?"
        }
    }

    /// The pattern of parts in this order.
    static func sequence(_ parts: [String], gap: Gap) -> String {
        parts.joined(separator: gap.pattern)
    }

    /// The patterns of two to four parts in every order.
    static func anyOrder(_ parts: [String], gap: Gap) -> [String] {
        permutations(parts).map { sequence($0, gap: gap) }
    }

    private static func permutations(_ parts: [String]) -> [[String]] {
        guard parts.count > 1 else { return [parts] }
        return parts.indices.flatMap { index in
            var rest = parts
            let first = rest.remove(at: index)
            return permutations(rest).map { [first] + $0 }
        }
    }
}

extension LocaleID {
    /// Whether words of the language stand side by side without spaces.
    var writesWithoutSpaces: Bool {
        ["zh", "yue", "ja", "th"].contains(String(name.prefix { $0 != "-" }))
    }
}
