/// Writes tables one behind the other, their elements as they lie in memory, each at a place where they may lie.
///
/// The bytes are good only for the program that wrote them, on the machine that it ran on.
struct TableWriter {
    private(set) var bytes: [UInt8] = []

    /// Writes a number in eight bytes.
    mutating func write(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Writes how many elements a table has, and the elements.
    mutating func write<Element>(_ table: Table<Element>) {
        write(UInt64(table.count))
        bytes.append(contentsOf: table.bytes)
        bytes += [UInt8](repeating: 0, count: Self.padded(table.byteCount) - table.byteCount)
    }

    /// A number of bytes with those that are left free behind it.
    static func padded(_ count: Int) -> Int { (count + 7) & ~7 }
}
