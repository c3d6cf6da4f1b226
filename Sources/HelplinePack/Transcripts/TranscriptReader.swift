internal import HelplineCore
internal import PCRE2

/// Reads the YAML of a transcript.
struct TranscriptReader {
    /// Lends its ways to read values and collects the faults.
    private(set) var reader: PackReader
    private let file: SourceFile

    init(_ file: SourceFile) {
        self.file = file
        reader = PackReader(log: DiagnosticLog(files: [file]))
    }

    mutating func read() -> [Transcript.Case] {
        guard let root = YAMLReader.read(file, number: 0, log: &reader.log) else { return [] }
        guard let elements = root.list else {
            reader.wrongShape(root, wanted: "a transcript is a list of conversations, each beginning with “- name:”")
            return []
        }
        return elements.compactMap { conversation($0) }
    }

    private mutating func conversation(_ node: YAMLNode) -> Transcript.Case? {
        let what: Sentence = "a conversation"
        guard let fields = reader.fields(node, of: what, known: ["name", "steps", "zone"]),
            let nameNode = reader.required("name", in: fields, of: what),
            let name = reader.text(nameNode, "the name of a conversation"),
            let steps = reader.required("steps", in: fields, of: what)
        else { return nil }
        guard let elements = steps.list else {
            reader.wrongShape(steps, wanted: "“steps” is a list, each entry beginning with “- user:”")
            return nil
        }
        var result = elements.compactMap { step($0) }
        if let zone = fields["zone"], let name = reader.text(zone, "“zone”"), !result.isEmpty {
            result[0].zone = result[0].zone ?? name
        }
        return Transcript.Case(name: name, steps: result, place: nameNode.place)
    }

    private static let stepKeys = [
        "user", "bot", "not_bot", "intent", "slot", "state", "mail", "after", "zone",
    ]

    private mutating func step(_ node: YAMLNode) -> Transcript.Step? {
        guard let fields = reader.fields(node, of: "a step", known: Self.stepKeys) else { return nil }
        guard let user = fields["user"], let text = user.text else {
            reader.log.error(.missingKey, at: fields["user"]?.place ?? node.place, "a step has no text for “user”")
            return nil
        }
        var step = Transcript.Step(user: text, after: 0, zone: nil, expectations: [])
        if let node = fields["after"] { step.after = seconds(node) }
        if let node = fields["zone"] { step.zone = reader.text(node, "“zone”") }
        if let node = fields["bot"] { step.expectations += texts(node) { .text($0, isWanted: true) } }
        if let node = fields["not_bot"] { step.expectations += texts(node) { .text($0, isWanted: false) } }
        if let node = fields["intent"] { add(node, "“intent”", to: &step) { .intent($0 == "none" ? nil : $0) } }
        if let node = fields["slot"] { add(node, "“slot”", to: &step) { .slot($0 == "none" ? nil : $0) } }
        if let node = fields["state"] {
            let state = reader.option(node, "“state”", default: Reply.State.idle)
            add(node, "“state”", to: &step) { _ in .state(state.rawValue) }
        }
        if let node = fields["mail"] {
            switch node.text {
            case "true": add(node, "“mail”", to: &step) { _ in .mail(true) }
            case "false": add(node, "“mail”", to: &step) { _ in .mail(false) }
            default: step.expectations += texts(node) { .mailText($0) }
            }
        }
        return step
    }

    private mutating func add(
        _ node: YAMLNode, _ what: Sentence, to step: inout Transcript.Step,
        _ kind: (String) -> Transcript.Expectation.Kind
    ) {
        guard let text = reader.text(node, what) else { return }
        step.expectations.append(Transcript.Expectation(kind: kind(text), place: node.place, width: node.width))
    }

    /// Parts of a text, or patterns between slashes.
    private mutating func texts(
        _ node: YAMLNode, _ kind: (TextPattern) -> Transcript.Expectation.Kind
    ) -> [Transcript.Expectation] {
        var result: [Transcript.Expectation] = []
        for (text, node) in reader.textList(node, "what a reply holds") {
            do {
                let pattern = try TextPattern(text)
                result.append(Transcript.Expectation(kind: kind(pattern), place: node.place, width: node.width))
            } catch {
                reader.log.error(
                    .badPattern, at: reader.log.position(of: 1, in: node),
                    "PCRE2 refuses the pattern: \(Sentence(words: error.message))")
            }
        }
        return result
    }

    /// `20m`: a whole number and s, m, h or d.
    private mutating func seconds(_ node: YAMLNode) -> Int {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        if let text = node.text, let unit = text.last.flatMap({ units[$0] }), let number = Int(text.dropLast()),
            (0...10_000).contains(number)
        {
            return number * unit
        }
        reader.log.error(
            .badValue, at: node.place, width: node.width, "“after” is a number with s, m, h or d",
            remedy: "write 20m for twenty minutes")
        return 0
    }
}
