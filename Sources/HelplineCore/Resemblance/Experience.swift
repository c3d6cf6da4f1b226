internal import Synchronization

/// What a pack has learnt, read when a message first needs it: a start that answers by patterns pays nothing.
final class Experience: Sendable {
    private final class Learnt: Sendable {
        let resemblance: Resemblance?
        init(_ resemblance: Resemblance?) { self.resemblance = resemblance }
    }

    private let kept: LaterBytes?
    private let learnt = AtomicLazyReference<Learnt>()

    /// Takes what was learnt; nil where there was too little to learn from.
    init(_ resemblance: Resemblance?) {
        kept = nil
        _ = learnt.storeIfNil(Learnt(resemblance))
    }

    /// Takes what ``encoded()`` wrote, which is read later; no bytes stand for nothing.
    init(kept: LaterBytes) { self.kept = kept }

    /// Whether there is any.
    var isAny: Bool { kept.map { $0.count > 0 } ?? (resemblance != nil) }

    /// What was learnt as bytes, none for nothing.
    func encoded() -> [UInt8] { resemblance?.encoded() ?? [] }

    /// How likely each intent is, the likeliest first; empty where nothing was learnt.
    func likenesses(of text: NormalizedText) -> [Resemblance.Likeness] {
        resemblance?.likenesses(of: text) ?? []
    }

    /// Where two loops read it at once, both get the same.
    private var resemblance: Resemblance? {
        (learnt.load() ?? learnt.storeIfNil(Learnt(kept?.decoded()))).resemblance
    }
}
