internal import Yams

/// Reads one YAML file into a tree, within bounds; the only place that knows Yams.
struct YAMLReader {
    /// What is too much for a file of a pack; each limit ends in a diagnostic.
    enum Limit {
        /// How deep values are nested; libyaml itself stops at 1000, before any stack is in danger.
        static let depth = 24
        /// How many values a file may stand for, aliases filled in.
        static let nodes = 200_000
        /// How often `*name` may stand in a file.
        static let aliases = 8
    }

    private let file: SourceFile
    private let number: Int
    private var nodes = 0
    /// Whether a text may have been cut by a comment.
    let hasCuts: Bool

    private init(_ file: SourceFile, number: Int) {
        self.file = file
        self.number = number
        hasCuts = Self.hasCuts(file.text)
    }

    /// The root of a file, nil where it is empty or faulty; faults go to the log.
    static func read(_ file: SourceFile, number: Int, log: inout DiagnosticLog) -> YAMLNode? {
        if let line = AliasScan(file.text).lineBeyond(limit: Limit.aliases) {
            log.error(
                .yamlLimit, at: Place(file: number, line: line, column: 1),
                "the file uses more than \(Limit.aliases) aliases (*name)",
                remedy: "write the values out, or quote texts that begin with *")
            return nil
        }
        do {
            let parser = try Yams.Parser(yaml: file.text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                log.error(
                    .syntax, at: Place(file: number), "nothing stands in the file but spaces and comments",
                    remedy: "write it, or delete the file; “helpline new” begins an intent")
                return nil
            }
            var reader = YAMLReader(file, number: number)
            return reader.convert(root, depth: 0, log: &log)
        } catch {
            YAMLReader(file, number: number).explain(error, log: &log)
            return nil
        }
    }

    /// The same tree in our terms; nil once a limit is passed.
    private mutating func convert(_ node: Yams.Node, depth: Int, log: inout DiagnosticLog) -> YAMLNode? {
        let place = Place(file: number, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        nodes += 1
        guard nodes <= Limit.nodes, depth <= Limit.depth else {
            log.error(
                .yamlLimit, at: place,
                depth > Limit.depth ? "values are nested too deep" : "the file stands for too many values")
            return nil
        }
        switch node {
        case .scalar(let scalar):
            checkTag(scalar.tag, place, log: &log)
            let style = Self.style(scalar.style)
            checkTodo(scalar.string, style, place, log: &log)
            checkCut(scalar.string, style, place, log: &log)
            return YAMLNode(content: .text(scalar.string), style: style, place: place)
        case .sequence(let sequence):
            var elements: [YAMLNode] = []
            for element in sequence {
                guard let element = convert(element, depth: depth + 1, log: &log) else { return nil }
                elements.append(element)
            }
            return YAMLNode(content: .list(elements), style: .plain, place: place)
        case .mapping(let mapping):
            var entries: [YAMLNode.Entry] = []
            for pair in mapping {
                guard let key = convert(pair.key, depth: depth + 1, log: &log),
                    let value = convert(pair.value, depth: depth + 1, log: &log)
                else { return nil }
                entries.append(YAMLNode.Entry(key: key, value: value))
            }
            return YAMLNode(content: .map(entries), style: .plain, place: place)
        case .alias:
            return nil
        }
    }

    /// A tag is always a slip here: a text that begins with `!` and lacks quotes.
    private func checkTag(_ tag: Yams.Tag, _ place: Place, log: inout DiagnosticLog) {
        let tag = tag.description
        guard !tag.isEmpty, tag != "tag:yaml.org,2002:str" else { return }
        log.error(
            .yamlLimit, at: place, "\(tag.named) is read as a tag, which a pack has no use for",
            remedy: "put a text that begins with ! in quotes")
    }

    private static func style(_ style: Yams.Node.Scalar.Style) -> YAMLNode.Style {
        switch style {
        case .singleQuoted, .doubleQuoted: .quoted
        case .literal, .folded: .block
        case .any, .plain: .plain
        }
    }
}

extension YAMLReader {
    /// Puts an error of the parser into words a non-programmer can act on.
    private func explain(_ error: any Error, log: inout DiagnosticLog) {
        guard let error = error as? YamlError else {
            return log.error(.syntax, at: Place(file: number), "the file cannot be read as YAML")
        }
        switch error {
        case .parser(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level"):
            log.error(
                .yamlLimit, at: Place(file: number, line: mark.line, column: mark.column), "values are nested too deep")
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let advice = SyntaxAdvice(
                lines: file.lines.map(Array.init), problem: problem, line: mark.line, column: mark.column,
                context: context?.mark.line
            ).advice
            log.error(
                .syntax, at: Place(file: number, line: advice.line, column: advice.column), width: advice.width,
                advice.message, remedy: advice.remedy)
        case .duplicatedKeysInMapping(let keys, let context):
            explainDuplicate(keys.first ?? "", first: context.mark, log: &log)
        case .reader(let problem, _, _, _):
            log.error(
                .notText, at: Place(file: number), "the file holds a character that YAML does not take (\(problem))")
        default:
            log.error(.syntax, at: Place(file: number), "the file cannot be read as YAML")
        }
    }

    /// Yams tells where the key stands first; the next line that begins the same way in the same column is the second.
    private func explainDuplicate(_ key: String, first: Mark, log: inout DiagnosticLog) {
        let wanted = Array((key + ":").unicodeScalars)
        let lines = file.lines
        var found = first.line
        for (index, line) in lines.enumerated().dropFirst(first.line) {
            if line.dropFirst(first.column - 1).starts(with: wanted) {
                found = index + 1
                break
            }
        }
        log.error(
            .duplicateKey, at: Place(file: number, line: found, column: first.column), width: wanted.count - 1,
            "the key \(key.named) stands twice in the same place"
                + (found == first.line ? "" : ", the first time in line \(first.line)"),
            remedy: "put everything under one of them")
    }
}
