import PCRE2
import Testing

@Suite("Engine policy")
struct EnginePolicyTests {
    private func store(_ policy: EnginePolicy, limits: MatchLimits = MatchLimits(), hasJIT: Bool = false) -> CodeStore {
        CodeStore(limits: limits, policy: policy, capacity: 10, sourceLimit: 2, isJITOffered: hasJIT)
    }

    @Test("Where there is no machine code, nothing is run unless the policy says so")
    func jitOnly() throws {
        var store = store(.jitOnly)
        let source = try PatternList("a")
        #expect(store.match(0, of: source, in: "a".utf8Span) == .notRunnable(.noMachineCode))
        #expect(store.match(0, of: source, in: "a".utf8Span) == .notRunnable(.noMachineCode))
        #expect(store.compiledCount == 0)
    }

    @Test("The interpreter runs bounded patterns where it is allowed, and the outcome names it")
    func interpreterAllowed() throws {
        var store = store(.interpreterAllowed)
        let source = try PatternList("(币).{0,4}(不见)")
        #expect(store.match(0, of: source, in: "我的币全不见了".utf8Span) == .match(by: .interpreter))
        let ranges = store.withCaptures { [$0[0], $0[1], $0[2]] }
        #expect(ranges == [6..<18, 6..<9, 12..<18])
        #expect(store.match(0, of: source, in: "".utf8Span) == .noMatch(by: .interpreter))
    }

    @Test("The interpreter runs no unbounded pattern even where it is allowed")
    func unboundedPatterns() throws {
        var store = store(.interpreterAllowed)
        let source = try PatternList(["(a+)+$"], areBounded: false)
        #expect(store.match(0, of: source, in: "a".utf8Span) == .notRunnable(.noMachineCode))
    }

    @Test("Machine code is preferred where both are allowed")
    func preference() throws {
        var store = store(.interpreterAllowed, hasJIT: true)
        #expect(store.match(0, of: try PatternList("a"), in: "a".utf8Span) == .match(by: .jit))
    }

    @Test("A bounded pattern is run by the interpreter as often as trials are allowed, then by machine code")
    func trials() throws {
        var store = CodeStore(trials: 2)
        let source = try PatternList("(币).{0,4}(不见)")
        for engine in [MatchOutcome.Engine.interpreter, .interpreter, .jit, .jit] {
            #expect(store.match(0, of: source, in: "我的币全不见了".utf8Span) == .match(by: engine))
            #expect(store.withCaptures { [$0[0], $0[1], $0[2]] } == [6..<18, 6..<9, 12..<18])
        }
        #expect(store.compiledCount == 1)
    }

    @Test("A pattern that is not bounded is on no trial")
    func unboundedTrials() throws {
        var store = CodeStore(trials: 2)
        let source = try PatternList(["(a+)+$"], areBounded: false)
        #expect(store.match(0, of: source, in: "a".utf8Span) == .match(by: .jit))
    }

    @Test("What a trial does not settle within its steps, machine code does")
    func endlessTrial() throws {
        var store = CodeStore(trials: 100)
        let source = try PatternList("(?:a|aa){0,10}[cd]")
        let text = String(repeating: "a", count: 40)
        #expect(store.match(0, of: source, in: text.utf8Span) == .noMatch(by: .jit))
        #expect(store.match(0, of: source, in: "c".utf8Span) == .match(by: .jit))
    }

    @Test("The limits hold in the interpreter too")
    func limits() throws {
        let source = try PatternList("(a+)+$")
        let text = String(repeating: "a", count: 40) + "!"
        var few = store(.interpreterAllowed, limits: MatchLimits(steps: 500))
        #expect(few.match(0, of: source, in: text.utf8Span) == .limit(.steps))
        var shallow = store(.interpreterAllowed, limits: MatchLimits(steps: 1_000_000, depth: 10))
        #expect(shallow.match(0, of: source, in: text.utf8Span) == .limit(.depth))
    }

    @Test("A heap limit that old versions could overrun is raised")
    func heapLimit() {
        #expect(MatchLimits(heapKibibytes: 1).heapKibibytes == 1_024)
    }
}
