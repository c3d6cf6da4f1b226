import Foundation
import HelplineCore
import Synchronization

/// A folder for the mails that transcripts confirm, as they would go out: `TRANSCRIPT-1.eml` and so on.
final class MailShelf: Sendable {
    private struct State {
        var name = ""
        var count = 0
        var fault: String?
    }

    /// The language of the team that reads the mails; nil for the pack's standard.
    let language: LocaleID?
    private let folder: String
    private let state = Mutex(State())

    init(_ folder: String, language: LocaleID?) {
        self.folder = folder
        self.language = language
    }

    /// What could not be written, as a sentence.
    var fault: String? { state.withLock(\.fault) }

    /// The mails that follow are those of this transcript.
    func begin(_ transcript: String) {
        let file = transcript.split(separator: "/").last.map { String($0) } ?? transcript
        let name = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
        state.withLock { ($0.name, $0.count) = (name, 0) }
    }

    /// Writes a mail.
    func keep(_ bytes: [UInt8]) {
        state.withLock { state in
            state.count += 1
            let path = "\(folder)/\(state.name)-\(state.count).eml"
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                state.fault = "“\(path)” could not be written: \(error.localizedDescription)"
            }
        }
    }
}
