/// A form of patterns whose matches follow from where their texts stand, so that PCRE2 need not be asked.
///
/// Most patterns that authors write have one. What else a pattern may hold is not looked at: one character of it, and
/// there is no such form.
enum PlainForm {
    /// Texts, gaps between them and word boundaries around them, as `\b(?:send|withdraw)s?\b.{0,12}\bfees?\b` is; the
    /// marks of each step, the texts between two gaps (``PlainReader``).
    case order([Marks])

    /// Texts that stand anywhere in the line, as `^(?=.*(?:fee|charge))(?=.*send)` is: a match is empty and at the start.
    case all

    /// What is said of the texts between two gaps beside which texts they are.
    struct Marks: OptionSet, BitwiseCopyable {
        let rawValue: UInt32

        /// A `\b` stands before them.
        static let opensWord = Marks(rawValue: 1)

        /// A `\b` stands behind them.
        static let closesWord = Marks(rawValue: 2)

        /// Of texts at one place the shortest is tried first, not the longest.
        static let prefersShorter = Marks(rawValue: 4)

        /// They are a step of a plain form at all.
        static let isPlain = Marks(rawValue: 8)

        /// All marks there are.
        static let all = Marks(rawValue: 15)
    }

    /// The most steps of an order.
    static let stepLimit = 8

    /// Reads a pattern again that was analysed without giving up and ignores case; nil where its form is not plain.
    ///
    /// - Parameters:
    ///   - text: the pattern's characters.
    ///   - items: what the analysis found, texts and gaps taking turns in an order.
    ///   - clauses: what it found to be needed, one for each text of the other form.
    init?(_ text: [UInt32], items: [ShapeItem], clauses: [LiteralSet]) {
        var reader = PlainFormReader(text)
        if reader.skip("^") {
            guard items.isEmpty, let count = reader.readAssertions(), count == clauses.count else { return nil }
            self = .all
        } else {
            guard let steps = reader.readOrder(), PlainForm.agree(steps, items) else { return nil }
            self = .order(steps)
        }
    }

    /// Whether the analysis saw the same: it has a gap for texts that may be missing, and two sets for those that are
    /// many.
    private static func agree(_ steps: [Marks], _ items: [ShapeItem]) -> Bool {
        guard items.count == 2 * steps.count - 1 else { return false }
        return items.indices.allSatisfy { index in
            if case .literals = items[index] { index.isMultiple(of: 2) } else { !index.isMultiple(of: 2) }
        }
    }
}
