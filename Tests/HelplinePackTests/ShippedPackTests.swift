import Foundation
import PCRE2
import PatternSet
import Testing

@testable import HelplineCore
@testable import HelplinePack

@Suite("The pack of this repository")
struct ShippedPackTests {
    private static var folder: String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Intents").standardized
            .path(percentEncoded: false)
    }

    @Test("Candidates and the loop over all patterns give the same matches of its examples")
    func searchEqualsLoop() throws {
        let pack = Pack.load(folder: Self.folder)
        let patterns = KnowledgeBase(try #require(pack.content)).patterns
        // The loop runs all patterns on every line, so that all of them have to stay compiled.
        var scratch = MatchScratch(codes: CodeStore(memory: 1 << 30))
        var matchCount = 0
        for (number, example) in pack.examples.enumerated() where number % 8 == 0 {
            let text = NormalizedText(example.text).bytes
            guard let text = try? UTF8Span(validating: text.span) else { continue }
            var budgets = (MatchBudget(), MatchBudget())
            var searched: [Int: Range<Int>] = [:]
            var looped: [Int: Range<Int>] = [:]
            patterns.forEachMatch(in: text, using: &scratch, budget: &budgets.0) { searched[$0] = $1.whole }
            patterns.tryEachPattern(in: text, using: &scratch, budget: &budgets.1) { looped[$0] = $1.whole }
            #expect(searched == looped, "\(example.text)")
            #expect(budgets.0.candidateCount * 4 < patterns.searchedCount)
            matchCount += searched.count
        }
        #expect(matchCount > 100)
    }

    @Test("It has no error, and its transcripts can be read")
    func noError() {
        let faults =
            Pack.load(folder: Self.folder).diagnostics
            + Transcript.load(folder: Self.folder + "/Transcripts").diagnostics
        #expect(DiagnosticReport(faults.filter { $0.severity == .error }).text == "")
    }

    @Test("Every pattern that was compiled small compiles whole")
    func patternsCompile() throws {
        let intents = try #require(Pack.load(folder: Self.folder).content).intents
        let triggers = intents.flatMap { $0.triggers + $0.vetoes + $0.followUps.flatMap(\.triggers) }
        #expect(triggers.count > 100)
        for trigger in triggers {
            #expect(throws: Never.self, "\(trigger.origin.place)") { try Pattern(trigger.pattern.text) }
        }
    }
}
