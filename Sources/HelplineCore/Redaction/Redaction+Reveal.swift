extension Redaction.Reveal {
    /// A text that is kept, from an earlier line or quoting it, without what was revealed.
    public func masked(_ text: SafeText, markers: RedactionMarkers = .english) -> SafeText {
        if subject == .line { return text.isEmpty ? text : markers[kind] }
        let line = FoldedLine(text.string)
        var found = Findings()
        switch subject {
        case .words(let words) where words.language == .chinese:
            HanPhraseRule.find(words, in: line, into: &found)
        case .words(let words):
            PhraseRule(words.language)?.find(words, in: line, into: &found)
        case .hexKey:
            for run in KeyRun.all(in: line) where run.hexCount == 64 { found.add(kind, run.range) }
        case .line:
            break
        }
        return Redaction(line: text.string, findings: found.sorted(in: line), reveals: [], markers: markers).text
    }
}
