struct Recognition { var canonical: String; var range: Range<Int> }
enum Recognizer {
    static func recognize(_ accept: Accept, in text: NormalizedText, environment: Environment, knowledge: KnowledgeBase) -> Recognition? {
        if case .text(let minimum) = accept, text.scalarCount >= minimum { return Recognition(canonical: text.text, range: 0..<text.bytes.count) }
        return nil
    }
    static func isMailbox(_ text: String) -> Bool { text.contains("@") }
}
struct CivilTime { init(_ moment: Timestamp, offset: Int32) {}; var minuteText: String { "" } }
public struct Redactor: Sendable {
    func redact(_ line: String, memory: inout RedactionMemory, context: RedactionContext) -> Redaction {
        Redaction(line: line, findings: [], reveals: [], markers: context.markers)
    }
    func mask(_ reveal: Redaction.Reveal, in text: SafeText, markers: RedactionMarkers) -> SafeText { text }
}
