/// Writes a state as bytes: numbers as variable-length quantities, texts by length.
struct StateWriter {
    private(set) var bytes: [UInt8] = []

    /// An unsigned number, seven bits a byte, the lowest first (LEB128).
    mutating func write(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A signed number, folded so that small negative ones stay short.
    mutating func write(_ value: Int64) {
        write(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
    }

    mutating func write(_ value: Int) { write(Int64(value)) }
    mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { buffer in
            write(UInt64(buffer.count))
            bytes.append(contentsOf: buffer)
        }
    }

    /// Bytes as they are.
    mutating func append(_ more: [UInt8]) { bytes += more }

    mutating func write(_ text: SafeText) { write(text.string) }
    mutating func write<Subject>(_ id: Identifier<Subject>) { write(id.name) }

    /// Whether there is a value, and the value.
    mutating func write<Value>(_ value: Value?, _ body: (inout StateWriter, Value) -> Void) {
        write(value != nil)
        if let value { body(&self, value) }
    }

    /// The number of the values, and the values.
    mutating func write<Value>(list values: some Collection<Value>, _ body: (inout StateWriter, Value) -> Void) {
        write(UInt64(values.count))
        for value in values { body(&self, value) }
    }
}
