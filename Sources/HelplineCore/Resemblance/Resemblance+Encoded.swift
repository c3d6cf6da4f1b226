extension Resemblance: Encoded {
    func encode(to writer: inout StateWriter) {
        writer.write(list: outcomes) { writer, outcome in writer.write(outcome) { $0.write($1.name) } }
        writer.write(numbers: hashes)
        writer.write(numbers: (rarities + [unknownRarity] + biases).map(\.bitPattern))
        writer.write(bytes: weights.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
    }

    init(from reader: inout StateReader) throws(StateError) {
        outcomes = try reader.readList { reader throws(StateError) in
            try reader.readOptional { reader throws(StateError) in IntentID(try reader.readText()) }
        }
        hashes = try reader.readNumbers()
        let numbers = try reader.readNumbers().map { Float(bitPattern: $0) }
        let bytes = try reader.readBytes()
        guard !outcomes.isEmpty, numbers.count == hashes.count + 1 + outcomes.count,
            bytes.count == 2 * hashes.count * outcomes.count
        else { throw StateError("What was learnt from the examples is damaged.") }
        rarities = Array(numbers[..<hashes.count])
        unknownRarity = numbers[hashes.count]
        biases = Array(numbers[(hashes.count + 1)...])
        weights = stride(from: 0, to: bytes.count, by: 2).map {
            Int16(truncatingIfNeeded: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)
        }
    }
}
