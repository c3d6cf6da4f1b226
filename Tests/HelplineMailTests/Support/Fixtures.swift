import Foundation

/// The files beside the tests.
enum Fixtures {
    static func url(_ name: String, from here: String = #filePath) -> URL {
        URL(filePath: here).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/\(name)")
    }
}
