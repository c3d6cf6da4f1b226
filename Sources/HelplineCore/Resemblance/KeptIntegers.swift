/// Integers of one size as they are written, each read where it stands when it is asked for: a million of them are
/// there without a copy.
struct KeptIntegers<Value: FixedWidthInteger & BitwiseCopyable>: Sendable, Equatable {
    private static var size: Int { MemoryLayout<Value>.size }

    /// The lowest byte of each first.
    let bytes: ArraySlice<UInt8>

    /// How many there are.
    var count: Int { bytes.count / Self.size }

    /// Takes integers as they were written.
    ///
    /// - Throws: where the last one is cut off.
    init(_ bytes: ArraySlice<UInt8>) throws(StateError) {
        guard bytes.count.isMultiple(of: Self.size) else { throw StateError("A number of the state is cut off.") }
        self.bytes = bytes
    }

    /// Writes integers.
    init(_ integers: [Value]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(integers.count * Self.size)
        for integer in integers { withUnsafeBytes(of: integer.littleEndian) { bytes += $0 } }
        self.bytes = bytes[...]
    }

    /// One of them.
    subscript(_ index: Int) -> Value {
        precondition(index >= 0 && index < count, "There is no such integer.")
        return bytes.withUnsafeBytes {
            Value(littleEndian: $0.loadUnaligned(fromByteOffset: index * Self.size, as: Value.self))
        }
    }

    /// All of them.
    var all: [Value] {
        bytes.withUnsafeBytes { bytes in
            (0..<count).map {
                Value(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * Self.size, as: Value.self))
            }
        }
    }
}
