/// Bytes that are read when they are needed, which for many is never.
public struct LaterBytes: Sendable {
    /// How many there are.
    public let count: Int
    private let reading: @Sendable () -> [UInt8]

    /// Takes bytes that are there already.
    public init(_ bytes: [UInt8]) {
        count = bytes.count
        reading = { bytes }
    }

    /// Takes what reads them; it returns none where they cannot be read any more, and is called on any thread.
    public init(count: Int, reading: @escaping @Sendable () -> [UInt8]) {
        self.count = count
        self.reading = reading
    }

    /// The bytes, none where they cannot be read any more.
    public func read() -> [UInt8] { reading() }
}

extension LaterBytes {
    /// The value that they are; nil where there are none, or where they are those of no such value, as only somebody can
    /// make who knows how to sum them up.
    func decoded<Value: Encoded>() -> Value? {
        let bytes = read()
        guard !bytes.isEmpty else { return nil }
        var reader = StateReader(bytes)
        return try? Value(from: &reader)
    }
}
