internal import PCRE2

/// A part of a pack that can be written as bytes and read back.
///
/// Fields follow one another without names, in the order of their declaration: the bytes are only for the program that
/// wrote them.
protocol Encoded {
    func encode(to writer: inout StateWriter)
    init(from reader: inout StateReader) throws(StateError)
}

extension Encoded {
    /// The value as bytes.
    func encoded() -> [UInt8] {
        var writer = StateWriter()
        encode(to: &writer)
        return writer.bytes
    }
}

extension String: Encoded {
    func encode(to writer: inout StateWriter) { writer.write(self) }
    init(from reader: inout StateReader) throws(StateError) { self = try reader.readText() }
}

extension Int: Encoded {
    func encode(to writer: inout StateWriter) { writer.write(self) }
    init(from reader: inout StateReader) throws(StateError) { self = try reader.readInt() }
}

extension Bool: Encoded {
    func encode(to writer: inout StateWriter) { writer.write(self) }
    init(from reader: inout StateReader) throws(StateError) { self = try reader.readBool() }
}

extension Identifier: Encoded {
    func encode(to writer: inout StateWriter) { writer.write(name) }
    init(from reader: inout StateReader) throws(StateError) { self.init(try reader.readText()) }
}

extension Optional: Encoded where Wrapped: Encoded {
    func encode(to writer: inout StateWriter) { writer.write(self) { $1.encode(to: &$0) } }
    init(from reader: inout StateReader) throws(StateError) {
        self = try reader.readOptional { reader throws(StateError) in try Wrapped(from: &reader) }
    }
}

extension Array: Encoded where Element: Encoded {
    func encode(to writer: inout StateWriter) { writer.write(list: self) { $1.encode(to: &$0) } }
    init(from reader: inout StateReader) throws(StateError) {
        self = try reader.readList { reader throws(StateError) in try Element(from: &reader) }
    }
}

extension Dictionary: Encoded where Key: Encoded, Value: Encoded {
    func encode(to writer: inout StateWriter) {
        writer.write(list: self) { writer, entry in
            entry.key.encode(to: &writer)
            entry.value.encode(to: &writer)
        }
    }

    init(from reader: inout StateReader) throws(StateError) {
        let entries = try reader.readList { reader throws(StateError) in
            (try Key(from: &reader), try Value(from: &reader))
        }
        self.init(entries, uniquingKeysWith: { _, last in last })
    }
}

/// An enumeration is written by the names of its cases.
extension Encoded where Self: RawRepresentable, RawValue == String {
    func encode(to writer: inout StateWriter) { writer.write(rawValue) }
    init(from reader: inout StateReader) throws(StateError) { self = try reader.readCase(of: Self.self) }
}

extension Pattern: Encoded {
    func encode(to writer: inout StateWriter) {
        let record = record
        record.text.encode(to: &writer)
        Int(record.options.rawValue).encode(to: &writer)
        record.captureCount.encode(to: &writer)
        writer.write(list: record.names) { writer, entry in
            entry.name.encode(to: &writer)
            entry.number.encode(to: &writer)
        }
        record.minimumLength.encode(to: &writer)
        record.matchesEmpty.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        let record = Record(
            text: try String(from: &reader),
            options: Options(rawValue: UInt8(truncatingIfNeeded: try Int(from: &reader))),
            captureCount: try Int(from: &reader),
            names: try reader.readList { reader throws(StateError) in
                (name: try String(from: &reader), number: try Int(from: &reader))
            },
            minimumLength: try Int(from: &reader),
            matchesEmpty: try Bool(from: &reader))
        self.init(record)
    }
}
