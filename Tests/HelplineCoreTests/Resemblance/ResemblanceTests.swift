import PatternSet
import TestSupport
import Testing

@testable import HelplineCore

@Suite("What is learnt from examples")
struct ResemblanceTests {
    /// Questions that no pattern of the small pack finds, and a hundred lines that nothing answers.
    private static let lessons: [Lesson] = {
        let questions: [IntentID: [String]] = [
            "account-stolen": [
                "somebody emptied everything overnight", "a thief emptied my savings",
                "everything was emptied by a thief",
                "有人把里面搬空了", "半夜被人搬空了", "小偷搬空了我的积蓄",
            ],
            "hours": [
                "when does your team wake up", "is your team awake on sundays", "does the team sleep at weekends",
                "你们周末休息吗", "周日有人上班吗", "节假日休息不休息",
            ],
        ]
        let things = [
            "pasta", "the moon", "a train", "my cat", "football", "rain", "a novel", "paint", "the piano", "tea",
        ]
        let wishes = [
            "tell me about", "how old is", "where do I buy", "i like", "what colour is", "sing of", "who invented",
            "draw",
            "do you know", "i dreamt of",
        ]
        let strangers = wishes.flatMap { wish in things.map { "\(wish) \($0)" } } + ["今天天气怎么样", "讲个笑话吧"]
        return questions.flatMap { id, texts in texts.map { Lesson(text: $0, intent: id) } }
            + strangers.map { Lesson(text: $0, intent: nil) }
    }()

    private static let knowledge = KnowledgeBase(SmallPack.content, lessons: lessons)

    private func classify(_ text: String, by knowledge: KnowledgeBase = knowledge) -> Classification {
        var scratch = MatchScratch()
        return knowledge.classify(text, using: &scratch)
    }

    @Test(
        "What no pattern finds is answered by the examples that it is like",
        arguments: [
            ("last night a thief emptied it", "account-stolen"), ("昨晚被小偷搬空", "account-stolen"),
            ("does the team wake up at weekends", "hours"), ("周末你们上班吗", "hours"),
        ])
    func answers(_ text: String, _ intent: IntentID) {
        #expect(classify(text).intent == intent)
        #expect(classify(text, by: SmallPack.knowledge).intent == nil)
    }

    @Test(
        "What is like the lines that nothing answers is not answered",
        arguments: ["how old is the piano", "tell me about trains", "明天天气怎么样", "zxqv wrtp"])
    func leavesStrangers(_ text: String) {
        #expect(classify(text).intent == nil)
    }

    @Test("A pack that names few lines out of scope learns nothing")
    func needsStrangers() {
        #expect(Resemblance(Self.lessons.filter { $0.intent != nil }, sets: [:]) == nil)
        #expect(Resemblance(Array(Self.lessons.dropLast(10)), sets: [:]) == nil)
        #expect(Resemblance(Self.lessons, sets: [:]) != nil)
    }

    @Test("A word of a set speaks for what the other words of the set speak for")
    func concepts() throws {
        let lessons =
            Self.lessons + ["btc went up again", "btc again", "again btc"].map { Lesson(text: $0, intent: "fees") }
        let content = SmallPack.content
        let model = try #require(Resemblance(lessons, sets: content.sets))
        func share(_ text: String) -> Int {
            model.likenesses(of: NormalizedText(text))
                .first { $0.intent == "fees" }?.share ?? 0
        }
        #expect(share("泰达币") > share("白菜价"))
    }

