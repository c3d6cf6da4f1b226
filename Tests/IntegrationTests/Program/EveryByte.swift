import Foundation

/// Everything that a run of the program has left in a room, as one heap of bytes to look through.
///
/// What stands there in base64, as the parts of a mail do, is there in clear as well.
struct EveryByte {
    private var heap = Data()

    init(of room: Room) throws {
        let files = FileManager.default.enumerator(at: room.folder, includingPropertiesForKeys: [.isRegularFileKey])
        for case let file as URL in files ?? .init() {
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            // The pack, made before anything is said: its words run together there, and “got” and “unable” hold “tuna”.
            if file.lastPathComponent == "pack.proven" { continue }
            let bytes = try Data(contentsOf: file)
            heap += bytes + Data([0]) + Self.decoded(bytes) + Data([0])
        }
    }

    func contains(_ text: String) -> Bool {
        heap.range(of: Data(text.utf8)) != nil
    }

    private static let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".utf8)

    /// The blocks of base64: neighbouring lines of its alphabet alone.
    private static func decoded(_ bytes: Data) -> Data {
        var result = Data()
        var block = Data()
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let line = line.last == 0x0D ? line.dropLast() : line
            if !line.isEmpty, line.allSatisfy(alphabet.contains) {
                block += line
            } else {
                result += Data(base64Encoded: block) ?? Data()
                block = Data()
            }
        }
        return result + (Data(base64Encoded: block) ?? Data())
    }
}
