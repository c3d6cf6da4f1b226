import TestSupport

/// Texts that a pattern may match: samples of it, damaged and dressed.
enum RandomText {
    private static let otherCases: [Unicode.Scalar: [Unicode.Scalar]] = [
        "k": ["K", "\u{212A}"], "s": ["S", "\u{17F}"], "ß": ["ẞ"], "é": ["É"], "Σ": ["σ", "ς"], "Å": ["å", "\u{212B}"],
        "ſ": ["s", "S"], "K": ["k", "\u{212A}"],
    ]

    static func near(_ pattern: RandomPattern, using random: inout SeededGenerator) -> String {
        var text = pattern.sample(using: &random)
        if random.oneIn(2) { text = random.pick(RandomPattern.words) + text }
        if random.oneIn(2) { text += random.pick(["", " ", "\n", "了", "ab", "ks"]) + random.pick(RandomPattern.words) }
        return changingCase(of: text, using: &random)
    }

    private static func changingCase(of text: String, using random: inout SeededGenerator) -> String {
        var changed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard random.oneIn(2) else {
                changed.append(scalar)
                continue
            }
            if let others = otherCases[scalar] {
                changed.append(random.pick(others))
            } else if scalar.isASCII {
                changed.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
            } else {
                changed.append(scalar)
            }
        }
        return String(changed)
    }
}