    @Test("A pattern's unless also rules out what the examples say")
    func unless() {
        var content = SmallPack.content
        for index in content.intents.indices where content.intents[index].id == "account-stolen" {
            content.intents[index].vetoes.append(SmallPack.trigger("thief", "en"))
        }
        #expect(
            classify("last night a thief emptied it", by: KnowledgeBase(content, lessons: Self.lessons)).intent == nil)
    }

    @Test("The shares of all outcomes add up to one, whatever the message")
    func shares() throws {
        let model = try #require(Resemblance(Self.lessons, sets: [:]))
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let features = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt32.random(in: 0...UInt32.max, using: &random)
            }
            let known = model.hashes.shuffled(using: &random).prefix(5)
            let total = model.likenesses(of: Array(Set(features + known)).sorted()).reduce(0) { $0 + $1.share }
            #expect((0...1000).contains(total))
        }
    }

    @Test("The same lessons give the same weights, and they come back from bytes as they were")
    func encoded() throws {
        let model = try #require(Resemblance(Self.lessons, sets: [:]))
        #expect(try #require(Resemblance(Self.lessons, sets: [:])).weights == model.weights)
        let bytes = model.encoded()
        var reader = StateReader(bytes)
        let again = try Resemblance(from: &reader)
        #expect(again.weights == model.weights && again.hashes == model.hashes && again.outcomes == model.outcomes)
        for length in stride(from: 0, to: bytes.count, by: 997) {
            var cut = StateReader(Array(bytes[..<length]))
            #expect(throws: StateError.self) { try Resemblance(from: &cut) }
        }
    }

    @Test(
        "Numbers that somebody put in place of what was learnt never trap",
        arguments: [Float.nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0])
    func forged(number: Float) throws {
        let model = try #require(Resemblance(Self.lessons, sets: [:]))
        var bytes = model.encoded()
        // The rarities and what speaks for each outcome stand behind the hashes, four bytes each.
        let numbers = KeptIntegers(model.rarities.map(\.bitPattern)).bytes
        let start = try #require(bytes.firstRange(of: numbers)).lowerBound
        let forged = KeptIntegers([number.bitPattern]).bytes
        for place in [0, 7, model.hashes.count, model.hashes.count + 1, model.hashes.count + model.outcomes.count] {
            let range = start + 4 * place..<start + 4 * place + 4
            let kept = Array(bytes[range])
            bytes.replaceSubrange(range, with: forged)
            var reader = StateReader(bytes)
            let likenesses = try Resemblance(from: &reader).likenesses(of: model.hashes)
            #expect(likenesses.allSatisfy { (0...1000).contains($0.share) })
            bytes.replaceSubrange(range, with: kept)
        }
    }

    /// Two hundred questions, each with a word of its own, and a hundred lines that nothing answers.
    private static let many: [Lesson] = {
        // Digits as letters: all digits are one word.
        let words = (1_000..<1_200).map { number in
            String(decoding: "\(number)".utf8.map { $0 + 50 }, as: UTF8.self)
        }
        return words.enumerated().flatMap { number, word in
            ["how do i mend the \(word)", "my \(word) is broken"].map {
                Lesson(text: $0, intent: IntentID("topic-\(number)"))
            }
        } + lessons.filter { $0.intent == nil }
    }()

    @Test("Of very many intents each learns only of its own lines, and is found by them still")
    func manyIntents() throws {
        let model = try #require(Resemblance(Self.many, sets: [:]))
        #expect(!model.pairs.hasAll)
        #expect(model.pairs.count < model.hashes.count * model.outcomes.count / 20)
        for lesson in Self.many.prefix(40) {
            let likenesses = model.likenesses(of: NormalizedText(lesson.text))
            #expect(likenesses.first?.intent == lesson.intent, "\(lesson.text)")
            let (best, next) = (likenesses.first?.share ?? 0, likenesses.dropFirst().first?.share ?? 0)
            #expect(best > 10 * next, "\(lesson.text)")
        }
        #expect(model.likenesses(of: NormalizedText("how old is the moon")).allSatisfy { $0.share < 100 })
        var reader = StateReader(model.encoded())
        let again = try Resemblance(from: &reader)
        #expect(again.pairs == model.pairs && again.weights == model.weights)
    }

    @Test(
        "Pairs that do not fit together are refused",
        arguments: [
            ([0, 1], [7]), ([0, 2], [1]), ([1, 1], [0]), ([0, 1, 1], [0]), ([], [0]), ([0], []),
        ] as [([UInt32], [UInt32])])
    func damagedPairs(_ starts: [UInt32], _ partners: [UInt32]) {
        #expect(LearntPairs(starts: starts, partners: partners, features: 1, outcomes: 7) == nil)
        #expect(LearntPairs(starts: [0, 1], partners: [6], features: 1, outcomes: 7)?.count == 1)
        #expect(LearntPairs(starts: [], partners: [], features: 1, outcomes: 7)?.hasAll == true)
    }
}
