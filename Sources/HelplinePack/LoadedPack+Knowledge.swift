internal import Dispatch
public import HelplineCore

extension LoadedPack {
    /// The pack compiled for matching, nil where it cannot be loaded.
    ///
    /// Its patterns are analysed on all cores; what is made of them is the same, to the bit, on one.
    public func compiled() -> KnowledgeBase? {
        content.map { content in
            KnowledgeBase(content, lessons: lessons) { count, piece in
                DispatchQueue.concurrentPerform(iterations: count, execute: piece)
            }
        }
    }
}
