extension Redaction.Reveal {
    /// A text that is kept, from an earlier line or quoting it, without what was revealed.
    public func masked(_ text: SafeText, markers: RedactionMarkers = .english) -> SafeText {
        if subject == .line { return text.isEmpty ? text : markers[kind] }
        let line = FoldedLine(text.string)
        var found = Findings()
        switch subject {
        case .words(let words):
            for rule in PhraseRule.all where rule.language == words.language {
                rule.find(words, in: line, into: &found)
            }
        case .hexKey:
            for run in KeyRule.longRuns(in: line) where KeyRule.isHexKey(run, in: line) { found.add(kind, run) }
        case .line:
            break
        }
        return Redaction(line: text.string, findings: found.sorted(in: line), reveals: [], markers: markers).text
    }
}
