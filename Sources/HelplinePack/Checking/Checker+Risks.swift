internal import HelplineCore
internal import PatternSet

extension Checker {
    /// A pattern on which some message takes very long is an error or a doubt, by how long.
    ///
    /// Costs some tens of milliseconds for each pattern with a repeated group or several repeats without an end, and
    /// nothing for the others. Without `warnings` only errors are looked for.
    mutating func checkRisks(warnings: Bool) {
        var told: Set<Place> = []
        let patterns = pack.evidence.patterns.filter { told.insert($0.place).inserted }
        let found = patterns.concurrentMap { PatternLinter.risks(of: $0.trigger.pattern, isThorough: warnings) }
        for (pattern, risks) in zip(patterns, found) {
            let width = pattern.trigger.origin.text.unicodeScalars.count
            for risk in risks {
                if risk.kind == .exponential {
                    log.error(
                        .explosivePattern, at: pattern.place, width: width,
                        "trying the pattern takes twice as long for every few more characters, because of \(risk.name)",
                        remedy: "let each part of it take characters that the next one cannot")
                } else if warnings, let doubt = risk.doubt {
                    log.warning(.riskyPattern, at: pattern.place, width: width, doubt.message, remedy: doubt.remedy)
                }
            }
        }
    }
}

extension PatternRisk {
    /// The part, short enough for a line.
    fileprivate var name: String {
        guard part.unicodeScalars.count > 60 else { return part.named }
        return (String(String.UnicodeScalarView(part.unicodeScalars.prefix(59))) + "…").named
    }

    /// What to say of a risk that is no error.
    fileprivate var doubt: (message: Sentence, remedy: Sentence)? {
        switch kind {
        case .exponential: nil
        case .polynomial(let degree):
            (
                "trying the pattern on a message twice as long takes \(1 << min(degree, 30)) times as long, because of \(name)",
                "bound the repeat, as in .{0,20}"
            )
        case .repeatsNothing: ("\(name) repeats without end what may be empty", "let each turn take a character")
        case .overlapping: ("\(name) can divide the same characters in many ways", "keep one of the repeats")
        case .edgeBesideHan:
            (
                "\(name) holds only where a Latin letter or digit stands beside the Han character",
                "leave \\b out beside Han characters"
            )
        }
    }
}
