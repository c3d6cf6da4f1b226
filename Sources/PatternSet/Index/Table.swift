/// Elements that never change, at a fixed address, freed with the table.
///
/// What a search walks through is read without checks and without counting references; the plan that the tables are laid
/// out from was checked, number by number. Immutable after its initialiser, hence safe to share.
final class Table<Element: BitwiseCopyable>: @unchecked Sendable {
    let base: UnsafePointer<Element>
    let count: Int

    init(_ elements: [Element]) {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
        elements.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { memory.initialize(from: start, count: elements.count) }
        }
        base = UnsafePointer(memory)
        count = elements.count
    }

    deinit { base.deallocate() }

    /// How many bytes of memory it takes.
    var byteCount: Int { count * MemoryLayout<Element>.stride }

    /// An element; the index is not checked.
    @inline(__always)
    subscript(_ index: Int) -> Element { base[index] }

    /// An element; the index is not checked.
    @inline(__always)
    subscript(_ index: UInt32) -> Element { base[Int(truncatingIfNeeded: index)] }
}
