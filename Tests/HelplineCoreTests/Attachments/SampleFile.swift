@testable import HelplineCore

/// Files for tests.
enum SampleFile {
    /// What a PNG picture of one pixel begins with, up to the first byte of its data.
    static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        + [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89]
        + [0, 0, 0, 1] + Array("IDAT".utf8)

    static func picture(_ name: String, _ mark: UInt8 = 0, size: Int = 34_000) -> OfferedFile {
        OfferedFile(name: name, bytes: png + [mark] + [UInt8](repeating: 7, count: max(0, size - png.count - 1)))
    }

    static func text(_ name: String, _ text: String) -> OfferedFile {
        OfferedFile(name: name, bytes: Array(text.utf8))
    }
}
