internal import PatternSet

extension KnowledgeBase {
    /// The knowledge base as bytes, from which it is made again in a few milliseconds.
    ///
    /// They are good only for the very program and library that wrote them: whoever keeps them has to make sure of
    /// that, and that they come back unaltered.
    public func encoded() -> [UInt8] {
        var writer = StateWriter()
        content.encode(to: &writer)
        let record = patterns.index.record
        writer.write(bytes: record.literals)
        writer.write(list: record.numbers) { $0.write(numbers: $1) }
        writer.write(resemblance) { $1.encode(to: &$0) }
        return writer.bytes
    }

    /// Reads what ``encoded()`` wrote.
    public convenience init(decoding bytes: [UInt8]) throws(StateError) {
        var reader = StateReader(bytes)
        let content = try Content(from: &reader)
        let record = PatternIndex.Record(
            literals: try reader.readBytes(),
            numbers: try reader.readList { reader throws(StateError) in try reader.readNumbers() })
        let resemblance = try reader.readOptional { reader throws(StateError) in try Resemblance(from: &reader) }
        guard reader.isAtEnd, let index = PatternIndex(record) else {
            throw StateError("The index of the patterns is damaged.")
        }
        try self.init(content, index: index, resemblance: resemblance)
    }
}

extension StateWriter {
    /// Bytes by their number.
    mutating func write(bytes: [UInt8]) {
        write(UInt64(bytes.count))
        append(bytes)
    }

    /// Numbers by how many there are, four bytes each, the lowest first.
    mutating func write(numbers: [UInt32]) {
        write(
            bytes: numbers.flatMap { number in
                (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
            })
    }
}

extension StateReader {
    mutating func readBytes() throws(StateError) -> [UInt8] { Array(try readSlice()) }

    mutating func readNumbers() throws(StateError) -> [UInt32] {
        let slice = try readSlice()
        guard slice.count % 4 == 0 else { throw StateError("A number of the state is cut off.") }
        return stride(from: slice.startIndex, to: slice.endIndex, by: 4).map { index in
            var number: UInt32 = 0
            for offset in 0..<4 { number |= UInt32(slice[index + offset]) << UInt32(8 * offset) }
            return number
        }
    }
}
