/// Memory of one loop that is kept from message to message; it grows and never shrinks.
///
/// Elements are plain bits. Nothing is checked at an access: whoever uses a buffer reserves what it reaches.
struct ScratchBuffer<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var capacity: Int
    private let filler: Element
    private var memory: ScratchMemory

    /// Makes room for so many elements, each of them the filler.
    init(capacity: Int, filler: Element) {
        self.capacity = max(capacity, 1)
        self.filler = filler
        base = .allocate(capacity: self.capacity)
        base.initialize(repeating: filler, count: self.capacity)
        memory = ScratchMemory(base)
    }

    /// Makes room for so many elements; what was there stays.
    mutating func reserve(_ count: Int) {
        guard count > capacity else { return }
        let larger = max(count, 2 * capacity)
        let grown = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        grown.update(from: base, count: capacity)
        (grown + capacity).initialize(repeating: filler, count: larger - capacity)
        base = grown
        capacity = larger
        memory = ScratchMemory(grown)
    }

    subscript(_ index: Int) -> Element {
        @inline(__always) get { base[index] }
        @inline(__always) nonmutating set { base[index] = newValue }
    }
}

/// Owns memory, and gives it back at its end.
///
/// A class, because a deinitialiser of the buffer itself was not run in builds without optimisation (Swift 6.3): a
/// scratch holds the buffers inside structs that cannot be copied either, and what ended with it were these structs
/// alone.
private final class ScratchMemory {
    private let base: UnsafeMutableRawPointer

    init(_ base: UnsafeMutableRawPointer) { self.base = base }

    deinit { base.deallocate() }
}
