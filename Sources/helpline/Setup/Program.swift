import Foundation
import PCRE2

/// What this program is, for those who remember what it made.
enum Program {
    /// The folder of this program's file, where the programs that it starts are too.
    static var folder: String {
        let path = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    /// Changes with the version, with the library that decides what matches, and whenever the program is built anew.
    static var identity: String {
        var file = stat()
        let isKnown = stat("/proc/self/exe", &file) == 0
        let build = isKnown ? "\(file.st_size) \(file.st_mtim.tv_sec) \(file.st_mtim.tv_nsec)" : ""
        return "\(Helpline.release) \(LibraryVersion()) \(build)"
    }
}
