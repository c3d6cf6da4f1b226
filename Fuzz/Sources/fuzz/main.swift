import Dispatch
import Glibc
import PatternFuzz
import PatternSet
import Synchronization

/// What the command line asks for.
struct Request {
    var pairs = 10_000_000
    var seed = UInt64.random(in: 0...UInt64.max)
    var threads = 2
    var mode = Mode.search

    enum Mode: String {
        /// The search against the loop.
        case search
        /// Machine code against the interpreter.
        case engines
        /// The same on the patterns that a store lets the interpreter run first.
        case trials
        /// Each rule of the analysis forgotten in turn.
        case rules
        /// Loops that search one set at the same time.
        case loops
    }

    static let help = """
        Usage: fuzz [search | engines | trials | rules | loops] [--pairs N] [--seed N] [--threads N]

        search    the search against the loop over all patterns (default)
        engines   PCRE2's machine code against its interpreter
        trials    the same on the patterns that the interpreter may run before machine code is made of them
        rules     forgets each rule of the analysis in turn; each has to be missed
        loops     threads that search one set of 200 patterns at the same time; for the sanitizers

        Without --seed a new one is drawn. It is printed, and the same seed and number of threads give the same run.
        """

    init?(_ arguments: some Sequence<String>) {
        var arguments = Array(arguments)[...]
        while let argument = arguments.popFirst() {
            if let mode = Mode(rawValue: argument) {
                self.mode = mode
                continue
            }
            guard let number = arguments.popFirst().flatMap({ UInt64($0) }) else { return nil }
            switch argument {
            case "--pairs": pairs = Int(clamping: number)
            case "--seed": seed = number
            case "--threads": threads = max(Int(clamping: number), 1)
            default: return nil
            }
        }
    }
}

/// Runs the mode on several threads, each with a seed of its own.
func run(_ request: Request) -> FuzzTally {
    let total = Mutex(FuzzTally())
    let share = request.pairs / request.threads
    DispatchQueue.concurrentPerform(iterations: request.threads) { thread in
        let seed = request.seed &+ UInt64(thread)
        var tally: FuzzTally
        if request.mode == .engines || request.mode == .trials {
            var fuzz = EngineFuzz(seed: seed, onTrial: request.mode == .trials)
            fuzz.run(pairs: share)
            tally = fuzz.tally
        } else {
            var fuzz = DifferentialFuzz(seed: seed)
            fuzz.run(pairs: share)
            tally = fuzz.tally
        }
        total.withLock { $0.add(tally) }
    }
    return total.withLock { $0 }
}

/// Forgets each rule in turn; gives how many of them were missed.
func tryRules(_ request: Request) -> (missed: Int, all: Int) {
    let missed = Mutex(0)
    let rules = ShapeRule.allCases
    DispatchQueue.concurrentPerform(iterations: rules.count) { number in
        var fuzz = DifferentialFuzz(seed: request.seed, dropping: rules[number])
        fuzz.run(pairs: request.pairs, differenceLimit: 1)
        let isMissed = !fuzz.tally.differences.isEmpty
        print("\(isMissed ? "missed after" : "NOT MISSED in") \(fuzz.tally.pairs) pairs: \(rules[number])")
        if isMissed { missed.withLock { $0 += 1 } }
    }
    return (missed.withLock { $0 }, rules.count)
}

guard let request = Request(CommandLine.arguments.dropFirst()) else {
    print(Request.help)
    exit(64)
}
print("Seed \(request.seed), \(request.threads) threads.")
if request.mode == .rules {
    let score = tryRules(request)
    print("\(score.missed) of \(score.all) rules are missed when they are forgotten.")
    exit(score.missed == score.all ? 0 : 1)
}
if request.mode == .loops {
    let loops = OverlappingLoops(seed: request.seed)
    let tally = loops.run(loops: request.threads, rounds: max(request.pairs / (20_000 * request.threads), 1))
    print(tally)
    exit(tally.differences == 0 && (request.threads == 1 || tally.overlapping > 0) ? 0 : 1)
}
let tally = run(request)
for difference in tally.differences { print(difference) }
print(tally)
exit(tally.differences.isEmpty ? 0 : 1)
