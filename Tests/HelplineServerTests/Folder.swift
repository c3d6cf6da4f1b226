import Foundation

/// A folder with a short name for sockets, whose paths may not be long; it goes with the value.
struct Folder: ~Copyable {
    let path = FileManager.default.temporaryDirectory.path + "/hl-\(UInt32.random(in: 0 ... .max))"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
}
