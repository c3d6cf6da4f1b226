/// A parameter of a structured header field, by RFC 2231 where a quoted string cannot hold it.
///
/// Only one of the two forms is written: readers differ in which of `filename` and `filename*` they prefer.
enum HeaderParameter {
    /// The longest segment, so that it fits a continuation line with its space and semicolon.
    private static let limit = FoldedLine.limit - 2

    /// The parameter as the words of a header, without the semicolons between them.
    static func segments(_ name: String, _ value: String) -> [[UInt8]] {
        if let quoted = FoldedLine.quoted(value), !value.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) {
            return [Array("\(name)=".utf8) + quoted]
        }
        let whole = Array("\(name)*=UTF-8''".utf8) + value.unicodeScalars.flatMap(escaped)
        return whole.count <= limit ? [whole] : continued(name, value)
    }

    /// `name*0*=`, `name*1*=` and so on, cut between scalars (RFC 2231 section 4.1).
    private static func continued(_ name: String, _ value: String) -> [[UInt8]] {
        var segments: [[UInt8]] = []
        var segment = Array("\(name)*0*=UTF-8''".utf8)
        for scalar in value.unicodeScalars {
            let next = escaped(scalar)
            if segment.count + next.count > limit {
                segments.append(segment)
                segment = Array("\(name)*\(segments.count)*=".utf8)
            }
            segment += next
        }
        return segments + [segment]
    }

    /// The bytes of a scalar, each as it is where it is an `attribute-char`, else by its two hexadecimal digits.
    private static func escaped(_ scalar: Unicode.Scalar) -> [UInt8] {
        String(scalar).utf8.flatMap { byte -> [UInt8] in
            let isPlain = byte == 0x2E || (FoldedLine.isAtomText(byte) && !"%'*/=?".utf8.contains(byte))
            if isPlain { return [byte] }
            return [0x25, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
        }
    }

    private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
