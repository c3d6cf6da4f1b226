/// What a file holds, told by its bytes alone: neither its name nor its sender is believed.
///
/// Only what is looked at or read, and runs nothing, is a type of its own. Everything else has none, and goes with no
/// mail.
public enum FileType: String, Sendable, CaseIterable {
    /// A PNG picture.
    case png = "image/png"
    /// A JPEG picture.
    case jpeg = "image/jpeg"
    /// A GIF picture.
    case gif = "image/gif"
    /// A WebP picture.
    case webp = "image/webp"
    /// A picture as telephones take it.
    case heic = "image/heic"
    /// A document of fixed layout.
    case pdf = "application/pdf"
    /// A recording of a screen.
    case mp4 = "video/mp4"
    /// A recording of a screen, as Apple's devices make it.
    case quickTime = "video/quicktime"
    /// Plain text in UTF-8.
    case text = "text/plain"

    private static let signatures: [(type: FileType, offset: Int, bytes: [UInt8])] = [
        (.png, 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        (.jpeg, 0, [0xFF, 0xD8, 0xFF]),
        (.gif, 0, Array("GIF8".utf8)),
        (.webp, 8, Array("WEBP".utf8)),
        (.heic, 4, Array("ftypheic".utf8)), (.heic, 4, Array("ftypheix".utf8)), (.heic, 4, Array("ftypmif1".utf8)),
        (.quickTime, 4, Array("ftypqt  ".utf8)),
        (.mp4, 4, Array("ftypisom".utf8)), (.mp4, 4, Array("ftypmp4".utf8)), (.mp4, 4, Array("ftypM4V".utf8)),
        (.mp4, 4, Array("ftypiso".utf8)), (.mp4, 4, Array("ftypavc1".utf8)),
        (.pdf, 0, Array("%PDF-".utf8)),
    ]

    /// The beginnings of texts that a program would run or lay out when they are opened.
    private static let markup = ["<!doctype", "<html", "<svg", "<?xml", "<script", "<?php", "{\\rtf"]

    /// Tells the type of a file; nil for one that goes with no mail.
    public init?(_ data: [UInt8]) {
        if let match = Self.signatures.first(where: { data.dropFirst($0.offset).starts(with: $0.bytes) }) {
            self = match.type
        } else if Self.isText(data) {
            self = .text
        } else {
            return nil
        }
    }

    /// Whether the content can be read here, so that secrets in it are found.
    public var isReadable: Bool { self == .text }

    /// What names of such files end with; the first is used where a name ends otherwise.
    var endings: [String] {
        switch self {
        case .png: ["png"]
        case .jpeg: ["jpg", "jpeg"]
        case .gif: ["gif"]
        case .webp: ["webp"]
        case .heic: ["heic", "heif"]
        case .pdf: ["pdf"]
        case .mp4: ["mp4", "m4v"]
        case .quickTime: ["mov"]
        case .text: ["txt", "log"]
        }
    }

    private static func isText(_ data: [UInt8]) -> Bool {
        let isClean = data.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        guard isClean, String(validating: data, as: UTF8.self) != nil else { return false }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = data.starts(with: mark) ? data.dropFirst(3) : data[...]
        let head = text.drop { $0 <= 0x20 }.prefix(16).map(\.lowercasedASCII)
        return !markup.contains { head.starts(with: $0.utf8) }
    }
}
