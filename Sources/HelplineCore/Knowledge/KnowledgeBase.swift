public import PCRE2
public import PatternSet

/// A pack compiled for matching: immutable, shared by all conversations, swapped whole when content changes.
///
/// Conversations refer to it by identifiers only, so a new one may take its place between two messages.
public final class KnowledgeBase: Sendable {
    /// What the pack says.
    public let content: Content
    /// Every pattern that a message is searched for, then those tried only on demand.
    let patterns: PatternSet
    /// What each searched pattern means, and how it was written.
    let roles: [(role: PatternRole, trigger: Intent.Trigger)]
    /// The numbers of the patterns that slots accept, and of those of secrets.
    let slotPatterns: [Pattern: Int]
    /// Where each intent stands in `content.intents`.
    let indices: [IntentID: Int]
    let commands: CommandTable
    let stopWords: Lexicon
    let connectives: Lexicon
    let corrections: Lexicon
    /// Words that tell nothing of the language: those that slots accept, such as coins.
    let neutralWords: Lexicon
    let redactor = Redactor()
    /// What messages are like where no pattern finds anything; nil where the pack says too little to learn from.
    public let resemblance: Resemblance?
    private let lazyWords = LazyPackWords()
    private let lazyConcepts = LazyConceptWords()

    /// The words that a slip of the keyboard may have been meant to be; collected at the first slip.
    var words: PackWords { lazyWords.words(of: content) }

    /// The words of the sets by what they begin with; collected at the first message that no pattern explains.
    var concepts: ConceptWords { lazyConcepts.words(of: content) }

    /// Compiles a pack that was checked.
    ///
    /// Costs some microseconds a pattern, and some ten a lesson; patterns are compiled to machine code later, by each
    /// loop's scratch.
    ///
    /// - Parameters:
    ///   - content: what the pack says.
    ///   - lessons: lines as users type them with what answers them, and lines that nothing answers.
    public convenience init(_ content: Content, lessons: [Lesson] = []) {
        let roles = content.roles
        let onDemand = content.slotPatterns + content.secrets
        let patterns = PatternSet(roles.map(\.trigger.pattern) + onDemand, searched: roles.count)
        self.init(
            content, roles: roles, onDemand: onDemand, patterns: patterns,
            resemblance: Resemblance(lessons, sets: content.sets))
    }

    /// Takes the index of the pack's patterns instead of making it.
    convenience init(_ content: Content, index: PatternIndex, resemblance: Resemblance?) throws(StateError) {
        let roles = content.roles
        let onDemand = content.slotPatterns + content.secrets
        guard index.count == roles.count else { throw StateError("The index is that of another pack.") }
        let patterns = PatternSet(roles.map(\.trigger.pattern) + onDemand, index: index)
        self.init(content, roles: roles, onDemand: onDemand, patterns: patterns, resemblance: resemblance)
    }

    private init(
        _ content: Content, roles: [(role: PatternRole, trigger: Intent.Trigger)], onDemand: [Pattern],
        patterns: PatternSet, resemblance: Resemblance?
    ) {
        self.content = content
        self.resemblance = resemblance
        self.patterns = patterns
        self.roles = roles
        slotPatterns = Dictionary(
            onDemand.enumerated().map { ($0.element, roles.count + $0.offset) }, uniquingKeysWith: { first, _ in first }
        )
        indices = Dictionary(
            content.intents.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        commands = CommandTable(content)
        stopWords = Lexicon(content.stopWords.values.joined())
        connectives = Lexicon(content.connectives.values.joined())
        corrections = Lexicon(content.corrections.values.joined())
        neutralWords = Lexicon(content.acceptedWords)
    }

    /// What is known of each searched pattern without running it; costs no more than a look at each.
    public var shapes: [Pattern: PatternShape] {
        Dictionary(
            roles.enumerated().map { ($0.element.trigger.pattern, patterns.shape(at: $0.offset)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The intent of that name, nil where the pack has none (any more).
    public func intent(_ id: IntentID) -> Intent? {
        indices[id].map { content.intents[$0] }
    }

    /// A word set by name.
    public func wordSet(_ id: SetID) -> WordSet? {
        content.sets[id]
    }
}

extension Content {
    /// Every pattern that is searched for, with its meaning.
    fileprivate var roles: [(role: PatternRole, trigger: Intent.Trigger)] {
        var roles: [(role: PatternRole, trigger: Intent.Trigger)] = []
        for (index, intent) in intents.enumerated() {
            roles += intent.triggers.map { (.trigger(intent: index), $0) }
            roles += intent.vetoes.map { (.veto(intent: index), $0) }
            for (number, followUp) in intent.followUps.enumerated() {
                roles += followUp.triggers.map { (.followUp(intent: index, index: number), $0) }
            }
        }
        roles += otherProducts.map { (.otherProduct, $0) }
        roles += ownProducts.map { (.ownProduct, $0) }
        roles += hurry.map { (.hurry, $0) }
        roles += asking.map { (.asking, $0) }
        return roles
    }

    /// The words of the sets that slots accept.
    fileprivate var acceptedWords: [String] {
        (intents.flatMap(\.slots) + email.slots).flatMap { slot -> [String] in
            guard case .set(let id) = slot.accept else { return [] }
            return sets[id]?.entries.flatMap { $0.words.filter { !$0.hasSuffix("*") } + [$0.canonical] } ?? []
        }
    }

    /// The patterns that slots accept.
    fileprivate var slotPatterns: [Pattern] {
        (intents.flatMap(\.slots) + email.slots).flatMap { slot -> [Pattern] in
            if case .pattern(let patterns) = slot.accept { Array(patterns.values) } else { [] }
        }
    }
}
