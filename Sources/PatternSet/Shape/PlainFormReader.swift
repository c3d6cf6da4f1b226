/// Reads the text of a pattern for as long as it is plain.
struct PlainFormReader {
    private let text: [UInt32]
    private var position = 0

    private var steps: [PlainForm.Marks] = []
    private var marks: PlainForm.Marks = .isPlain
    private var hasText = false

    /// Takes the characters of a pattern.
    init(_ text: [UInt32]) { self.text = text }

    /// Skips a character if it comes next.
    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard position < text.count, text[position] == scalar else { return false }
        position += 1
        return true
    }

    private mutating func next() -> UInt32? {
        guard position < text.count else { return nil }
        position += 1
        return text[position - 1]
    }

    private var isAtQuantifier: Bool {
        guard position < text.count else { return false }
        return switch text[position] {
        case "*", "+", "?", "{": true
        default: false
        }
    }
}

// MARK: - An order

extension PlainFormReader {
    /// Reads texts, gaps and boundaries to the end; the marks of each step, nil where there is anything else.
    mutating func readOrder() -> [PlainForm.Marks]? {
        var depth = 0
        var hasBars = false
        while let scalar = next() {
            switch scalar {
            case "(":
                guard skip("?"), skip(":"), addText() else { return nil }
                depth += 1
            case ")":
                guard depth > 0, skipOption() else { return nil }
                depth -= 1
            case "|": if depth == 0 { hasBars = true }
            case ".": guard depth == 0, closeStep(), skipCount() else { return nil }
            case "\\" where skip("b"):
                guard depth == 0 else { return nil }
                marks.insert(hasText ? .closesWord : .opensWord)
            default: guard addCharacter(scalar) else { return nil }
            }
        }
        // Alternatives of the whole pattern would have gaps and boundaries of their own.
        guard hasText, closeStep(), !hasBars || steps == [.isPlain] else { return nil }
        return steps
    }

    /// Takes a character that stands for itself, escaped or not, and may be optional.
    private mutating func addCharacter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case "\\":
            guard let escaped = next(), escaped < 0x80, !escaped.isWordCharacter else { return false }
        case "^", "$", "[", "*", "+", "?", "{": return false
        default: guard CaseClasses.isSettled(scalar) else { return false }
        }
        return addText() && skipOption()
    }

    /// Notes that a text goes on; false behind a boundary, where none may.
    private mutating func addText() -> Bool {
        hasText = true
        return !marks.contains(.closesWord)
    }

    /// Ends the texts before a gap or the end; false where there are none, or too many steps.
    private mutating func closeStep() -> Bool {
        guard hasText else { return false }
        steps.append(marks)
        (marks, hasText) = (.isPlain, false)
        return steps.count <= PlainForm.stepLimit
    }

    /// Skips the `?` that makes a text optional, if there is one; false where something else repeats it, or it is not
    /// greedy.
    private mutating func skipOption() -> Bool {
        _ = skip("?")
        return !isAtQuantifier
    }

    /// Skips how often a gap's character repeats, if that is said; false where it is not greedy.
    private mutating func skipCount() -> Bool {
        if skip("{") {
            while let scalar = next(), scalar != "}" {}
        } else if !skip("*"), !skip("+") {
            _ = skip("?")
        }
        return !isAtQuantifier
    }
}

// MARK: - All of some texts

extension PlainFormReader {
    /// Reads assertions that texts stand somewhere ahead, to the end; how many, nil where there is anything else.
    mutating func readAssertions() -> Int? {
        var count = 0
        while skip("(") {
            guard skip("?"), skip("="), skip("."), skip("*"), readWords(), skip(")"), !isAtQuantifier else {
                return nil
            }
            count += 1
        }
        return position == text.count ? count : nil
    }

    /// Reads a word or a group of words, none of them empty.
    private mutating func readWords() -> Bool {
        guard skip("(") else { return readWord() }
        guard skip("?"), skip(":") else { return false }
        repeat {
            guard readWord() else { return false }
        } while skip("|")
        return skip(")") && !isAtQuantifier
    }

    private mutating func readWord() -> Bool {
        let start = position
        while position < text.count, text[position].isPlainText { position += 1 }
        return position > start && !isAtQuantifier
    }
}

extension UInt32 {
    /// A letter, a digit or an underscore of ASCII.
    fileprivate var isWordCharacter: Bool {
        self | 0x20 &- 0x61 < 26 || self &- 0x30 < 10 || self == 0x5F
    }

    /// Nothing that patterns give a meaning.
    fileprivate var isPlainText: Bool {
        switch self {
        case ".", "^", "$", "[", "(", ")", "|", "\\", "*", "+", "?", "{": false
        default: CaseClasses.isSettled(self)
        }
    }
}
