public import HelplineCore

extension Transcript {
    /// The names in a transcript that the pack does not know, as errors with the name that was probably meant.
    public func check(against content: Content) -> [Diagnostic] {
        var log = DiagnosticLog(files: [file])
        let names = KnownNames(content)
        for expectation in cases.flatMap(\.steps).flatMap(\.expectations) {
            switch expectation.kind {
            case .intent(let name?) where !names.reported.contains(name):
                log.error(
                    .unknownName, at: expectation.place, width: expectation.width,
                    "no reply names the intent \(name.named)", remedy: names.advice(forIntent: name))
            case .slot(let name?) where !names.questions.contains(name):
                log.error(
                    .unknownName, at: expectation.place, width: expectation.width,
                    "no question is called \(name.named)",
                    remedy: NearestName.of(name, among: names.questions.sorted()).map { "did you mean \($0.named)?" })
            default: break
            }
        }
        return log.finished()
    }

    /// The names that replies can bear.
    private struct KnownNames {
        var reported: Set<String>
        var questions: Set<String>
        private var intents: [String: Intent]

        init(_ content: Content) {
            reported = Set(content.intents.compactMap { $0.reported?.name })
            questions = Set((content.intents.flatMap(\.slots) + content.email.slots).map(\.id.name))
            intents = Dictionary(content.intents.map { ($0.id.name, $0) }, uniquingKeysWith: { first, _ in first })
        }

        func advice(forIntent name: String) -> Sentence? {
            if let intent = intents[name] {
                return intent.reported.map { "replies name it \($0.name.named), as its “reports_as” says" }
                    ?? "it is talk beside the matter, and such replies name no intent; write none"
            }
            return NearestName.of(name, among: reported.sorted()).map { "did you mean \($0.named)?" }
        }
    }
}
