/// A user's text as patterns see it, and the way back to what the user wrote.
///
/// Differences that mean nothing to a question are gone: widths and compatibility forms (NFKC, where the form is one
/// scalar), decomposed accents, invisible characters, traditional against simplified characters, white space. White
/// space beside a Han character is dropped, every other run of it is one space, and none is left at the ends. Letter
/// case is kept. Nothing changes its place, so every scalar of the result knows where it comes from.
///
/// ```swift
/// let text = NormalizedText("我的 ＵＳＤＴ 不見了")
/// text.text                           // "我的USDT不见了"
/// text.quote(of: 6..<10)              // "ＵＳＤＴ"
/// ```
///
/// Costs one pass over the text: about a microsecond for twenty Han characters, less for ASCII.
public struct NormalizedText: Sendable {
    /// The text as the user wrote it.
    public let original: String
    /// The normalised text in UTF-8.
    public let bytes: [UInt8]
    /// The number of Unicode scalars in `bytes`.
    public let scalarCount: Int
    /// The offsets in `bytes` of the scalars before which a line ended in the original.
    public let lineStarts: [Int]
    /// The offsets in `bytes` of the Han characters before which white space behind a Han character was dropped, no
    /// line ended: where people who write Chinese without punctuation begin anew.
    public let clauseStarts: [Int]
    private let map: SourceMap

    /// Normalises a text.
    public init(_ original: String) {
        var normalizer = Normalizer(capacity: original.utf8.count)
        normalizer.read(original)
        self.original = original
        bytes = normalizer.bytes
        scalarCount = normalizer.scalarCount
        lineStarts = normalizer.lineStarts
        clauseStarts = normalizer.clauseStarts
        map = normalizer.map
    }

    /// The normalised text as a string; made anew at each call.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether nothing is left to match.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The UTF-8 offsets in `original` that a range of `bytes` comes from.
    ///
    /// They reach from the start of the first scalar's source to the end of the last one's. A bound inside a scalar is
    /// moved outwards, a bound beyond the text to its end; an empty range gives an empty range.
    public func sourceRange(of range: Range<Int>) -> Range<Int> {
        let range = range.clamped(to: 0..<bytes.count)
        let first = scalar(at: range.lowerBound)
        let start = map.source(ofScalar: first).lowerBound
        guard !range.isEmpty else { return start..<start }
        return start..<map.source(ofScalar: scalar(at: range.upperBound - 1)).upperBound
    }

    /// The UTF-8 offsets in `original` of what a range of `bytes` quotes: its source in whole grapheme clusters.
    public func quoteRange(of range: Range<Int>) -> Range<Int> {
        let source = sourceRange(of: range)
        return source.isEmpty ? source : original.clusters(covering: source)
    }

    /// What the user wrote where a range of `bytes` matched, in whole grapheme clusters; nothing for an empty range.
    ///
    /// It may hold secrets; what is kept of it goes through the `Redaction` of the line, by `quoteRange(of:)`.
    public func quote(of range: Range<Int>) -> String {
        let quoted = quoteRange(of: range)
        let start = original.utf8.index(original.startIndex, offsetBy: quoted.lowerBound)
        return String(original[start..<original.utf8.index(start, offsetBy: quoted.count)])
    }

    /// The range of the scalar that the byte at an offset belongs to; empty at the end.
    private func scalar(at offset: Int) -> Range<Int> {
        guard offset < bytes.count else { return bytes.count..<bytes.count }
        var start = offset
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        var end = offset + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return start..<end
    }
}

extension String {
    /// The smallest range of whole grapheme clusters around a non-empty range, both in UTF-8 offsets.
    fileprivate func clusters(covering range: Range<Int>) -> Range<Int> {
        // `index(after:)` rounds an index inside a cluster down to its start first.
        let first = utf8.index(startIndex, offsetBy: range.lowerBound)
        let last = utf8.index(startIndex, offsetBy: range.upperBound - 1)
        let start = utf8.distance(from: startIndex, to: index(before: index(after: first)))
        return start..<utf8.distance(from: startIndex, to: index(after: last))
    }
}
