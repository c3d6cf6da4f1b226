/// What an index is made of, before it is laid out for searching.
struct IndexPlan: Sendable {
    /// No clause.
    static let none = UInt32.max

    /// The literals of all clauses.
    var literals: LiteralList

    /// The literals of each clause.
    var clauses: NumberLists

    /// The clause by which each pattern is found; none where nothing is known that it needs.
    var triggers: [UInt32]

    /// What else each pattern needs, three numbers a step.
    var steps: NumberLists

    /// The kinds of ASCII characters each pattern needs, four numbers a mask.
    var masks: NumberLists

    /// How many patterns there are.
    var count: Int { triggers.count }

    /// One thing that a pattern needs: a clause somewhere, or behind the clause before it at some distance.
    struct Step: Equatable {
        var clause: Int
        /// Whether the clause stands in a sequence; else it may be met anywhere.
        var isOrdered: Bool
        /// What decides the pattern without PCRE2, where it is plain.
        var marks: PlainForm.Marks
        /// How many characters lie between this clause and the one before, nil where there is no end.
        var gap: CharacterWidth

        /// Reads what ``write(clause:isOrdered:marks:gap:to:)`` wrote.
        init(_ numbers: ArraySlice<UInt32>) {
            let start = numbers.startIndex
            clause = Step.clause(numbers[start])
            marks = PlainForm.Marks(rawValue: numbers[start] >> 1 & PlainForm.Marks.all.rawValue)
            isOrdered = numbers[start] & 1 == 1
            let most = numbers[start + 2]
            gap = CharacterWidth(Int(numbers[start + 1]), most == IndexPlan.none ? nil : Int(most))
        }

        /// The clause of a step, by its first number.
        static func clause(_ number: UInt32) -> Int { Int(number >> 5) }

        /// Writes a step as three numbers; the gap as two of them.
        static func write(
            clause: UInt32, isOrdered: Bool, marks: UInt32, gap: (least: UInt32, most: UInt32), to steps: inout [UInt32]
        ) {
            steps.append(clause << 5 | marks << 1 | (isOrdered ? 1 : 0))
            steps.append(gap.least)
            steps.append(gap.most)
        }
    }

    /// Where the steps of all patterns stand.
    var allSteps: StrideTo<Int> { stride(from: 0, to: steps.numbers.count, by: 3) }

    /// The clause of the step that stands there.
    func clause(ofStep place: Int) -> Int { Step.clause(steps.numbers[place]) }

    /// The steps of a pattern.
    func steps(of pattern: Int) -> [Step] {
        let range = steps[pattern]
        return stride(from: range.lowerBound, to: range.upperBound - 2, by: 3).map {
            Step(steps.numbers[$0..<($0 + 3)])
        }
    }

    /// The masks of a pattern.
    func masks(of pattern: Int) -> [CharacterMask] {
        let range = masks[pattern]
        return stride(from: range.lowerBound, to: range.upperBound - 3, by: 4).map {
            var mask = CharacterMask()
            mask.low = UInt64(masks.numbers[$0]) | UInt64(masks.numbers[$0 + 1]) << 32
            mask.high = UInt64(masks.numbers[$0 + 2]) | UInt64(masks.numbers[$0 + 3]) << 32
            return mask
        }
    }
}

extension CharacterMask {
    /// The mask as four numbers, the lowest bits first.
    var numbers: [UInt32] {
        [
            UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: low >> 32),
            UInt32(truncatingIfNeeded: high), UInt32(truncatingIfNeeded: high >> 32),
        ]
    }
}
