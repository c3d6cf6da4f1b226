/// Words that say what a line does or speaks of, wherever they stand in it.
///
/// Of another matter, of what was tried, of a file. Prepared once a pack.
final class SpokenWords: Sendable {
    private let texts: [TextKey: WordPlaces]
    private let commands: [Command: WordPlaces]

    /// The intents whose titles speak of passwords, of codes or of logging in: what users answer there is often one.
    let passwordTopics: Set<IntentID>

    /// The texts of a pack that are lists of words.
    private static let lists: [TextKey] = [
        .matterWords, .alsoWords, .triedWords, .doneWords, .toldWords, .dropWords, .unsureWords, .fileWords,
        .identityWords,
    ]

    init(_ content: Content) {
        texts = Dictionary(
            uniqueKeysWithValues: Self.lists.map { key in
                (key, WordPlaces(content.texts[key, default: []].flatMap { $0.texts.values.map(\.source) }))
            })
        commands = content.commands.mapValues { WordPlaces($0.values.joined()) }
        passwordTopics = Set(
            content.intents.lazy.filter { $0.title.texts.values.contains { Self.speaksOfPasswords($0.source) } }
                .map(\.id))
    }

    private static func speaksOfPasswords(_ title: String) -> Bool {
        let line = FoldedLine(title)
        return CueFinder.standard.cues(in: line).contains { cue in
            switch cue.kind {
            case .password, .passwordLabel, .code, .codeLabel: true
            case .account: line.has(login, at: cue.range.lowerBound)
            default: false
            }
        }
    }

    private static let login = Array("log".unicodeScalars.map(\.value))

    /// The words under a key, in all languages of the pack.
    subscript(_ key: TextKey) -> WordPlaces { texts[key] ?? WordPlaces([]) }

    /// The words of a command, in all languages of the pack.
    subscript(_ command: Command) -> WordPlaces { commands[command] ?? WordPlaces([]) }
}

/// Some words, and where one of them stands in a text.
struct WordPlaces: Sendable {
    private let words: Lexicon

    init(_ words: some Sequence<String>) { self.words = Lexicon(words) }

    /// Where the first of the words stands, of those that begin there the longest; a Latin one not inside another word.
    func first(in text: NormalizedText) -> Range<Int>? {
        if words.isEmpty { return nil }
        let bytes = text.bytes
        for start in bytes.indices where bytes[start] & 0xC0 != 0x80 {
            let length = words.length(at: start, in: bytes)
            if length > 0 { return start..<(start + length) }
        }
        return nil
    }
}
