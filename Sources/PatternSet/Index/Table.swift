/// Elements that never change, at a fixed address, in memory that the table keeps.
///
/// What a search walks through is read without checks and without counting references; what the tables hold was made by
/// ``IndexLayout`` or checked, number by number, when it was read. Immutable after its initialiser, hence safe to
/// share.
final class Table<Element: BitwiseCopyable>: @unchecked Sendable {
    let base: UnsafePointer<Element>
    let count: Int
    private let block: ByteBlock

    /// Copies elements.
    convenience init(_ elements: [Element]) {
        let block = elements.withUnsafeBytes { ByteBlock($0) }
        self.init(in: block, at: 0, count: elements.count)
    }

    /// Takes elements that lie in a block, which MUST hold so many from there on, where elements may lie.
    init(in block: ByteBlock, at offset: Int, count: Int) {
        self.block = block
        self.count = count
        base = (block.base + offset).assumingMemoryBound(to: Element.self)
    }

    /// How many bytes of memory it takes.
    var byteCount: Int { count * MemoryLayout<Element>.stride }

    /// The elements as they lie in memory; those of ours have no padding.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: byteCount) }

    /// The elements, with checks.
    var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

    /// An element; the index is not checked.
    @inline(__always)
    subscript(_ index: Int) -> Element { base[index] }

    /// An element; the index is not checked.
    @inline(__always)
    subscript(_ index: UInt32) -> Element { base[Int(truncatingIfNeeded: index)] }
}
