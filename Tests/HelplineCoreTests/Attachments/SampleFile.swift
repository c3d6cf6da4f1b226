@testable import HelplineCore

/// Files for tests.
enum SampleFile {
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2, 3]

    static func picture(_ name: String, _ mark: UInt8 = 0, size: Int = 34_000) -> OfferedFile {
        OfferedFile(name: name, bytes: png + [mark] + [UInt8](repeating: 7, count: max(0, size - png.count - 1)))
    }

    static func text(_ name: String, _ text: String) -> OfferedFile {
        OfferedFile(name: name, bytes: Array(text.utf8))
    }
}
