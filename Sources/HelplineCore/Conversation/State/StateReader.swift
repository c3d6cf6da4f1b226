/// Reads what a ``StateWriter`` wrote; refuses what it did not, whatever the bytes.
struct StateReader {
    private let bytes: ArraySlice<UInt8>
    private var offset: Int
    /// The version of what is being read, for what has several.
    var version: UInt64 = 0

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        offset = bytes.startIndex
    }

    init(_ bytes: [UInt8]) { self.init(bytes[...]) }

    /// Whether everything was read.
    var isAtEnd: Bool { offset == bytes.endIndex }

    mutating func readByte() throws(StateError) -> UInt8 {
        guard offset < bytes.endIndex else { throw StateError("The state ends too early, at byte \(offset).") }
        defer { offset += 1 }
        return bytes[offset]
    }

    mutating func readUnsigned() throws(StateError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try readByte()
            guard shift < 64, shift < 63 || byte < 2 else {
                throw StateError("A number of the state is too large, at byte \(offset).")
            }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    mutating func readInt64() throws(StateError) -> Int64 {
        let folded = try readUnsigned()
        return Int64(bitPattern: (folded >> 1) ^ (0 &- (folded & 1)))
    }

    mutating func readInt() throws(StateError) -> Int { Int(try readInt64()) }

    /// A number that something is counted or timed by; none that could overflow where it is reckoned with.
    mutating func readCount() throws(StateError) -> Int {
        let value = try readInt()
        guard value.magnitude < 1 << 48 else { throw StateError("A number of the state is absurd, at byte \(offset).") }
        return value
    }

    /// A moment that can be reckoned with.
    mutating func readMoment() throws(StateError) -> Timestamp { Timestamp(milliseconds: Int64(try readCount())) }

    mutating func readBool() throws(StateError) -> Bool {
        switch try readByte() {
        case 0: false
        case 1: true
        default: throw StateError("The state is damaged at byte \(offset).")
        }
    }

    /// Bytes by their number.
    mutating func readSlice() throws(StateError) -> ArraySlice<UInt8> {
        let count = try readUnsigned()
        guard count <= UInt64(bytes.endIndex - offset) else {
            throw StateError("A text of the state ends too early, at byte \(offset).")
        }
        let end = offset + Int(count)
        defer { offset = end }
        return bytes[offset..<end]
    }

    mutating func readText() throws(StateError) -> String {
        guard let text = String(validating: try readSlice(), as: UTF8.self) else {
            throw StateError("A text of the state is not UTF-8, before byte \(offset).")
        }
        return text
    }

    mutating func readSafe() throws(StateError) -> SafeText { SafeText(trusting: try readText()) }
    mutating func readID<Subject>() throws(StateError) -> Identifier<Subject> { Identifier(try readText()) }

    mutating func readOptional<Value>(
        _ body: (inout StateReader) throws(StateError) -> Value
    ) throws(StateError) -> Value? {
        try readBool() ? try body(&self) : nil
    }

    /// Values in their order; each takes at least one byte, so that a count cannot ask for more than there is.
    mutating func readList<Value>(
        _ body: (inout StateReader) throws(StateError) -> Value
    ) throws(StateError) -> [Value] {
        let count = try readUnsigned()
        guard count <= UInt64(bytes.endIndex - offset) else {
            throw StateError("A list of the state is too long, at byte \(offset).")
        }
        var values: [Value] = []
        values.reserveCapacity(Int(count))
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }

    /// A case of an enumeration by its name.
    mutating func readCase<Case: RawRepresentable>(
        of type: Case.Type
    ) throws(StateError) -> Case where Case.RawValue == String {
        let name = try readText()
        guard let value = Case(rawValue: name) else {
            throw StateError("The state has an unknown \(type) “\(name)”.")
        }
        return value
    }

    /// A case of an enumeration by its number.
    mutating func readCase<Case: RawRepresentable>(
        of type: Case.Type
    ) throws(StateError) -> Case where Case.RawValue == UInt8 {
        guard let value = Case(rawValue: try readByte()) else {
            throw StateError("The state has an unknown \(type), at byte \(offset).")
        }
        return value
    }
}
