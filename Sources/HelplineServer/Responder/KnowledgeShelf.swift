public import HelplineCore
import Synchronization

/// The pack that is served now, and the way a new one takes its place.
///
/// Each loop keeps its own reference and looks at the number of the edition before a line: one load of a word that
/// hardly ever changes, and no lock. Conversations live on, since they refer to content by name.
public final class KnowledgeShelf: Sendable {
    private let shelved: Mutex<KnowledgeBase>
    private let editions = Atomic<Int>(1)

    /// Puts the first pack on the shelf.
    public init(_ knowledge: KnowledgeBase) {
        shelved = Mutex(knowledge)
    }

    /// The pack that new messages are answered from.
    public var current: KnowledgeBase {
        shelved.withLock { $0 }
    }

    /// Counts the packs that were served, from 1.
    var edition: Int { editions.load(ordering: .acquiring) }

    /// Puts another pack, checked and compiled, in the place of the present one; from any thread.
    ///
    /// Every message read after this call is answered from it.
    public func replace(with knowledge: KnowledgeBase) {
        shelved.withLock { $0 = knowledge }
        editions.add(1, ordering: .acquiringAndReleasing)
    }
}
