internal import Synchronization

/// The words of a pack's sets, collected when they are first needed: a start that answers by patterns needs none.
final class LazyConceptWords: Sendable {
    private let made = Mutex<ConceptWords?>(nil)

    /// The words of a pack's sets; made once.
    func words(of content: Content) -> ConceptWords {
        made.withLock { made in
            if let made { return made }
            let words = ConceptWords(content.sets)
            made = words
            return words
        }
    }
}
