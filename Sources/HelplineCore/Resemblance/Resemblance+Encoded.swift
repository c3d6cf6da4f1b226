extension Resemblance: Encoded {
    func encode(to writer: inout StateWriter) {
        writer.write(list: outcomes) { writer, outcome in writer.write(outcome) { $0.write($1.name) } }
        writer.write(integers: hashes)
        writer.write(integers: (rarities + [unknownRarity] + biases).map(\.bitPattern))
        writer.write(integers: weights)
    }

    init(from reader: inout StateReader) throws(StateError) {
        outcomes = try reader.readList { reader throws(StateError) in
            try reader.readOptional { reader throws(StateError) in IntentID(try reader.readText()) }
        }
        hashes = try reader.readIntegers()
        let numbers: [UInt32] = try reader.readIntegers()
        weights = try reader.readIntegers()
        guard !outcomes.isEmpty, numbers.count == hashes.count + 1 + outcomes.count,
            weights.count == hashes.count * outcomes.count
        else { throw StateError("What was learnt from the examples is damaged.") }
        let values = numbers.map { Float(bitPattern: $0) }
        rarities = Array(values[..<hashes.count])
        unknownRarity = values[hashes.count]
        biases = Array(values[(hashes.count + 1)...])
    }
}

extension StateWriter {
    /// Integers of one size by how many bytes they take, the lowest byte of each first.
    fileprivate mutating func write<Value: FixedWidthInteger>(integers: [Value]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(integers.count * MemoryLayout<Value>.size)
        for integer in integers { withUnsafeBytes(of: integer.littleEndian) { bytes += $0 } }
        write(bytes: bytes)
    }
}

extension StateReader {
    fileprivate mutating func readIntegers<Value: FixedWidthInteger & BitwiseCopyable>() throws(StateError) -> [Value] {
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
