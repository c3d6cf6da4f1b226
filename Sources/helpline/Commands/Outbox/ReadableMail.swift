import Foundation

/// A mail of this program's own making as a person reads it: its fields, its text, and what is attached, texts in full.
///
/// Reads what `MailMessage` writes and no other mail: UTF-8, `B` encoded-words, 7bit or base64, one level of parts.
struct ReadableMail {
    private static let fields = ["From", "To", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To"]

    /// Ends in a line break.
    let text: String

    init(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let whole = Part(lines[...])
        let head = Self.fields.compactMap { name in whole.fields[name].map { "\(name): \(Self.decoded($0))" } }
        let body = whole.parts.isEmpty ? [whole] : whole.parts
        text = Self.visible((head + body.flatMap(\.shown)).joined(separator: "\n") + "\n")
    }

    /// A field with its encoded-words decoded; the blank between two of them is none of the text (RFC 2047 section 6.2).
    private static func decoded(_ value: String) -> String {
        var result = ""
        var wasEncoded = false
        for word in value.split(separator: " ") {
            let text =
                word.hasPrefix("=?UTF-8?B?") && word.hasSuffix("?=") ? base64(word.dropFirst(10).dropLast(2)) : nil
            if !result.isEmpty, text == nil || !wasEncoded { result += " " }
            result += text.map { String(decoding: $0, as: UTF8.self) } ?? String(word)
            wasEncoded = text != nil
        }
        return result
    }

    /// Without what could steer a terminal or show another order than the one that is read.
    private static func visible(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let steers = scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
            result.append(steers && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }

    private static func base64(_ text: some StringProtocol) -> [UInt8]? {
        Data(base64Encoded: String(text)).map { [UInt8]($0) }
    }

    /// Fields, an empty line, and a body; or parts in its place.
    private struct Part {
        var fields: [String: String] = [:]
        var parts: [Part] = []
        private let content: [UInt8]

        init(_ lines: ArraySlice<Substring>) {
            let end = lines.firstIndex(of: "") ?? lines.endIndex
            var name = ""
            for line in lines[..<end] {
                if line.hasPrefix(" ") || line.hasPrefix("\t") {
                    fields[name, default: ""] += " " + line.drop { $0 == " " || $0 == "\t" }
                } else if let colon = line.firstIndex(of: ":") {
                    name = String(line[..<colon])
                    fields[name] = String(line[line.index(after: colon)...]).trimmingCharacters(in: .whitespaces)
                }
            }
            let body = lines[end...].dropFirst()
            let isEncoded = fields["Content-Transfer-Encoding"] == "base64"
            content = isEncoded ? base64(body.joined()) ?? [] : Array(body.joined(separator: "\n").utf8)
            guard let type = fields["Content-Type"], let mark = type.range(of: "boundary=\"") else { return }
            let delimiter = "--" + type[mark.upperBound...].prefix { $0 != "\"" }
            let pieces = body.split(omittingEmptySubsequences: false) { $0 == delimiter || $0 == delimiter + "--" }
            parts = pieces.dropFirst().dropLast().map { Part($0) }
        }

        /// An empty line, the name of a file with its type and size, and what can be read.
        var shown: [String] {
            let type = String(fields["Content-Type", default: "text/plain"].prefix { $0 != ";" })
            let text = String(decoding: content.filter { $0 != 0x0D }, as: UTF8.self)
                .trimmingCharacters(in: .newlines)
            guard let name else { return ["", text] }
            let title = "--- \(name) (\(type), \(content.count) bytes)"
            return type == "text/plain" ? ["", title, text] : ["", title]
        }

        /// The file's name, in one piece or several (RFC 2231).
        private var name: String? {
            guard let field = fields["Content-Disposition"], field.hasPrefix("attachment") else { return nil }
            let parameters = field.split(separator: ";").dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
            let values = parameters.filter { $0.hasPrefix("filename") }.compactMap { parameter in
                parameter.firstIndex(of: "=").map { parameter[parameter.index(after: $0)...] }
            }
            let value = values.joined().trimmingCharacters(in: ["\""])
            return (value.hasPrefix("UTF-8''") ? String(value.dropFirst(7)) : value).removingPercentEncoding ?? value
        }
    }
}
