internal import HelplineCore

/// A transcript written anew, so that it says what was really said.
///
/// Steps that differ, and steps of which nothing was expected, are written anew; everything else stays as it stands,
/// comments included. What must not be said (`not_bot`) and what a mail must hold are never given up: where they
/// differ, they stay, and the difference with them.
public struct TranscriptUpdate: Sendable {
    /// The new text of the file.
    public let text: String
    /// How many steps were written anew.
    public let stepCount: Int
    /// The differences that stay.
    public let remaining: [Diagnostic]

    /// Writes anew what a record differs in.
    public init(_ record: TranscriptRecord) {
        var log = DiagnosticLog(files: [record.transcript.file])
        var lines = record.transcript.file.lines.map { String($0) }
        var count = 0
        // From the end, so that the numbers of the lines before stay what they are.
        for (conversation, exchanges) in zip(record.transcript.cases, record.exchanges).reversed() {
            for (step, exchange) in zip(conversation.steps, exchanges).reversed() where Self.needsUpdate(step, exchange)
            {
                guard let range = step.lineRange(in: lines) else {
                    log.error(
                        .transcript, at: step.place, "this step stands on one line with others, so it is not recorded",
                        remedy: "write “- user: …” on a line of its own")
                    continue
                }
                let written = step.written(for: exchange)
                let kept = lines[range].dropFirst().filter { $0.trimmed.hasPrefix("#") }
                if Array(lines[range]) == written + kept { continue }
                lines.replaceSubrange(range, with: written + kept)
                count += 1
            }
        }
        text = lines.joined(separator: "\n")
        stepCount = count
        let kept = Set(record.transcript.cases.flatMap(\.steps).flatMap(\.expectations).filter(\.isKept).map(\.place))
        remaining =
            log.finished()
            + record.differences.filter { difference in
                kept.contains { Int($0.line) == difference.line && Int($0.column) == difference.column }
            }
    }

    private static func needsUpdate(_ step: Transcript.Step, _ exchange: TranscriptExchange) -> Bool {
        step.expectations.isEmpty
            || step.expectations.contains { exchange.difference(from: $0.kind) != nil && !$0.isKept }
    }
}

extension Transcript.Expectation {
    /// Whether it is never given up for what was really said.
    fileprivate var isKept: Bool {
        switch kind {
        case .text(_, isWanted: false), .mailText: true
        default: false
        }
    }
}

extension Transcript.Step {
    /// The lines that the step takes, nil where it does not begin a line.
    fileprivate func lineRange(in lines: [String]) -> Range<Int>? {
        let first = Int(place.line) - 1
        let indent = Int(place.column) - 1
        guard lines.indices.contains(first) else { return nil }
        let head = Array(lines[first].unicodeScalars.prefix(indent))
        guard head.last(where: { !$0.isBlank }) == "-", head.count(where: { !$0.isBlank }) == 1 else { return nil }
        var end = first + 1
        while end < lines.count {
            let scalars = Array(lines[end].unicodeScalars)
            let start = scalars.prefix { $0.isBlank }.count
            if start < scalars.count, start < indent { break }
            end += 1
        }
        while end > first + 1, lines[end - 1].trimmed.isEmpty { end -= 1 }
        return first..<end
    }

    /// The step as it is to be written, a line each.
    fileprivate func written(for exchange: TranscriptExchange) -> [String] {
        let indent = String(repeating: " ", count: Int(place.column) - 1)
        var dash = indent
        if let index = dash.index(dash.endIndex, offsetBy: -2, limitedBy: dash.startIndex) {
            dash.replaceSubrange(index..., with: "- ")
        }
        var result = ["\(dash)user: \(user.writtenForYAML)"]
        func add(_ key: String, _ value: String?) {
            if let value { result.append("\(indent)\(key): \(value)") }
        }
        add("after", after == 0 ? nil : after.writtenAsTime)
        add("zone", ownZone)
        let last = exchange.details.last
        if wants({ if case .intent = $0 { true } else { false } }) || isBare {
            let name = exchange.answered
            add("intent", name ?? (isBare ? nil : "none"))
        }
        if wants({ if case .slot = $0 { true } else { false } }) || (isBare && last?.slot != nil) {
            add("slot", last?.slot ?? "none")
        }
        if wants({ if case .state = $0 { true } else { false } }) || (isBare && last?.state != "idle") {
            add("state", last?.state)
        }
        add("mail", mailWritten(exchange))
        add("bot", list(of: textsWanted(exchange)))
        add(
            "not_bot",
            list(of: expectations.compactMap { if case .text(let text, false) = $0.kind { text.source } else { nil } }))
        return result
    }

    private var isBare: Bool { expectations.isEmpty }

    private func wants(_ test: (Transcript.Expectation.Kind) -> Bool) -> Bool {
        expectations.contains { test($0.kind) }
    }

    /// What must be in the replies: what was found stays; in place of what was not, the first line of each reply.
    private func textsWanted(_ exchange: TranscriptExchange) -> [String] {
        var found: [String] = []
        var isLost = isBare
        for expectation in expectations {
            guard case .text(let text, isWanted: true) = expectation.kind else { continue }
            if exchange.difference(from: expectation.kind) == nil { found.append(text.source) } else { isLost = true }
        }
        guard isLost else { return found }
        for reply in exchange.replies {
            let line = String(reply.text.prefix { $0 != "\n" })
            if !found.contains(where: line.contains), !line.isEmpty { found.append(line) }
        }
        return found
    }

    private func mailWritten(_ exchange: TranscriptExchange) -> String? {
        var texts: [String] = []
        for expectation in expectations {
            switch expectation.kind {
            case .mail: return exchange.hasMail ? "true" : "false"
            case .mailText(let text): texts.append(text.source)
            default: break
            }
        }
        if isBare, exchange.hasMail { return "true" }
        return list(of: texts)
    }

    private func list(of texts: [String]) -> String? {
        texts.isEmpty ? nil : "[" + texts.map(\.quotedForYAML).joined(separator: ", ") + "]"
    }
}

extension Int {
    /// So many seconds as `after` takes them.
    fileprivate var writtenAsTime: String {
        for (unit, size) in [("d", 86_400), ("h", 3600), ("m", 60)] where isMultiple(of: size) {
            return "\(self / size)\(unit)"
        }
        return "\(self)s"
    }
}

extension String {
    /// The text as a value of its own line: as it is where that is safe, else in quotes.
    fileprivate var writtenForYAML: String {
        let isPlain = !isEmpty && unicodeScalars.allSatisfy { $0.isLatin || $0.isHan || $0 == " " } && trimmed == self
        return isPlain && !["true", "false", "null", "yes", "no"].contains(lowercased()) ? self : quotedForYAML
    }

    /// The text in quotes, as YAML reads it back.
    fileprivate var quotedForYAML: String {
        unicodeScalars.contains { $0.isUnprintable } ? doubleQuotedForYAML : yamlQuoted
    }
}
