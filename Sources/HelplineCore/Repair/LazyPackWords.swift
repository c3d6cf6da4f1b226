internal import Synchronization

/// The words of a pack, at hand from the first message on that nothing else explains: read where they were kept, else
/// collected, which takes some twenty times as long.
final class LazyPackWords: Sendable {
    private let kept: LaterBytes?
    private let made = Mutex<PackWords?>(nil)

    /// Takes what was kept of the same pack, if anything.
    init(kept: LaterBytes? = nil) {
        self.kept = kept
    }

    /// The words of what a pack recognises; made once.
    func words(of content: Content) -> PackWords {
        made.withLock { made in
            if let made { return made }
            let words = kept?.decoded() ?? PackWords(content.recognizedTexts, right: content.rightTexts)
            made = words
            return words
        }
    }
}

extension Content {
    /// Every text with words that the pack recognises, always in the same order.
    fileprivate var recognizedTexts: [String] {
        var texts = sets.inOrder.flatMap { $0.entries.flatMap { $0.words + [$0.canonical] } }
        texts += Command.allCases.flatMap { commands[$0, default: [:]].inOrder.joined() }
        texts += languageWords.inOrder.joined()
        for intent in intents {
            texts += intent.title.texts.inOrder.map(\.source)
            texts += (intent.triggers + intent.followUps.flatMap(\.triggers)).map(\.origin.text)
            texts += intent.slots.flatMap(\.wordsAccepted)
        }
        return texts
    }

    /// Texts whose words are no slips, though nothing is recognised by them.
    fileprivate var rightTexts: [String] {
        Array(stopWords.values.joined()) + intents.flatMap { $0.answers.flatMap { $0.texts.values.map(\.source) } }
            + [EnglishWords.text]
    }
}

extension Slot {
    /// The words of a choice; other answers have none that a slip could be measured against.
    fileprivate var wordsAccepted: [String] {
        guard case .choice(let options) = accept else { return [] }
        return options.flatMap { $0.words + $0.title.texts.inOrder.map(\.source) }
    }
}

extension Dictionary where Key: Comparable {
    /// The values in the order of their keys.
    fileprivate var inOrder: [Value] { sorted { $0.key < $1.key }.map(\.value) }
}
