internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
    /// The results of a function for all elements, in their order, worked out on all cores.
    ///
    /// Returns when all are there. Meant for work of at least some microseconds an element.
    func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        concurrentMap(tool: {}) { element, _ in transform(element) }
    }

    /// The results of a function that works with something that cannot be shared, such as a scratch: each core makes
    /// one and keeps it from element to element.
    ///
    /// Elements are taken in turn by whichever core is free, so that a few that take long do not hold up the rest.
    func concurrentMap<Tool: ~Copyable, Result: Sendable>(
        tool: @Sendable () -> Tool, _ transform: @Sendable (Element, inout Tool) -> Result
    ) -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: count))
        let next = Atomic(0)
        @Sendable func takeElement() -> Int? {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            return index < count ? index : nil
        }
        // There may be fewer cores: what comes late finds nothing left, and makes no tool.
        DispatchQueue.concurrentPerform(iterations: Swift.min(count, 64)) { _ in
            guard var index = takeElement() else { return }
            var tool = tool()
            while true {
                let result = transform(self[index], &tool)
                results.withLock { $0[index] = result }
                guard let following = takeElement() else { return }
                index = following
            }
        }
        return results.withLock { $0.compactMap(\.self) }
    }

    /// The elements in runs of at most so many.
    func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
