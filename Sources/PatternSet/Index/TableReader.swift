/// Reads what a ``TableWriter`` wrote; what it did not write is nil, and no table reaches beyond the block.
///
/// What the elements say is for whoever reads them to check.
struct TableReader {
    private let block: ByteBlock
    private var offset = 0

    init(_ block: ByteBlock) { self.block = block }

    /// Whether everything was read.
    var isAtEnd: Bool { offset == block.count }

    /// Reads a number.
    mutating func readNumber() -> UInt64? {
        guard block.count - offset >= 8 else { return nil }
        defer { offset += 8 }
        return UInt64(littleEndian: block.base.load(fromByteOffset: offset, as: UInt64.self))
    }

    /// Reads a table, which stays where it is.
    mutating func readTable<Element>() -> Table<Element>? {
        guard let count = readNumber().flatMap({ Int(exactly: $0) }) else { return nil }
        let (size, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
        guard !overflows, size <= block.count - offset, TableWriter.padded(size) <= block.count - offset else {
            return nil
        }
        defer { offset += TableWriter.padded(size) }
        return Table(in: block, at: offset, count: count)
    }
}
