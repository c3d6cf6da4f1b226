public import HelplineCore
internal import PCRE2
internal import PatternSet

/// Proves what a pack promises: the work of `helpline check`.
///
/// ```swift
/// let findings = Checker.check(pack, KnowledgeBase(content))
/// let isServed = !findings.contains { $0.severity == .error }
/// ```
public struct Checker: Sendable {
    let pack: LoadedPack
    var log: DiagnosticLog
    /// What is known already of the pack's patterns.
    var shapes: [Pattern: PatternShape] = [:]
    /// What was found out while the examples were tried.
    var proof = ExampleProof()

    /// Prepares the check of a pack that was loaded.
    public init(_ pack: LoadedPack) {
        self.pack = pack
        log = DiagnosticLog(files: pack.evidence.files)
    }

    /// A scratch with room for nearly all patterns of a pack, since its examples touch them; it is soon let go.
    private static func makeScratch() -> MatchScratch {
        MatchScratch(codes: CodeStore(memory: 512 << 20, trials: CodeStore.breakEven))
    }

    /// Everything there is to say about a pack and the knowledge base made of its content.
    ///
    /// - Parameter warnings: whether to look for what is only doubtful too; without it the check takes less time.
    public static func check(
        _ pack: LoadedPack, _ knowledge: KnowledgeBase, warnings: Bool = true
    ) -> [Diagnostic] {
        examine(pack, knowledge, warnings: warnings).diagnostics
    }

    /// Checks a pack, and keeps how near its intents come to one another.
    public static func examine(
        _ pack: LoadedPack, _ knowledge: KnowledgeBase, warnings: Bool = true
    ) -> Examination {
        var checker = Checker(pack)
        if warnings { checker.shapes = knowledge.shapes }
        return checker.examine(warnings: warnings) { lines in
            lines.chunks(of: 16).concurrentMap(tool: makeScratch) { chunk, scratch in
                chunk.map { line in
                    Verdict(
                        knowledge.classify(line.text, locale: line.locale, offers: false, using: &scratch),
                        in: knowledge)
                }
            }.flatMap(\.self)
        }
    }

    /// Everything there is to say about the pack: what loading found and, where it can be used, what the rules find.
    ///
    /// An error among the findings means that the pack must not be served. Costs a classification for each example and
    /// each title, some tenth of a millisecond, and the linter's look at each pattern that repeats.
    /// - Parameters:
    ///   - warnings: whether to look for what is only doubtful too.
    ///   - classify: says what each line is answered with.
    public func examine(warnings: Bool = true, classify: ([Line]) -> [Verdict]) -> Examination {
        guard let content = pack.content else { return Examination(diagnostics: pack.diagnostics) }
        var checker = self
        checker.checkExamples(classify)
        checker.checkOutOfScope(content, classify)
        checker.checkPromises()
        checker.checkRisks(warnings: warnings)
        if warnings { checker.lookForDoubts(content, classify) }
        return Examination(
            diagnostics: DiagnosticReport(pack.diagnostics + checker.log.finished()).diagnostics,
            confusions: checker.proof.confusions)
    }

    private mutating func lookForDoubts(_ content: Content, _ classify: ([Line]) -> [Verdict]) {
        checkReach(content, classify)
        checkPatterns()
        checkSharedPatterns(content)
        checkNeeds(content)
        checkFacts()
        checkAddresses()
        checkLengths()
        checkTranslations()
        checkSets()
        checkQuestions()
        checkOrder()
        checkCommands()
        checkAnswerWords(content)
    }

    /// A line whose answer is asked for.
    public struct Line: Sendable, Equatable {
        /// What a user types.
        public var text: String
        /// The language.
        public var locale: LocaleID
    }

    /// What a check has found.
    public struct Examination: Sendable {
        /// Everything there is to say, by file, line and column.
        public var diagnostics: [Diagnostic]
        /// How near the intents come to one another on their examples.
        public var confusions = ConfusionMatrix()
    }
}
