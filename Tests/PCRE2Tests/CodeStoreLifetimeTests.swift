import PCRE2
import Testing

@Suite("Code store, what it keeps")
struct CodeStoreLifetimeTests {
    @Test("A pattern is compiled at its first touch and kept")
    func laziness() throws {
        var store = CodeStore()
        let source = try PatternList(["a", "b", "c"])
        #expect(store.compiledCount == 0)
        _ = store.match(1, of: source, in: "b".utf8Span)
        _ = store.match(1, of: source, in: "b".utf8Span)
        #expect(store.compiledCount == 1)
    }

    @Test("No more patterns than the capacity are kept, and all still match")
    func eviction() throws {
        var store = CodeStore(capacity: 4)
        let source = try PatternList((0..<20).map { "x\($0)y" })
        for round in 0..<3 {
            for number in 0..<20 {
                let text = "x\(number)y"
                let isMatch = store.match(number, of: source, in: text.utf8Span).isMatch
                #expect(isMatch, "round \(round), pattern \(number)")
                #expect(store.compiledCount <= 4)
            }
        }
    }

    @Test("No more bytes of compiled code are kept than the memory allows, and all patterns still match")
    func memory() throws {
        let source = try PatternList((0..<20).map { "x\($0)y|[a-z]{2}\($0)z" })
        var single = CodeStore()
        _ = single.match(19, of: source, in: "x19y".utf8Span)
        let size = single.compiledSize
        #expect(size > 0)
        var store = CodeStore(memory: 4 * size)
        for round in 0..<3 {
            for number in 0..<20 {
                let text = "x\(number)y"
                let isMatch = store.match(number, of: source, in: text.utf8Span).isMatch
                #expect(isMatch, "round \(round), pattern \(number)")
                #expect(store.compiledSize <= 4 * size)
            }
        }
        #expect(store.compiledCount > 1)
    }

    @Test("A pattern that alone takes more than the memory is kept until another one is compiled")
    func memoryOfOne() throws {
        let counting = CountingSource(count: 2)
        var store = CodeStore(memory: 1)
        for _ in 0..<3 { _ = store.match(0, of: counting, in: "p0".utf8Span) }
        #expect(store.compiledCount == 1)
        #expect(counting.requests(of: 0) == 1)
        _ = store.match(1, of: counting, in: "p1".utf8Span)
        #expect(store.compiledCount == 1)
        _ = store.match(0, of: counting, in: "p0".utf8Span)
        #expect(counting.requests(of: 0) == 2)
        #expect(counting.requests(of: 1) == 1)
    }

    @Test("What is used again and again outlives what is used once")
    func evictionPrefersIdle() throws {
        let counting = CountingSource(count: 50)
        var store = CodeStore(capacity: 8)
        for number in 1..<50 {
            _ = store.match(0, of: counting, in: "p0".utf8Span)
            _ = store.match(number, of: counting, in: "p0".utf8Span)
        }
        #expect(counting.requests(of: 0) < 10)
        #expect(counting.requests(of: 49) == 1)
    }

    @Test("Sources are told apart by identity, not by what they hold")
    func identity() throws {
        var store = CodeStore()
        let first = try PatternList("a")
        let second = try PatternList("b")
        #expect(store.match(0, of: first, in: "a".utf8Span).isMatch)
        #expect(!store.match(0, of: second, in: "a".utf8Span).isMatch)
        #expect(store.match(0, of: first, in: "a".utf8Span).isMatch)
        #expect(store.compiledCount == 2)
    }

    @Test("A source is kept while its code is, and let go with the longest unused")
    func sourcesAreReleased() throws {
        var store = CodeStore(sourceLimit: 2)
        weak var first: PatternList?
        do {
            let source = try PatternList("a")
            first = source
            _ = store.match(0, of: source, in: "a".utf8Span)
        }
        #expect(first != nil)
        let second = try PatternList("b")
        let third = try PatternList("c")
        _ = store.match(0, of: second, in: "a".utf8Span)
        #expect(first != nil)
        _ = store.match(0, of: third, in: "a".utf8Span)
        #expect(first == nil)
        #expect(store.compiledCount == 2)
    }

    @Test("A forgotten source is released, its captures with it, and can come back")
    func forgetting() throws {
        var store = CodeStore()
        let source = try PatternList("(a)")
        #expect(store.match(0, of: source, in: "a".utf8Span).isMatch)
        store.forget(source)
        #expect(store.compiledCount == 0)
        #expect(store.withCaptures { $0.count } == 0)
        #expect(store.match(0, of: source, in: "a".utf8Span).isMatch)
    }

    @Test("A new source takes the room of an older one before its own")
    func capacityOverSources() throws {
        var store = CodeStore(capacity: 3)
        let old = try PatternList(["a", "b", "c"])
        let new = try PatternList(["d", "e", "f"])
        for number in 0..<3 { _ = store.match(number, of: old, in: "a".utf8Span) }
        for number in 0..<3 { _ = store.match(number, of: new, in: "a".utf8Span) }
        #expect(store.compiledCount == 3)
        for number in 0..<3 { _ = store.match(number, of: new, in: "a".utf8Span) }
        #expect(store.compiledCount == 3)
    }
}
