internal import HelplineCore
internal import PatternSet

/// What of a pack its examples and transcripts touch, and what they do not.
public struct TranscriptCoverage: Sendable {
    /// How much of one kind of content is touched.
    public struct Share: Sendable, Equatable {
        /// What is counted.
        public var what: Sentence
        /// How many are touched.
        public var touched: Int
        /// How many there are.
        public var total: Int

        /// The share in words.
        public func said(in language: Sentence.Language) -> String {
            let count: Sentence = "\(touched) of \(total)"
            let name = what.said(in: language)
            let width = name.unicodeScalars.reduce(0) { $0 + $1.columns }
            return "  " + name + String(repeating: " ", count: max(12 - width, 1)) + count.said(in: language)
        }
    }

    /// Intents, patterns, questions and texts.
    public private(set) var shares: [Share] = []
    /// What nothing touches, as notes with their places.
    public private(set) var untouched: [Diagnostic] = []

    /// Counts what the examples of a pack and the played transcripts touch.
    ///
    /// A text counts as touched where a reply, or a mail, holds all its words, the quoted values left open; a pattern
    /// where it matches an example of the pack or a line of a transcript.
    public init(_ pack: LoadedPack, _ records: [TranscriptRecord]) {
        guard let content = pack.content else { return }
        var log = DiagnosticLog(files: pack.evidence.files)
        let exchanges = records.flatMap(\.exchanges).flatMap(\.self)
        let said = SaidTexts(exchanges.flatMap(\.said))
        let spoken = Dictionary(grouping: pack.evidence.texts.filter(\.isSpoken)) { text in said.holds(text.text) }
        countIntents(content, pack, spoken[true] ?? [], &log)
        countPatterns(pack, exchanges.map(\.user), &log)
        countQuestions(pack, said, &log)
        shares.append(
            Share(what: "texts", touched: spoken[true]?.count ?? 0, total: spoken.values.reduce(0) { $0 + $1.count }))
        for text in spoken[false] ?? [] {
            log.note(
                .note, .uncovered, at: text.node.place, width: text.node.width,
                "no transcript shows \(text.what) in \(text.locale.name.named)", remedy: Self.playing)
        }
        untouched = log.finished()
    }

    private static let playing: Sentence =
        "play it in a transcript: write what leads there, then “helpline test --update”"

    private mutating func countIntents(
        _ content: Content, _ pack: LoadedPack, _ said: [WrittenText], _ log: inout DiagnosticLog
    ) {
        let touched = Set(pack.examples.filter(\.wins).map(\.intent) + said.compactMap(\.owner))
        shares.append(
            Share(
                what: "intents", touched: content.intents.count { touched.contains($0.id) },
                total: content.intents.count))
        for intent in content.intents where !touched.contains(intent.id) {
            guard let place = pack.evidence.intents[intent.id] else { continue }
            log.note(
                .note, .uncovered, at: place, width: intent.id.name.unicodeScalars.count,
                "no example and no transcript reaches the intent \(intent.id.name.named)", remedy: Self.playing)
        }
    }

    private mutating func countPatterns(_ pack: LoadedPack, _ lines: [String], _ log: inout DiagnosticLog) {
        let patterns = pack.evidence.patterns
        let set = PatternSet(patterns.map(\.trigger.pattern))
        var scratch = MatchScratch.patient()
        var touched: Set<Place> = []
        for line in Set(pack.examples.map(\.text) + lines) {
            let text = NormalizedText(line)
            var budget = MatchBudget()
            set.forEachMatch(in: text.bytes.span, using: &scratch, budget: &budget) { number, _ in
                touched.insert(patterns[number].place)
            }
        }
        var places: [Place: Int] = [:]
        for pattern in patterns { places[pattern.place] = pattern.trigger.origin.text.unicodeScalars.count }
        shares.append(Share(what: "patterns", touched: touched.count, total: places.count))
        for (place, width) in places where !touched.contains(place) {
            log.note(
                .note, .uncovered, at: place, width: width, "no example and no transcript is found by this pattern",
                remedy: "add what users type to “examples”, or take it out")
        }
    }

    private mutating func countQuestions(_ pack: LoadedPack, _ said: SaidTexts, _ log: inout DiagnosticLog) {
        let questions = pack.evidence.questions
        let asked = questions.map { question in
            ([question.slot.prompt] + question.slot.retry).contains { text in
                text.texts.values.contains { said.holds($0.source) }
            }
        }
        shares.append(Share(what: "questions", touched: asked.count(where: \.self), total: questions.count))
        for (question, isAsked) in zip(questions, asked) where !isAsked {
            log.note(
                .note, .uncovered, at: question.place, width: question.slot.id.name.unicodeScalars.count,
                "no transcript comes to the question \(question.slot.id.name.named)", remedy: Self.playing)
        }
    }
}

extension WrittenText {
    /// Whether it is said by itself: titles and labels stand in lists of others' making.
    fileprivate var isSpoken: Bool {
        !["the title", "the label", "the name"].contains(what.description)
            && !what.description.hasPrefix("the category")
    }
}

/// Everything that was said, for questions whether a text was.
private struct SaidTexts {
    private let texts: [[UInt8]]

    init(_ texts: [String]) {
        self.texts = Set(texts).map { Array($0.utf8) }
    }

    /// Whether one of the texts has all the words of a text in their order, what it quotes left open.
    func holds(_ template: String) -> Bool {
        var pieces: [[UInt8]] = []
        var rest = template[...]
        for place in TextPlace.all(in: template) {
            pieces.append(Array(rest[..<place.range.lowerBound].utf8))
            rest = template[place.range.upperBound...]
        }
        pieces.append(Array(rest.utf8))
        pieces.removeAll { $0.count < 2 }
        guard !pieces.isEmpty else { return true }
        return texts.contains { text in
            var start = 0
            for piece in pieces {
                guard let found = text.firstIndex(of: piece, from: start) else { return false }
                start = found + piece.count
            }
            return true
        }
    }
}

extension [UInt8] {
    /// Where some bytes first stand from an index on.
    fileprivate func firstIndex(of wanted: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, start + wanted.count <= count else { return nil }
        var index = start
        while index + wanted.count <= count {
            if self[index] == first, self[index..<index + wanted.count].elementsEqual(wanted) { return index }
            index += 1
        }
        return nil
    }
}
