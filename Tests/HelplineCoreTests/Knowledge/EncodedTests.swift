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
        let again = try KnowledgeBase(decoding: SmallPack.knowledge.encoded())
        #expect(description(of: again.content) == description(of: SmallPack.knowledge.content))
        #expect(description(of: again.content).contains("被盗"))
    }

    @Test("It understands the same", arguments: ["我的账号被盗了", "how much are the fees", "微信密码", "???", "你好", "x"])
    func sameAnswers(line: String) throws {
        let again = try KnowledgeBase(decoding: SmallPack.knowledge.encoded())
        var scratch = MatchScratch()
        let (one, other) = (
            SmallPack.knowledge.classify(line, using: &scratch), again.classify(line, using: &scratch)
        )
        #expect(one.intent == other.intent && one.score == other.score && one.choices == other.choices)
    }

    @Test("Bytes that are cut off or altered are refused or read, and never trap")
    func damaged() throws {
        let bytes = SmallPack.knowledge.encoded()
        for length in stride(from: 0, to: bytes.count, by: 37) {
            #expect(throws: StateError.self) { try KnowledgeBase(decoding: Array(bytes[..<length])) }
        }
        var random = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            var damaged = bytes
            damaged[Int.random(in: damaged.indices, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            _ = try? KnowledgeBase(decoding: damaged)
        }
    }
}
