extension Resemblance: Encoded {
    func encode(to writer: inout StateWriter) {
        concepts.encode(to: &writer)
        writer.write(list: outcomes) { writer, outcome in writer.write(outcome) { $0.write($1.name) } }
        writer.write(integers: hashes)
        writer.write(integers: (rarities + [unknownRarity] + biases).map(\.bitPattern))
        writer.write(integers: pairs.starts)
        writer.write(integers: pairs.partners)
        writer.write(bytes: Array(weights.bytes))
    }

    init(from reader: inout StateReader) throws(StateError) {
        concepts = try ConceptWords(from: &reader)
        outcomes = try reader.readList { reader throws(StateError) in
            try reader.readOptional { reader throws(StateError) in IntentID(try reader.readText()) }
        }
        hashes = try reader.readIntegers()
        let numbers: [UInt32] = try reader.readIntegers()
        let starts: [UInt32] = try reader.readIntegers()
        let partners: [UInt32] = try reader.readIntegers()
        weights = try KeptIntegers(reader.readSlice())
        guard !outcomes.isEmpty, numbers.count == hashes.count + 1 + outcomes.count,
            let pairs = LearntPairs(
                starts: starts, partners: partners, features: hashes.count, outcomes: outcomes.count),
            weights.count == pairs.count
        else { throw StateError("What was learnt from the examples is damaged.") }
        self.pairs = pairs
        let values = numbers.map { Float(bitPattern: $0) }
        rarities = Array(values[..<hashes.count])
        unknownRarity = values[hashes.count]
        biases = Array(values[(hashes.count + 1)...])
    }
}
