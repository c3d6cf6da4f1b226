/// A mail and how to hand it over: lines of `name value`, an empty line, then the bytes of the mail.
///
/// The names: `url`, `tls` (`required` or `none`), `ca`, `user`, `password`, `from`, `to`, `lock`, and the seconds
/// `connecting`, `answering` and `altogether`. `ca`, `user`, `password` and `lock` may be missing.
struct Submission {
    let url: String
    let needsTLS: Bool
    let authorities: String?
    let user: String?
    let password: String?
    let sender: String
    let recipient: String
    /// The file whose lock is held while the mail is handed over.
    let lock: String?
    let connecting: Int
    let answering: Int
    let altogether: Int
    let mail: [UInt8]

    /// Reads a submission; nil where it is none.
    ///
    /// libcurl passes a line break in an envelope address on to the server, where it would begin another command; a
    /// value cannot hold one here, and angle brackets and spaces in addresses are refused as well.
    init?(_ bytes: [UInt8]) {
        guard let gap = Self.gap(bytes) else { return nil }
        var values: [String: String] = [:]
        for line in bytes[..<gap].split(separator: 0x0A) {
            guard let space = line.firstIndex(of: 0x20) else { return nil }
            values[String(decoding: line[..<space], as: UTF8.self)] = String(
                decoding: line[(space + 1)...], as: UTF8.self)
        }
        guard let url = values["url"], let from = values["from"], let to = values["to"], Self.isAddress(from),
            Self.isAddress(to), let tls = values["tls"], let connecting = values["connecting"].flatMap({ Int($0) }),
            let answering = values["answering"].flatMap({ Int($0) }),
            let altogether = values["altogether"].flatMap({ Int($0) })
        else { return nil }
        self.url = url
        needsTLS = tls != "none"
        authorities = values["ca"]
        user = values["user"]
        password = values["password"]
        sender = from
        recipient = to
        lock = values["lock"]
        self.connecting = connecting
        self.answering = answering
        self.altogether = altogether
        mail = Array(bytes[(gap + 2)...])
    }

    private static func gap(_ bytes: [UInt8]) -> Int? {
        bytes.indices.dropLast().first { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }
    }

    private static func isAddress(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E }
    }
}
