extension StateWriter {
    /// Integers of one size, in their order, by how many bytes they take, the lowest byte of each first.
    mutating func write<Value: FixedWidthInteger>(integers: [Value]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(integers.count * MemoryLayout<Value>.size)
        for integer in integers { withUnsafeBytes(of: integer.littleEndian) { bytes += $0 } }
        write(bytes: bytes)
    }
}

extension StateReader {
    mutating func readIntegers<Value: FixedWidthInteger & BitwiseCopyable>() throws(StateError) -> [Value] {
        let slice = try readSlice()
        let size = MemoryLayout<Value>.size
        guard slice.count.isMultiple(of: size) else { throw StateError("A number of the state is cut off.") }
        return slice.withUnsafeBytes { bytes in
            (0..<bytes.count / size).map {
                Value(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * size, as: Value.self))
            }
        }
    }
}
