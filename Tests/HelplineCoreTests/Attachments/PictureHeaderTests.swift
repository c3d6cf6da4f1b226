import Foundation
import Testing

@testable import HelplineCore

@Suite("What makes a picture of a file")
struct PictureHeaderTests {
    /// A whole file, and its shortest beginning behind which something to look at is expected.
    struct Sample: CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var enough: Int

        init(_ name: String, _ base64: String, enough: Int) {
            testDescription = name
            bytes = [UInt8](Data(base64Encoded: base64) ?? Data())
            self.enough = enough
        }

        init(_ name: String, _ bytes: [UInt8], enough: Int) {
            (testDescription, self.bytes, self.enough) = (name, bytes, enough)
        }
    }

    /// Pictures of one pixel, and the first boxes of videos.
    static let samples: [Sample] = [
        Sample(
            "PNG",
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
            enough: 58),
        Sample(
            "JPEG",
            "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP////////////////////////////////////////////////////////////////////////"
                + "//////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=", enough: 126),
        Sample("GIF", "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", enough: 36),
        Sample("WebP without loss", "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", enough: 34),
        Sample("WebP with loss", "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA", enough: 42),
        Sample(
            "HEIC", [0, 0, 0, 24] + Array("ftypheic\0\0\0\0mif1heic".utf8) + [0, 0, 0, 9] + Array("meta\0".utf8),
            enough: 32),
        Sample("MP4", [0, 0, 0, 16] + Array("ftypisom\0\0\0\0".utf8) + [0, 0, 0, 8] + Array("free".utf8), enough: 24),
        Sample(
            "MOV", [0, 0, 0, 20] + Array("ftypqt  \0\0\0\0qt  ".utf8) + [0, 0, 0, 0] + Array("mdat".utf8), enough: 28),
    ]

    @Test("A whole picture is one, and cut off before its data it is none", arguments: samples)
    func cutOff(sample: Sample) throws {
        let type = try #require(FileType(sample.bytes))
        #expect(PictureHeader.isWhole(sample.bytes, of: type))
        for count in 0...sample.bytes.count {
            let isWhole = PictureHeader.isWhole(Array(sample.bytes.prefix(count)), of: type)
            #expect(isWhole == (count >= sample.enough), "\(count)")
        }
    }

    @Test(
        "A header without a size, a depth or a colour type is none",
        arguments: [
            ("PNG", 19, 0), ("PNG", 23, 0), ("PNG", 16, 0x80), ("PNG", 24, 3), ("PNG", 25, 5), ("PNG", 11, 12),
            ("PNG", 12, 0x69), ("JPEG", 98, 0), ("JPEG", 97, 0), ("JPEG", 92, 10), ("GIF", 32, 0), ("GIF", 34, 0),
            ("GIF", 4, 0x38), ("WebP without loss", 20, 0), ("WebP with loss", 23, 0), ("WebP with loss", 4, 0xFF),
            ("WebP with loss", 0, 0x72), ("HEIC", 3, 8), ("HEIC", 27, 4), ("HEIC", 28, 0), ("MP4", 3, 17),
        ])
    func wrong(name: String, place: Int, value: UInt8) throws {
        var bytes = try #require(Self.samples.first { $0.testDescription == name }).bytes
        let type = try #require(FileType(bytes))
        bytes[place] = value
        #expect(!PictureHeader.isWhole(bytes, of: type))
    }

    @Test("Texts and documents are no matter of pictures", arguments: [FileType.pdf, .text])
    func others(type: FileType) {
        #expect(PictureHeader.isWhole([0x25], of: type))
    }
}
