internal import Synchronization

/// What a pack has learnt, made ready when a message first needs it: a start that answers by patterns pays nothing.
final class Experience: Sendable {
    private struct Ready {
        var resemblance: Resemblance
        var concepts: ConceptWords
    }

    private let learnt: Resemblance?
    private let kept: ArraySlice<UInt8>
    private let ready = Mutex<Ready?>(nil)

    /// Takes what was learnt; nil where there was too little to learn from.
    init(_ learnt: Resemblance?) {
        self.learnt = learnt
        kept = []
    }

    /// Takes what ``encoded()`` wrote, which is read later.
    init(kept: ArraySlice<UInt8>) {
        self.kept = kept
        learnt = nil
    }

    /// Whether there is any.
    var isAny: Bool { learnt != nil || !kept.isEmpty }

    /// What was learnt as bytes, none for nothing.
    func encoded() -> [UInt8] {
        guard let learnt else { return Array(kept) }
        var writer = StateWriter()
        learnt.encode(to: &writer)
        return writer.bytes
    }

    /// How likely each intent is, the likeliest first; empty where nothing was learnt.
    ///
    /// - Parameter content: the pack that it was learnt from.
    func likenesses(of text: NormalizedText, in content: Content) -> [Resemblance.Likeness] {
        guard let ready = ready(for: content) else { return [] }
        return ready.resemblance.likenesses(of: MessageFeatures.hashes(of: text, ready.concepts))
    }

    private func ready(for content: Content) -> Ready? {
        ready.withLock { ready in
            if let ready { return ready }
            guard let resemblance = learnt ?? decoded() else { return nil }
            let made = Ready(resemblance: resemblance, concepts: ConceptWords(content.sets))
            ready = made
            return made
        }
    }

    private func decoded() -> Resemblance? {
        guard !kept.isEmpty else { return nil }
        var reader = StateReader(kept)
        return try? Resemblance(from: &reader)
    }
}
