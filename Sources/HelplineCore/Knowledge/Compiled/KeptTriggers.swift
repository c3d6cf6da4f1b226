internal import PCRE2
internal import Synchronization

/// The patterns of a pack's intents that was kept as bytes, by their numbers, each read when it is first asked for.
final class KeptTriggers: KeptElements {
    private let bytes: ArraySlice<UInt8>
    private let pieces: SharedPieces
    /// Where each pattern starts among the bytes, and at last where the last one ends.
    private let starts: [Int]
    private let read = Mutex<[Int: PackBox<Intent.Trigger>]>([:])

    /// The largest number of groups of any of the patterns.
    let captureLimit: Int

    /// How many there are.
    var count: Int { starts.count - 1 }

    /// Finds the patterns in what ``write(_:to:)`` wrote, and reads none.
    init(from reader: inout StateReader) throws(StateError) {
        captureLimit = try reader.readInt()
        pieces = try SharedPieces(from: &reader)
        let lengths = try reader.readList { reader throws(StateError) in try reader.readUnsigned() }
        bytes = try reader.readSlice()
        var starts = [bytes.startIndex]
        starts.reserveCapacity(lengths.count + 1)
        for length in lengths {
            let last = starts[starts.count - 1]
            guard length <= UInt64(bytes.endIndex - last) else { throw StateError("A pattern of the pack is cut off.") }
            starts.append(last + Int(length))
        }
        guard (0...65_535).contains(captureLimit), starts.last == bytes.endIndex else {
            throw StateError("The patterns of the pack are damaged.")
        }
        self.starts = starts
    }

    /// Writes patterns so that they can be read one by one.
    static func write(_ triggers: [Intent.Trigger], to writer: inout StateWriter) {
        writer.write(triggers.reduce(0) { max($0, $1.pattern.captureCount) })
        let pieces = SharedPieces(triggers.lazy.flatMap { [$0.pattern.text, $0.origin.text] })
        pieces.encode(to: &writer)
        var all = StateWriter()
        writer.write(list: triggers) { writer, trigger in
            let start = all.bytes.count
            trigger.write(to: &all, with: pieces)
            writer.write(UInt64(all.bytes.count - start))
        }
        writer.write(bytes: all.bytes)
    }

    /// The pattern of a number, read now if it was not before.
    ///
    /// In place of bytes that are no pattern stands one that matches nothing: such bytes are found only in a file that
    /// somebody wrote who knew how to sum it up.
    func box(at number: Int) -> PackBox<Intent.Trigger> {
        if let known = read.withLock({ $0[number] }) { return known }
        var reader = StateReader(bytes[starts[number]..<starts[number + 1]])
        var trigger = try? Intent.Trigger(from: &reader, with: pieces)
        if !reader.isAtEnd || trigger.map({ $0.pattern.captureCount > captureLimit }) ?? true { trigger = nil }
        let made = PackBox(trigger ?? .never)
        read.withLock { $0[number] = made }
        return made
    }
}

extension Intent.Trigger {
    /// Writes the pattern with its parts by their numbers; what the author wrote is often the very same.
    fileprivate func write(to writer: inout StateWriter, with pieces: SharedPieces) {
        var record = pattern.record
        pieces.write(record.text, to: &writer)
        let isAsWritten = origin.text == record.text
        isAsWritten.encode(to: &writer)
        if !isAsWritten { pieces.write(origin.text, to: &writer) }
        record.text = ""
        let rest = Self(locale: locale, pattern: Pattern(record), origin: Origin(place: origin.place))
        rest.encode(to: &writer)
    }

    /// Reads what ``write(to:with:)`` wrote.
    fileprivate init(from reader: inout StateReader, with pieces: SharedPieces) throws(StateError) {
        let text = try pieces.read(from: &reader)
        let written = try reader.readBool() ? text : try pieces.read(from: &reader)
        try self.init(from: &reader)
        var record = pattern.record
        record.text = text
        pattern = Pattern(record)
        origin.text = written
    }

    /// A pattern that matches nothing.
    fileprivate static var never: Self {
        Self(
            locale: "",
            pattern: Pattern(
                Pattern.Record(
                    text: "(?!)", options: [], captureCount: 0, names: [], minimumLength: 0, matchesEmpty: false)))
    }
}
