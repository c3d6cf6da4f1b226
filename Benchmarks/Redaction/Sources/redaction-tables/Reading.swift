import Foundation
import HelplineCore

/// What is left to read of a secret after a conversation went through the redactor.
enum Reading {
    /// The lines as they are kept, what later ones have revealed masked in earlier ones.
    static func kept(_ lines: [String]) -> [String] {
        let redactor = Redactor()
        var memory = RedactionMemory()
        var kept: [SafeText] = []
        for line in lines {
            let redaction = redactor.redact(line, memory: &memory, context: RedactionContext(earlier: kept))
            for reveal in redaction.reveals where reveal.linesBack <= kept.count {
                let place = kept.count - reveal.linesBack
                kept[place] = reveal.masked(kept[place])
            }
            kept.append(redaction.text)
        }
        return kept.map(\.string)
    }

    /// How many words of a phrase can be read in a row in a text.
    static func longestRow(of phrase: [String], in text: String) -> Int {
        let words = phrase.map(folded)
        let left = tokens(of: text)
        var longest = 0
        for start in words.indices {
            var count = longest
            while start + count < words.count, left.holds(words[start...start + count]) { count += 1 }
            longest = max(longest, count)
        }
        return longest
    }

    /// Without widths, accents, case and what cannot be seen.
    static func folded(_ text: String) -> String {
        let scalars = text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.filter {
            ![.nonspacingMark, .format].contains($0.properties.generalCategory)
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The runs of letters; each Han character is one.
    private static func tokens(of text: String) -> [String] {
        var tokens: [String] = []
        var isInside = false
        for scalar in folded(text).unicodeScalars {
            let isHan = (0x3400...0x9FFF).contains(scalar.value)
            let isLetter = scalar.properties.isAlphabetic
            if isHan || isLetter && !isInside { tokens.append("") }
            if isHan || isLetter { tokens[tokens.count - 1].unicodeScalars.append(scalar) }
            isInside = isLetter && !isHan
        }
        return tokens
    }
}

extension [String] {
    fileprivate func holds(_ words: ArraySlice<String>) -> Bool {
        guard words.count <= count else { return false }
        return (0...(count - words.count)).contains { self[$0..<$0 + words.count].elementsEqual(words) }
    }
}
