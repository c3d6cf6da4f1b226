/// Punycode: a text of any scalars as ASCII letters, digits and hyphens (RFC 3492).
///
/// Works on the label alone: the prefix `xn--` and the choice of what may be in a label are ``DomainName``'s.
enum Punycode {
    private static let base = 36
    private static let minimum = 1
    private static let maximum = 26
    private static let firstPoint = 128
    private static let delimiter: UInt8 = 0x2D

    /// The encoding in lower case; nil where the numbers would overflow, which no label of a domain comes near.
    static func encode(_ text: String) -> String? {
        let points = text.unicodeScalars.map { Int($0.value) }
        let basic = points.filter { $0 < firstPoint }
        var output = basic.map { UInt8($0) }
        if !basic.isEmpty { output.append(delimiter) }
        var state = State()
        var handled = basic.count
        while handled < points.count, let next = points.filter({ $0 >= state.point }).min() {
            let (step, overflow) = (next - state.point).multipliedReportingOverflow(by: handled + 1)
            if overflow { return nil }
            state.delta += step
            state.point = next
            for point in points {
                if point < next { state.delta += 1 }
                if point == next {
                    output += digits(of: state.delta, bias: state.bias)
                    state.adapt(count: handled + 1, isFirst: handled == basic.count)
                    handled += 1
                }
            }
            state.delta += 1
            state.point += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The text that was encoded; nil where the argument is no encoding.
    static func decode(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        let end = bytes.lastIndex(of: delimiter)
        var output = bytes[..<(end ?? 0)].map { Unicode.Scalar($0) }
        var rest = bytes[(end.map { $0 + 1 } ?? 0)...]
        var state = State()
        var position = 0
        while !rest.isEmpty {
            guard let delta = number(from: &rest, bias: state.bias) else { return nil }
            state.delta = delta
            position += delta
            state.point += position / (output.count + 1)
            position %= output.count + 1
            guard let value = UInt32(exactly: state.point), let scalar = Unicode.Scalar(value) else { return nil }
            state.adapt(count: output.count + 1, isFirst: output.count == (end ?? 0))
            output.insert(scalar, at: position)
            position += 1
        }
        return String(String.UnicodeScalarView(output))
    }

    /// What both directions keep from one scalar to the next.
    private struct State {
        var point = Punycode.firstPoint
        var delta = 0
        var bias = 72

        /// Section 6.1.
        mutating func adapt(count: Int, isFirst: Bool) {
            delta /= isFirst ? 700 : 2
            delta += delta / count
            var rounds = 0
            while delta > (base - minimum) * maximum / 2 {
                delta /= base - minimum
                rounds += base
            }
            bias = rounds + (base - minimum + 1) * delta / (delta + 38)
            delta = 0
        }
    }

    private static func threshold(_ position: Int, _ bias: Int) -> Int {
        min(max(position - bias, minimum), maximum)
    }

    /// A number as digits of changing weight, the least significant first.
    private static func digits(of number: Int, bias: Int) -> [UInt8] {
        var result: [UInt8] = []
        var rest = number
        var position = base
        while true {
            let threshold = threshold(position, bias)
            if rest < threshold { return result + [digit(rest)] }
            result.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
    }

    /// Takes a number from the front; nil where it does not end, has a wrong digit or is too large.
    private static func number(from bytes: inout ArraySlice<UInt8>, bias: Int) -> Int? {
        var result = 0
        var weight = 1
        var position = base
        while let byte = bytes.popFirst() {
            guard let digit = value(byte) else { return nil }
            result += digit * weight
            let threshold = threshold(position, bias)
            if digit < threshold { return result }
            weight *= base - threshold
            if weight > 1 << 40 { return nil }
            position += base
        }
        return nil
    }

    private static func digit(_ value: Int) -> UInt8 {
        UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26)
    }

    private static func value(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x61...0x7A: Int(byte) - 0x61
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x30...0x39: Int(byte) - 0x30 + 26
        default: nil
        }
    }
}
