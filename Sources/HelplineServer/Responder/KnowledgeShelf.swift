public import HelplineCore
internal import Synchronization

/// The pack that is served now, and the way a new one takes its place.
///
/// Each loop keeps its own reference, so that a line takes no lock; ``replace(with:)`` brings the new pack to all loops,
/// each of which takes it between two messages. Conversations live on.
public final class KnowledgeShelf: Sendable {
    private struct State {
        var current: KnowledgeBase
        var takers: [@Sendable (KnowledgeBase) -> Void] = []
    }

    private let state: Mutex<State>

    /// Puts the first pack on the shelf.
    public init(_ knowledge: KnowledgeBase) {
        state = Mutex(State(current: knowledge))
    }

    /// The pack that new messages are answered from.
    public var current: KnowledgeBase {
        state.withLock { $0.current }
    }

    /// Puts another pack, checked and compiled, in the place of the present one; from any thread.
    public func replace(with knowledge: KnowledgeBase) {
        let takers = state.withLock { state in
            state.current = knowledge
            return state.takers
        }
        for take in takers { take(knowledge) }
    }

    /// Gives the present pack, and every later one to `take`, on the thread of whoever replaces it.
    func follow(_ take: @escaping @Sendable (KnowledgeBase) -> Void) -> KnowledgeBase {
        state.withLock { state in
            state.takers.append(take)
            return state.current
        }
    }
}
