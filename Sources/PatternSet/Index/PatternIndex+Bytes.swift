extension PatternIndex {
    /// The index as bytes, to be kept and had again by the same program on the same machine.
    public var bytes: [UInt8] {
        var writer = TableWriter()
        tables.write(to: &writer)
        return writer.bytes
    }

    /// The index that was kept, nil where its numbers do not fit together.
    ///
    /// Whatever the bytes, a search with what is made of them reads and writes nothing beside its tables; whether they
    /// belong to the patterns, the caller knows. The tables stay in the block; it costs a look at each of their
    /// numbers, less than a tenth of making the index.
    public init?(bytes: ByteBlock) {
        var reader = TableReader(bytes)
        guard let tables = IndexTables(from: &reader) else { return nil }
        self.tables = tables
    }
}
