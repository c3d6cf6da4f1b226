/// The header of a picture or a video, as far as it shows that something to look at follows.
///
/// A signature alone makes nothing visible: who sends the first bytes of a screenshot, cut off on the way, is to know it
/// while the screenshot is at hand. Lengths and sizes are looked at, no pixel is decoded. Every step goes forward in the
/// file, so the cost is bounded by its length, and is a few dozen bytes of a real one.
struct PictureHeader {
    private let bytes: [UInt8]

    /// Whether a file that begins as `type` goes on as one; true of types that are no picture.
    static func isWhole(_ bytes: [UInt8], of type: FileType) -> Bool {
        let header = PictureHeader(bytes: bytes)
        return switch type {
        case .png: header.isPNG
        case .jpeg: header.isJPEG
        case .gif: header.isGIF
        case .webp: header.isWebP
        case .heic, .mp4, .quickTime: header.isBoxed
        case .pdf, .text: true
        }
    }

    /// PNG (ISO/IEC 15948, clause 11.2): the chunk `IHDR` with a size, a depth and a colour type, and a whole chunk `IDAT`.
    private var isPNG: Bool {
        let depths: [UInt8: Set<UInt8>] = [
            0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
        ]
        guard number(at: 8, 4) == 13, hasText("IHDR", at: 12), isSize(at: 16), isSize(at: 20), bytes.count > 33,
            depths[bytes[25]]?.contains(bytes[24]) == true
        else { return false }
        var place = 33
        while let length = number(at: place, 4), length < 1 << 31 {
            if hasText("IDAT", at: place + 4) { return length > 0 && place + 12 + length <= bytes.count }
            place += length + 12
        }
        return false
    }

    private func isSize(at place: Int) -> Bool {
        number(at: place, 4).map { (1..<(1 << 31)).contains($0) } ?? false
    }

    /// JPEG (ITU-T T.81, annex B): a frame header with a width and components before the first scan.
    private var isJPEG: Bool {
        var place = 2
        var hasFrame = false
        while let mark = number(at: place, 1), mark == 0xFF, let kind = number(at: place + 1, 1) {
            switch kind {
            case 0xFF: place += 1
            case 0x01, 0xD0...0xD8: place += 2
            case 0xDA: return hasFrame
            case 0xD9: return false
            default:
                guard let length = number(at: place + 2, 2), length >= 2 else { return false }
                if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
                    hasFrame = isFrame(at: place + 2, length)
                }
                place += 2 + length
            }
        }
        return false
    }

    private func isFrame(at place: Int, _ length: Int) -> Bool {
        guard let width = number(at: place + 5, 2), let parts = number(at: place + 7, 1) else { return false }
        return width > 0 && parts > 0 && length == 8 + 3 * parts
    }

    /// GIF (version 89a, section 20): an image descriptor with a size, behind the colours and the extensions.
    private var isGIF: Bool {
        guard hasText("GIF87a", at: 0) || hasText("GIF89a", at: 0), let flags = number(at: 10, 1) else { return false }
        var place = 13 + (flags & 0x80 == 0 ? 0 : 3 << ((flags & 7) + 1))
        while let mark = number(at: place, 1), mark == 0x21 {
            place += 2
            while let length = number(at: place, 1), length > 0 { place += 1 + length }
            place += 1
        }
        return number(at: place, 1) == 0x2C && number(at: place + 5, 2) ?? 0 > 0 && number(at: place + 7, 2) ?? 0 > 0
    }

    /// WebP (RFC 9649, section 2): a container no longer than the file, and the start of one of the three bit streams.
    private var isWebP: Bool {
        guard hasText("RIFF", at: 0), let size = littleNumber(at: 4), size >= 12, size + 8 <= bytes.count else {
            return false
        }
        if hasText("VP8X", at: 12) { return littleNumber(at: 16) == 10 && bytes.count > 30 }
        if hasText("VP8L", at: 12) { return number(at: 20, 1) == 0x2F && bytes.count > 25 }
        return hasText("VP8 ", at: 12) && number(at: 23, 3) == 0x9D012A && bytes.count > 30
    }

    /// HEIC, MP4 and QuickTime (ISO/IEC 14496-12, section 4.2): behind the box `ftyp` comes another one.
    private var isBoxed: Bool {
        guard let length = number(at: 0, 4), length >= 16, let next = number(at: length, 4), next < 2 || next >= 8,
            length + 8 <= bytes.count
        else { return false }
        return bytes[(length + 4)..<(length + 8)].allSatisfy { (0x20...0x7E).contains($0) }
    }

    /// A number of so many bytes, the highest first; nil where the file ends before.
    private func number(at place: Int, _ count: Int) -> Int? {
        guard place + count <= bytes.count else { return nil }
        return bytes[place..<(place + count)].reduce(0) { $0 << 8 | Int($1) }
    }

    /// A number of four bytes, the lowest first.
    private func littleNumber(at place: Int) -> Int? {
        number(at: place, 4).map { Int(UInt32($0).byteSwapped) }
    }

    private func hasText(_ text: String, at place: Int) -> Bool {
        place <= bytes.count && bytes[place...].starts(with: text.utf8)
    }
}
