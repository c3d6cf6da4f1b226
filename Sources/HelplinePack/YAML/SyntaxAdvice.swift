/// Turns what libyaml says about a file into the slip its author probably made, with the cure.
///
/// The parser notices a slip late, often on the next line, so the lines just before are looked at too.
struct SyntaxAdvice {
    /// Where to look and what to do.
    struct Advice {
        var line: Int
        var column: Int
        var width: Int
        var message: Sentence
        var remedy: Sentence?
    }

    let lines: [[Unicode.Scalar]]
    let problem: String
    let line: Int
    let column: Int
    /// The line in which what the parser was reading began.
    let context: Int?

    /// The slip found, else the parser's complaint in other words.
    var advice: Advice {
        for number in suspects {
            let line = YAMLLine(lines[number - 1])
            for slip in Slip.allCases where number == self.line || !slip.isNoticedAtOnce {
                if let found = slip.find(in: line) {
                    return Advice(
                        line: number, column: found.range.lowerBound + 1, width: max(found.range.count, 1),
                        message: found.message, remedy: found.remedy)
                }
            }
        }
        return complaint
    }

    /// The numbers of the lines that may hold the slip, the likeliest first: the parser's, those before, the context's,
    /// and the last with an open quotation mark.
    private var suspects: [Int] {
        var result: [Int] = []
        var number = min(line, lines.count)
        while number > 0, result.count < 3 {
            if !YAMLLine(lines[number - 1]).isEmpty { result.append(number) }
            number -= 1
        }
        if let context, context > 0, context <= lines.count, !result.contains(context) { result.append(context) }
        if let open = openQuote, !result.contains(open) { result.append(open) }
        return result
    }

    /// The last line before the parser's on which a quotation mark lacks its partner.
    private var openQuote: Int? {
        let last = min(line - 1, lines.count)
        guard last > 0 else { return nil }
        return (1...last).last { Slip.openQuote.find(in: YAMLLine(lines[$0 - 1])) != nil }
    }

    /// What is left to say where no slip was recognised.
    private var complaint: Advice {
        let opened: Sentence = context.map { "line \($0)" } ?? "the line before"
        func advice(_ message: Sentence, _ remedy: Sentence?, line: Int? = nil) -> Advice {
            Advice(
                line: line ?? self.line, column: line == nil ? column : 1, width: 1, message: message, remedy: remedy)
        }
        return switch problem {
        case "did not find expected key", "did not find expected '-' indicator",
            "did not find expected <document start>":
            advice(
                "this line does not fit what was begun in \(opened)",
                "what belongs together begins in the same column; check spaces, quotes and dashes here and in \(opened)"
            )
        case "could not find expected ':'":
            advice(
                "a key with a colon was expected here",
                "write “key: text”; a text of several lines begins with | after its key and is indented below it")
        case "mapping values are not allowed in this context":
            advice(
                "a key is not possible here", "indent it like its neighbours, or put a text with “: ” in quotes")
        case "found unexpected end of stream":
            advice("a quotation mark opened in \(opened) is never closed", "close it", line: context)
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            advice("the bracket opened in \(opened) is not closed", "close it, and put texts with brackets in quotes")
        case "found undefined alias":
            advice("a text cannot begin with * unless it stands in quotes", "put it in quotes")
        case "but found another document":
            advice("a second document begins here (---)", "one file is one document; remove the line ---")
        default: advice("the file is not YAML here: \(problem)", nil)
        }
    }
}
