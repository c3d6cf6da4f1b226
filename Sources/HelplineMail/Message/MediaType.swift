/// The media type of a file by its first bytes.
enum MediaType {
    private static let signatures: [(type: String, offset: Int, bytes: [UInt8])] = [
        ("image/png", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        ("image/gif", 0, Array("GIF8".utf8)),
        ("image/webp", 8, Array("WEBP".utf8)),
        ("image/heic", 4, Array("ftypheic".utf8)),
        ("application/pdf", 0, Array("%PDF-".utf8)),
    ]

    /// A type that is shown or opened without running anything; `application/octet-stream` for all that is unknown.
    static func sniffed(_ data: [UInt8]) -> String {
        let match = signatures.first { data.dropFirst($0.offset).starts(with: $0.bytes) }
        if let match { return match.type }
        let isText = !data.contains(0) && String(validating: data, as: UTF8.self) != nil
        return isText ? "text/plain" : "application/octet-stream"
    }
}
