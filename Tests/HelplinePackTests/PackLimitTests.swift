import Testing

@testable import HelplinePack

/// Files within a megabyte that would grow or take for ever without bounds.
@Suite("Packs that would cost too much", .timeLimit(.minutes(10)))
struct PackLimitTests {
    private let pack = SamplePack()

    private func codes(_ pack: SamplePack) -> Set<DiagnosticCode> {
        Set(pack.load().diagnostics.map(\.code))
    }

    @Test("A pattern that names a set ten thousand times")
    func repeatedSet() {
        let pattern = String(repeating: "{{mine}}", count: 10_000)
        #expect(codes(pack.replacing("'手续费'", with: "'\(pattern)'", in: "fees.yaml")) == [.longPattern])
        #expect(codes(pack.replacing("\"{{account}} {{stolen}}\"", with: "\"\(pattern)\"")) == [.longPattern])
        #expect(codes(pack.adding("far: ['\(pattern)']\n", to: "vocabulary.yaml")) == [.longPattern])
    }

    @Test("A pattern with a hundred thousand faults")
    func repeatedFault() {
        for fault in ["\\n", "{{no}}", "Ａ", " 号 ", "a{{coin}}"] {
            let pattern = String(repeating: fault, count: 100_000 / fault.utf8.count)
            #expect(pack.replacing("'手续费'", with: "'\(pattern)'", in: "fees.yaml").load().diagnostics.count < 50)
        }
    }

    @Test("Sets in sets, a thousand deep")
    func deepSets() {
        let sets = (0..<1_000).map { "s\($0): ['{{s\($0 + 1)}}']\n" }.joined() + "s1000: [x]\n"
        #expect(pack.adding(sets, to: "vocabulary.yaml").load().diagnostics.contains { $0.code == .longPattern })
    }

    @Test("A fact that is long, and a text that quotes one often")
    func facts() {
        let long = String(repeating: "a", count: 2_000)
        let changed = pack.replacing("en: within 24 hours", with: "en: \(long)", in: "bot.yaml")
        #expect(codes(changed).contains(.tooLarge))
        let often = String(repeating: "{{fact.hours}}", count: 1_100)
        #expect(codes(pack.replacing("Move everything first.", with: "x\(often)")) == [.tooLarge])
        let unknown = String(repeating: "{{nobody}}", count: 60_000)
        #expect(codes(pack.replacing("Move everything first.", with: "x\(unknown)")) == [.tooLarge])
    }

    @Test("Ten thousand questions, options and words of an option")
    func questions() {
        let slots = (0..<10_000).map { "  - {id: s\($0), prompt: {zh: a, en: b}, accept: text}\n" }.joined()
        #expect(codes(pack.replacing("ask:\n", with: "ask:\n" + slots)).contains(.tooLarge))
        let options = (0..<10_000).map { "{id: c\($0), zh: a, en: b}" }.joined(separator: ", ")
        #expect(codes(pack.replacing("{set: coin}", with: "{choice: [\(options)]}")).contains(.tooLarge))
        let words = (0..<50_000).map { "w\($0)" }.joined(separator: ", ")
        #expect(codes(pack.replacing("zh: [是, 有]", with: "zh: [\(words)]")) == [])
    }

    @Test("A hundred thousand unknown keys, and names that nothing has")
    func names() {
        let keys = (0..<50_000).map { "key\($0): x\n" }.joined()
        #expect(pack.adding(keys).load().diagnostics.count == DiagnosticLog.limit + 1)
        let names = (0..<50_000).map { "intent-\($0)" }.joined(separator: ", ")
        #expect(
            pack.replacing("see_also: [fees]", with: "see_also: [\(names)]").load().diagnostics.count
                == DiagnosticLog.limit + 1)
    }
}
