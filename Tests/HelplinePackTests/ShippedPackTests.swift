import Foundation
import HelplineCore
import PCRE2
import Testing

@testable import HelplinePack

@Suite("The pack that comes with the program")
struct ShippedPackTests {
    private let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Intents").standardized.path(percentEncoded: false)

    @Test("It has no error, and its transcripts can be read")
    func noError() {
        let faults =
            Pack.load(folder: folder).diagnostics + Transcript.load(folder: folder + "/Transcripts").diagnostics
        #expect(DiagnosticReport(faults.filter { $0.severity == .error }).text == "")
    }

    @Test("Every pattern that was compiled small compiles whole")
    func patternsCompile() throws {
        let intents = try #require(Pack.load(folder: folder).content).intents
        let triggers = intents.flatMap { $0.triggers + $0.vetoes + $0.followUps.flatMap(\.triggers) }
        #expect(triggers.count > 100)
        for trigger in triggers {
            #expect(throws: Never.self, "\(trigger.origin.place)") { try Pattern(trigger.pattern.text) }
        }
    }
}
