extension StateWriter {
    /// Integers of one size, in their order, by how many bytes they take, the lowest byte of each first.
    mutating func write<Value: FixedWidthInteger & BitwiseCopyable>(integers: [Value]) {
        write(bytes: Array(KeptIntegers(integers).bytes))
    }
}

extension StateReader {
    mutating func readIntegers<Value: FixedWidthInteger & BitwiseCopyable>() throws(StateError) -> [Value] {
        try KeptIntegers(readSlice()).all
    }
}
