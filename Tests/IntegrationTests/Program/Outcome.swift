import Foundation

/// What a run of the program left.
struct Outcome {
    var code: Int32
    var output: [UInt8]
    var errors: [UInt8]

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }

    /// Standard error as text.
    var errorText: String { String(decoding: errors, as: UTF8.self) }

    /// The replies of a chat on a pipe, or nil where the output is not replies that each end with one empty line.
    var replies: [String]? {
        guard !text.isEmpty else { return [] }
        guard text.hasSuffix("\n\n"), !text.hasSuffix("\n\n\n") else { return nil }
        let replies = text.dropLast(2).components(separatedBy: "\n\n")
        return replies.contains { $0.isEmpty || $0.hasPrefix("\n") } ? nil : replies
    }

    /// The JSON objects of the output, a line each.
    var objects: [JSONLine] { text.split(separator: "\n").map { JSONLine(String($0)) } }
}
