/// A line without its secrets, and what was found in it.
public struct Redaction: Sendable {
    /// A secret in the line.
    public struct Finding: Sendable, Hashable {
        /// What it is.
        public let kind: SecretKind
        /// Where it stands, in UTF-8 offsets of the line as it came.
        public let range: Range<Int>
    }

    /// What an earlier line turns out to hold.
    public struct Reveal: Sendable, Hashable {
        /// How to find it in the line.
        public enum Subject: Sendable, Hashable {
            /// Words of a recovery phrase.
            case words(Words)
            /// Every run of 64 hexadecimal digits.
            case hexKey
            /// Words and numbers in a sentence.
            case parts(Parts)
            /// All of the line.
            case line
        }

        /// Which line: 1 is the one before this, counted in the lines of the user.
        public let linesBack: Int
        /// What to mask in it.
        public let subject: Subject
        /// What it is.
        public let kind: SecretKind
    }

    /// The whole line, with a marker for each secret.
    public let text: SafeText
    /// The secrets in order; they do not overlap.
    public let findings: [Finding]
    /// What must now be masked in earlier lines, and in everything kept that quotes them.
    public let reveals: [Reveal]

    private let line: String
    private let markers: RedactionMarkers

    init(line: String, findings: [Finding], reveals: [Reveal], markers: RedactionMarkers) {
        self.line = line
        self.findings = findings
        self.reveals = reveals
        self.markers = markers
        text =
            findings.isEmpty
            ? SafeText(trusting: line) : Self.mask(line, in: 0..<line.utf8.count, findings, markers)
    }

    /// The same with more secrets, found by other means; where two overlap, both are one.
    func adding(_ more: [Finding]) -> Redaction {
        guard !more.isEmpty else { return self }
        let all = (findings + more).sorted { $0.range.lowerBound < $1.range.lowerBound }
        let merged = all.reduce(into: [Finding]()) { merged, next in
            guard let last = merged.last, last.range.upperBound > next.range.lowerBound else {
                return merged.append(next)
            }
            let range = last.range.lowerBound..<max(last.range.upperBound, next.range.upperBound)
            merged[merged.count - 1] = Finding(kind: last.kind, range: range)
        }
        return Redaction(line: line, findings: merged, reveals: reveals, markers: markers)
    }

    /// Whether no secret was found, neither here nor in an earlier line.
    public var isEmpty: Bool { findings.isEmpty && reveals.isEmpty }

    /// Whether the user should be asked what the 64 digits are: a private key or a transaction id.
    public var asksKeyOrHash: Bool { findings.contains { $0.kind == .keyOrHash } }

    /// A part of the line without its secrets; whatever secret the part touches is one marker.
    ///
    /// The range is in UTF-8 offsets of the line, as `NormalizedText.quoteRange(of:)` gives it.
    public func text(in range: Range<Int>) -> SafeText {
        Self.mask(line, in: range.clamped(to: 0..<line.utf8.count), findings, markers)
    }

    /// What stands around the secrets, with nothing in their places.
    var rest: String {
        Self.mask(line, in: 0..<line.utf8.count, findings, .none).string
    }

    private static func mask(
        _ line: String, in range: Range<Int>, _ findings: [Finding], _ markers: RedactionMarkers
    ) -> SafeText {
        func part(_ range: Range<Int>) -> SafeText {
            let start = line.utf8.index(line.startIndex, offsetBy: range.lowerBound)
            let end = line.utf8.index(start, offsetBy: range.count)
            return SafeText(trusting: String(line[start..<end]))
        }
        var result = SafeText()
        var position = range.lowerBound
        for finding in findings where finding.range.overlaps(range) {
            if finding.range.lowerBound > position { result += part(position..<finding.range.lowerBound) }
            result += markers[finding.kind]
            position = finding.range.upperBound
        }
        return position < range.upperBound ? result + part(position..<range.upperBound) : result
    }
}

/// Whoever prints a redaction sees the masked text; the line itself cannot slip into a log.
extension Redaction: CustomStringConvertible, CustomReflectable {
    /// The masked text.
    public var description: String { text.string }

    /// Shows the masked text and what was found.
    public var customMirror: Mirror {
        Mirror(self, children: ["text": text.string, "findings": findings, "reveals": reveals])
    }
}
