import PCRE2
import PatternFuzz
import PatternSet
import Testing

@Suite("The search against the loop over all patterns")
struct DifferentialFuzzTests {
    @Test("They give the same matches and captures, and shapes tell the truth", arguments: [1, 2, 3, 4] as [UInt64])
    func fixedSeeds(seed: UInt64) {
        var fuzz = DifferentialFuzz(seed: seed)
        fuzz.run(pairs: 20_000)
        #expect(fuzz.tally.differences.isEmpty)
        // The test is worth something only while patterns match and most are analysed.
        #expect(fuzz.tally.matches > 2_000)
        #expect(fuzz.tally.withClauses > fuzz.tally.patterns / 3)
        #expect(fuzz.tally.ordered > fuzz.tally.patterns / 20)
        #expect(fuzz.tally.opaque > 20)
    }

    @Test("They do so with a seed that was never tried before")
    func freshSeed() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("The fresh seed of this run is \(seed).")
        var fuzz = DifferentialFuzz(seed: seed)
        fuzz.run(pairs: 30_000)
        #expect(fuzz.tally.differences.isEmpty, "seed \(seed)")
    }

    @Test("A rule of the analysis that is forgotten is noticed", arguments: ShapeRule.allCases)
    func mutation(rule: ShapeRule) {
        var found = 0
        for seed in 1...40 as ClosedRange<UInt64> where found == 0 {
            var fuzz = DifferentialFuzz(seed: seed, dropping: rule)
            fuzz.run(pairs: 20_000, differenceLimit: 1)
            found += fuzz.tally.differences.count
        }
        #expect(found > 0, "nothing was found wrong without \(rule)")
    }

    @Test("Loops that search one set at the same time answer as one alone")
    func overlappingLoops() {
        let tally = OverlappingLoops(seed: 5).run(loops: 4, rounds: 10)
        #expect(tally.searches == 4 * 10 * 100)
        #expect(tally.differences == 0)
    }

    @Test("Machine code and interpreter give the same answers and captures", arguments: [31, 32] as [UInt64])
    func engines(seed: UInt64) {
        var fuzz = EngineFuzz(seed: seed)
        fuzz.run(pairs: 6_000)
        #expect(fuzz.tally.differences.isEmpty)
        #expect(fuzz.tally.matches > 1_000)
    }

    @Test("What the interpreter settles on trial, machine code answers alike", arguments: [33, 34] as [UInt64])
    func trials(seed: UInt64) {
        var fuzz = EngineFuzz(seed: seed, onTrial: true)
        fuzz.run(pairs: 6_000)
        #expect(fuzz.tally.differences.isEmpty)
        #expect(fuzz.tally.matches > 1_000)
    }
}
