extension Redaction.Reveal {
    /// A text that is kept, from an earlier line or quoting it, without what was revealed.
    ///
    /// - Parameter source: the line that was revealed; of a text that says a part of it in other words only what it
    ///   has of that line goes, and other transactions' hashes stay.
    public func masked(
        _ text: SafeText, markers: RedactionMarkers = .english, of source: SafeText? = nil
    ) -> SafeText {
        if subject == .line { return text.isEmpty ? text : markers[kind] }
        let line = FoldedLine(text.string)
        var found = Findings()
        switch subject {
        case .words(let words) where words.language == .chinese:
            HanPhraseRule.find(words, in: line, into: &found)
        case .words(let words):
            PhraseRule(words.language)?.find(words, in: line, into: &found)
        case .hexKey:
            let keys = source.map { Self.keys(in: FoldedLine($0.string)).map(\.digits) }
            for key in Self.keys(in: line) where keys?.contains(key.digits) ?? true { found.add(kind, key.range) }
        case .parts(let parts):
            for range in parts.places(in: line) { found.add(kind, range) }
        case .line:
            break
        }
        return Redaction(line: text.string, findings: found.sorted(in: line), reveals: [], markers: markers).text
    }

    /// The 64 hexadecimal digits of each key in a line, in small letters, and where it stands.
    private static func keys(in line: FoldedLine) -> [(digits: [UInt32], range: Range<Int>)] {
        KeyRun.all(in: line).filter { $0.hexCount == 64 }.map { run in
            (line.units[run.range].map(\.lowercasedASCII).suffix(64), run.range)
        }
    }
}
