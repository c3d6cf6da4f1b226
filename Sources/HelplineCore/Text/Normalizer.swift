/// The one pass that makes a `NormalizedText`.
struct Normalizer {
    private(set) var bytes: [UInt8] = []
    private(set) var scalarCount = 0
    private(set) var lineStarts: [Int] = []
    private(set) var clauseStarts: [Int] = []
    private(set) var map = SourceMap()

    private let table = ScalarTable.standard
    /// The scalar last written, its offset in `bytes` and its source.
    private var last: UInt32 = 0
    private var lastOutput = 0
    private var lastSource = 0..<0
    /// The white space met since; empty when there was none.
    private var space = 0..<0
    private var lineEnded = false

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func read(_ text: String) {
        let span = text.utf8Span.span
        if Self.isUnchangedASCII(span) {
            bytes.append(contentsOf: text.utf8)
            scalarCount = span.count
            return
        }
        var offset = 0
        while offset < span.count {
            let (value, width) = Self.decode(span, at: offset)
            add(value, from: offset..<offset + width)
            offset += width
        }
    }

    /// Whether there is nothing to do: ASCII without control white space, every space a single one between others.
    private static func isUnchangedASCII(_ span: Span<UInt8>) -> Bool {
        var afterSpace = true
        for index in 0..<span.count {
            let byte = span[index]
            let isSpace = byte == 0x20
            if byte >= 0x80 || (byte < 0x0E && byte > 0x08) || (isSpace && afterSpace) { return false }
            afterSpace = isSpace
        }
        return !afterSpace
    }

    /// Reads one scalar of valid UTF-8.
    @inline(__always)
    private static func decode(_ span: Span<UInt8>, at offset: Int) -> (UInt32, Int) {
        func tail(_ index: Int) -> UInt32 { UInt32(span[offset + index] & 0x3F) }
        let lead = UInt32(span[offset])
        switch lead {
        case 0..<0x80: return (lead, 1)
        case 0..<0xE0: return ((lead & 0x1F) << 6 | tail(1), 2)
        case 0..<0xF0: return ((lead & 0xF) << 12 | tail(1) << 6 | tail(2), 3)
        default: return ((lead & 0x7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
        }
    }

    private mutating func add(_ value: UInt32, from source: Range<Int>) {
        guard value >= 0x80 else {
            if value == 0x20 || (value < 0x0E && value > 0x08) {
                addSpace(value, from: source)
            } else {
                write(value, from: source)
            }
            return
        }
        let cell = table[value]
        if cell.bits == 0 {
            write(value, from: source)
        } else if cell.isSpace {
            addSpace(value, from: source)
        } else if !cell.isIgnorable {
            let target = cell.target == 0 ? value : cell.target
            if cell.joins, join(target, from: source) { return }
            write(target, from: source)
        }
    }

    private mutating func addSpace(_ value: UInt32, from source: Range<Int>) {
        space = space.isEmpty ? source : space.lowerBound..<source.upperBound
        if value != 0x20, value < 0x0E && value != 0x09 || value == 0x85 || value == 0x2028 || value == 0x2029 {
            lineEnded = true
        }
    }

    /// Puts a mark together with the scalar right before it; false where the two have no common form.
    private mutating func join(_ mark: UInt32, from source: Range<Int>) -> Bool {
        guard space.isEmpty, scalarCount > 0, let composite = table.composite(last, mark) else { return false }
        bytes.removeSubrange(lastOutput...)
        map.removeLast(output: lastOutput)
        scalarCount -= 1
        append(composite, from: lastSource.lowerBound..<source.upperBound)
        return true
    }

    private mutating func write(_ value: UInt32, from source: Range<Int>) {
        if !space.isEmpty { writeSpace(before: value) }
        append(value, from: source)
    }

    private mutating func writeSpace(before value: UInt32) {
        if scalarCount > 0 {
            let (isBehindHan, isBeforeHan) = (Unicode.Scalar.isHan(last), Unicode.Scalar.isHan(value))
            if !isBehindHan, !isBeforeHan { append(0x20, from: space) }
            if lineEnded {
                lineStarts.append(bytes.count)
            } else if isBehindHan, isBeforeHan {
                clauseStarts.append(bytes.count)
            }
        }
        space = 0..<0
        lineEnded = false
    }

    @inline(__always)
    private mutating func append(_ value: UInt32, from source: Range<Int>) {
        let start = bytes.count
        if value < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value))
        } else {
            encode(value)
        }
        map.append(output: start, width: bytes.count - start, source: source)
        (last, lastOutput, lastSource) = (value, start, source)
        scalarCount += 1
    }

    private mutating func encode(_ value: UInt32) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value >> shift & 0x3F | 0x80) }
        if value < 0x800 {
            bytes.append(UInt8(truncatingIfNeeded: value >> 6 | 0xC0))
        } else if value < 0x1_0000 {
            bytes.append(UInt8(truncatingIfNeeded: value >> 12 | 0xE0))
            bytes.append(tail(6))
        } else {
            bytes.append(UInt8(truncatingIfNeeded: value >> 18 | 0xF0))
            bytes.append(tail(12))
            bytes.append(tail(6))
        }
        bytes.append(tail(0))
    }
}
