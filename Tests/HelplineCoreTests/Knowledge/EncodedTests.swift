import PCRE2
import PatternSet
import TestSupport
import Testing

@testable import HelplineCore

@Suite("A knowledge base as bytes")
struct EncodedTests {
    /// All fields of a value and of what is in it, by name, the entries of dictionaries in order.
    private func description(of value: Any) -> String {
        let mirror = Mirror(reflecting: value)
        guard !mirror.children.isEmpty else { return "\(value)" }
        let parts = mirror.children.map { "\($0.label ?? ""): \(description(of: $0.value))" }
        return "(" + (mirror.displayStyle == .dictionary ? parts.sorted() : parts).joined(separator: ", ") + ")"
    }

    @Test("Every field of a pack comes back as it was")
    func roundTrip() throws {
        let again = try KnowledgeBase(KeptKnowledge(SmallPack.knowledge))
        #expect(description(of: again.content) == description(of: SmallPack.knowledge.content))
        #expect(description(of: again.content).contains("被盗"))
    }

    @Test("It understands the same", arguments: ["我的账号被盗了", "how much are the fees", "微信密码", "???", "你好", "x"])
    func sameAnswers(line: String) throws {
        let again = try KnowledgeBase(KeptKnowledge(SmallPack.knowledge))
        var scratch = MatchScratch()
        let (one, other) = (
            SmallPack.knowledge.classify(line, using: &scratch), again.classify(line, using: &scratch)
        )
        #expect(one.intent == other.intent && one.score == other.score && one.choices == other.choices)
    }

    @Test("Bytes that are cut off are refused")
    func cutOff() throws {
        let kept = KeptKnowledge(SmallPack.knowledge)
        for length in stride(from: 0, to: kept.content.count, by: 37) {
            var cut = kept
            cut.content = cut.content.prefix(length)
            #expect(throws: StateError.self) { try KnowledgeBase(cut) }
        }
        var cut = kept
        let index = try #require(kept.index()).bytes
        cut.index = { PatternIndex(bytes: ByteBlock(index.dropLast(8))) }
        #expect(throws: StateError.self) { try KnowledgeBase(cut) }
    }

    @Test("Altered bytes are refused or read, and never trap, whatever is asked of what they make", arguments: 0..<3)
    func altered(seed: UInt64) throws {
        let kept = KeptKnowledge(SmallPack.knowledge)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            var damaged = kept
            let place = Int.random(in: damaged.content.indices, using: &random)
            damaged.content[place] ^= UInt8.random(in: 1...255, using: &random)
            guard let knowledge = try? KnowledgeBase(damaged) else { continue }
            var scratch = MatchScratch()
            for line in ["我的账号被盗了", "how much are the fees", "你好"] {
                _ = knowledge.classify(line, using: &scratch)
            }
            _ = description(of: knowledge.content)
        }
    }

    @Test("A pattern that cannot be read matches nothing, and the next one is as it was")
    func unreadable() throws {
        let triggers = try ["被盗", "手续费"].map { Intent.Trigger(locale: "zh", pattern: try Pattern($0)) }
        var writer = StateWriter()
        KeptTriggers.write(triggers, to: &writer)
        var bytes = writer.bytes
        let place = try #require(bytes.firstRange(of: Array("被盗".utf8)))
        bytes[place.lowerBound] = 0xFF
        var reader = StateReader(bytes)
        let kept = try KeptTriggers(from: &reader)
        #expect((0..<kept.count).map { kept.box(at: $0).element.pattern.text } == ["(?!)", "手续费"])
    }

    @Test("An intent that cannot be read keeps its name and its patterns, and says nothing")
    func unreadableIntent() throws {
        let knowledge = SmallPack.knowledge
        var writer = StateWriter()
        KeptIntents.write(knowledge.content.intents, to: &writer)
        var bytes = writer.bytes
        let answer = try #require(knowledge.content.intents[0].answers.first?.texts["zh"]?.source)
        let place = try #require(bytes.firstRange(of: Array(answer.utf8)))
        bytes[place.lowerBound] = 0xFF
        var patterns = StateWriter()
        let all = knowledge.content.intents.flatMap { [$0.triggers, $0.vetoes] + $0.followUps.map(\.triggers) }
        KeptTriggers.write(all.flatMap(\.self), to: &patterns)
        var (reader, patternReader) = (StateReader(bytes), StateReader(patterns.bytes))
        let intents = try KeptIntents(from: &reader, triggers: try KeptTriggers(from: &patternReader))
        let intent = intents.box(at: 0).element
        #expect(intent.id == knowledge.content.intents[0].id && intent.answers.isEmpty)
        #expect(intent.triggers.map(\.pattern) == knowledge.content.intents[0].triggers.map(\.pattern))
        #expect(intents.box(at: 1).element.answers == knowledge.content.intents[1].answers)
    }
}
