/// Parts that stand in many texts, each written once.
///
/// A word set is spelled out in every pattern that names it, so that three quarters of what a pack's patterns say is
/// said over and over. The parts are the groups of patterns, from `(` to the `)` that closes it; where a group really
/// ends does not matter, since a text is put together again of the very bytes that it was cut into.
struct SharedPieces {
    /// Shorter parts are not worth a number.
    private static let shortest = 40

    private let pieces: [ArraySlice<UInt8>]
    private let numbers: [ArraySlice<UInt8>: Int]

    /// Finds the parts that stand in some texts more than once.
    init(_ texts: some Sequence<String>) {
        var counts: [ArraySlice<UInt8>: Int] = [:]
        for text in texts {
            let bytes = Array(text.utf8)
            for group in Self.groups(of: bytes) where group.count >= Self.shortest {
                counts[bytes[group], default: 0] += 1
            }
        }
        pieces = counts.filter { $0.value > 1 }.keys.sorted { $0.lexicographicallyPrecedes($1) }
        numbers = Dictionary(
            pieces.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// From each opening parenthesis to where it is closed; escapes and classes are taken for what they look like.
    private static func groups(of bytes: [UInt8]) -> [Range<Int>] {
        var open: [Int] = []
        var groups: [Range<Int>] = []
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "(") {
                open.append(index)
            } else if byte == UInt8(ascii: ")"), let start = open.popLast() {
                groups.append(start..<index + 1)
            }
        }
        return groups
    }

    /// Writes a text as parts by their numbers and as what stands between them.
    func write(_ text: String, to writer: inout StateWriter) {
        let bytes = Array(text.utf8)
        let shared = Self.groups(of: bytes).filter { $0.count >= Self.shortest && numbers[bytes[$0]] != nil }
        var place = 0
        // The groups that begin first, of these the longest, and none that lies in one that was taken.
        for group in shared.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) })
        where group.lowerBound >= place {
            guard let number = numbers[bytes[group]] else { continue }
            write(literal: bytes[place..<group.lowerBound], to: &writer)
            writer.write(UInt64(number + 2))
            place = group.upperBound
        }
        write(literal: bytes[place...], to: &writer)
        writer.write(UInt64(0))
    }

    private func write(literal bytes: ArraySlice<UInt8>, to writer: inout StateWriter) {
        guard !bytes.isEmpty else { return }
        writer.write(UInt64(1))
        writer.write(bytes: Array(bytes))
    }

    /// Reads what ``write(_:to:)`` wrote.
    func read(from reader: inout StateReader) throws(StateError) -> String {
        var bytes: [UInt8] = []
        while true {
            switch try reader.readUnsigned() {
            case 0:
                guard let text = String(validating: bytes, as: UTF8.self) else {
                    throw StateError("A text of the pack is not UTF-8.")
                }
                return text
            case 1: bytes += try reader.readSlice()
            case let number:
                guard number - 2 < UInt64(pieces.count) else { throw StateError("A part of a text is missing.") }
                bytes += pieces[Int(number - 2)]
            }
        }
    }
}

extension SharedPieces: Encoded {
    func encode(to writer: inout StateWriter) {
        writer.write(list: pieces) { $0.write(bytes: Array($1)) }
    }

    init(from reader: inout StateReader) throws(StateError) {
        pieces = try reader.readList { reader throws(StateError) in try reader.readSlice() }
        numbers = [:]
    }
}
