/// Memory that is filled once and from then on only read, so that tables can lie in it and need no copy.
///
/// Immutable after its initialiser, hence safe to share.
public final class ByteBlock: @unchecked Sendable {
    /// How many bytes there are.
    public let count: Int

    let base: UnsafeRawPointer

    /// A block of at least this size begins where a large page of memory may, so that whoever fills it can ask the
    /// system for such pages.
    private static let largePage = 1 << 21

    /// Makes room for some bytes and has it filled.
    ///
    /// - Parameter fill: puts bytes there and says how many; the block has no more than these.
    public init(capacity: Int, filledBy fill: (UnsafeMutableRawBufferPointer) -> Int) {
        let alignment = capacity < Self.largePage ? 16 : Self.largePage
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(capacity, 1), alignment: alignment)
        count = min(max(fill(UnsafeMutableRawBufferPointer(start: memory, count: capacity)), 0), capacity)
        base = UnsafeRawPointer(memory)
    }

    /// Copies bytes.
    public convenience init(_ bytes: some Collection<UInt8>) {
        self.init(capacity: bytes.count) { memory in
            memory.copyBytes(from: bytes)
            return bytes.count
        }
    }

    deinit { base.deallocate() }

    /// Lends the bytes.
    public func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        body(UnsafeRawBufferPointer(start: base, count: count))
    }
}
