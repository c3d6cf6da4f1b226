/// Cuts a stream of bytes into lines, whatever the chunks it comes in.
///
/// A line ends at LF; one CR before it is dropped. The byte order mark at the beginning of the stream is dropped. A
/// line longer than the limit is reported once, as soon as it is too long, and skipped up to the next LF; the stream
/// stays usable. The last line needs no LF. Memory stays below the limit and the last chunk, also within a line without
/// end.
///
/// ```swift
/// var framer = LineFramer(limit: 4096)
/// framer.append(chunk)
/// while let event = framer.next() { … }
/// ```
public struct LineFramer: Sendable {
    /// What the stream holds next.
    public enum Event: Sendable, Equatable {
        /// A line without its end. Drop it before the next ``LineFramer/append(_:)``, else that has to copy.
        case line(ArraySlice<UInt8>)
        /// A line longer than the limit; the rest of it is skipped.
        case tooLong
    }

    /// The longest line in bytes, its end not counted.
    public var limit: Int
    /// How much of the line in hand was skipped as too long, in bytes.
    public private(set) var skipped = 0
    /// What must be sent back to a telnet client, in the order of its requests; empty for everybody else.
    public private(set) var refusals: [UInt8] = []

    private var buffer: [UInt8] = []
    private var head = 0
    private var scanned = 0
    private var telnet: TelnetFilter?
    private var isOpened = false
    private var isSkipping = false
    private var isFinished = false

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D
    private static let brace: UInt8 = 0x7B
    /// A drained buffer above this size is given back, so that an idle connection costs next to nothing.
    private static let keptCapacity = 512

    /// Begins a stream.
    ///
    /// With `telnet`, telnet commands are taken out, unless the stream begins with `{`.
    public init(limit: Int, telnet: Bool = false) {
        self.limit = limit
        self.telnet = telnet ? TelnetFilter() : nil
    }

    /// The bytes that wait for the end of their line, at the beginning of the stream: what it opens with.
    public var pending: ArraySlice<UInt8> { isOpened ? buffer[head...] : [] }

    /// Whether a line has begun that has no end yet; to be asked once ``next()`` has given nil.
    public var isInsideLine: Bool { isSkipping || buffer.count > head }

    /// Takes the next chunk.
    ///
    /// Call ``next()`` until it gives nil before the next chunk, else the buffer grows.
    public mutating func append(_ chunk: some Sequence<UInt8>) {
        let start = buffer.count
        buffer.append(contentsOf: chunk)
        open()
        guard telnet != nil else { return }
        telnet?.filter(&buffer, from: max(start, head))
        refusals += telnet?.takeRefusals() ?? []
    }

    /// Says that no more bytes will come; ``next()`` then gives the last line too.
    public mutating func finish() {
        isFinished = true
        isOpened = true
    }

    /// Hands out the refusals once.
    public mutating func takeRefusals() -> [UInt8] {
        defer { refusals = [] }
        return refusals
    }

    /// The next line or too long line; nil until more bytes come.
    public mutating func next() -> Event? {
        guard isOpened else { return nil }
        while let end = buffer.firstIndex(of: Self.lineFeed, from: scanned) {
            let start = head
            head = end + 1
            scanned = head
            guard isSkipping else { return line(from: start, to: end) }
            isSkipping = false
            skipped = 0
        }
        scanned = buffer.count
        return remainder()
    }

    /// Drops the mark and decides on telnet once the first bytes are here.
    private mutating func open() {
        guard !isOpened, !buffer.isEmpty else { return }
        if buffer.starts(with: Self.mark) {
            head = Self.mark.count
            scanned = head
        } else if Self.mark.starts(with: buffer) {
            return
        }
        guard head < buffer.count else { return }
        isOpened = true
        if buffer[head] == Self.brace { telnet = nil }
    }

    private func line(from start: Int, to end: Int) -> Event {
        let stop = end > start && buffer[end - 1] == Self.carriageReturn ? end - 1 : end
        return stop - start > limit ? .tooLong : .line(buffer[start..<stop])
    }

    /// What is to be done with bytes that no LF has ended.
    private mutating func remainder() -> Event? {
        let count = buffer.count - head
        if isSkipping {
            skipped += count
            release()
            return nil
        }
        if count > limit + 1 || (count == limit + 1 && buffer.last != Self.carriageReturn) {
            isSkipping = true
            skipped = count
            release()
            return .tooLong
        }
        guard isFinished, count > 0 else {
            compact()
            return nil
        }
        let event = line(from: head, to: buffer.count)
        release()
        return event
    }

    private mutating func compact() {
        guard head > 0 else { return }
        if head == buffer.count {
            release()
        } else {
            buffer.removeFirst(head)
            head = 0
            scanned = buffer.count
        }
    }

    private mutating func release() {
        buffer.removeAll(keepingCapacity: buffer.capacity <= Self.keptCapacity)
        head = 0
        scanned = 0
    }
}
