public import PCRE2

/// Looks for patterns on which some message takes very long.
///
/// Two ways: rules about how a pattern is written, and a search for texts on which PCRE2's own count of steps grows
/// faster than the text. The count depends on no clock and no machine, so a pack that passes on one passes on all; the
/// rules and the texts that are tried are no proof that a pattern is harmless, the limits of the matcher stay what
/// keeps a message within its time.
///
/// ```swift
/// PatternLinter.risks(of: try Pattern("(a+)+$")).map(\.kind)   // [.exponential]
/// ```
public enum PatternLinter {
    /// Everything suspicious about a pattern, the worst first.
    ///
    /// Costs some microseconds for a pattern with at most one repeat of a character, some tens of milliseconds for
    /// another.
    ///
    /// - Parameter isThorough: whether to look for what is less than exponential, which takes repeats of groups or
    ///   more.
    public static func risks(of pattern: Pattern, isThorough: Bool = true) -> [PatternRisk] {
        var parser = ShapeParser(pattern.text, recordingParts: true)
        let isRead = (try? parser.parseWhole()) != nil
        let source = PatternText(pattern.text)
        var risks = isRead ? StructureRules(source, parser.parts).risks : []
        let isSuspect = !isRead || parser.isIntricate || isThorough && parser.parts.count > 1
        if isSuspect, let growth = growthRisk(of: pattern, source, isRead ? parser.parts : []) {
            // What was measured says more than how it is written.
            risks = [growth] + risks.filter { $0.kind == .edgeBesideHan }
        }
        return risks
    }

    /// The growth of the work, blamed on the part without whose repeat it would be gone.
    private static func growthRisk(of pattern: Pattern, _ source: PatternText, _ parts: [RepeatPart]) -> PatternRisk? {
        guard let probe = GrowthProbe(pattern), let worst = probe.worst() else { return nil }
        let culprit = parts.sorted { $0.range.count > $1.range.count }.first { part in
            guard let tamed = try? Pattern(source.text(without: part), options: pattern.options),
                let probe = GrowthProbe(tamed)
            else { return false }
            return probe.growth(on: worst.pump).map { $0 < worst.growth } ?? true
        }
        return PatternRisk(
            kind: worst.growth.kind, part: culprit.map { source.text(of: $0.range) } ?? pattern.text,
            example: worst.pump.text(12))
    }
}

/// The text of a pattern, cut by characters.
struct PatternText {
    private let scalars: [Unicode.Scalar]

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    var count: Int { scalars.count }

    subscript(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    /// A part.
    func text(of range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    /// The text with a part that stands once instead of repeating.
    func text(without part: RepeatPart) -> String {
        text(of: 0..<part.quantifier) + text(of: part.range.upperBound..<count)
    }
}
