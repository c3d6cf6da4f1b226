public import PCRE2
public import PatternSet
internal import Synchronization

/// A pack compiled for matching: immutable, shared by all conversations, swapped whole when content changes.
///
/// Conversations refer to it by identifiers only, so a new one may take its place between two messages.
public final class KnowledgeBase: Sendable {
    /// What the pack says.
    public let content: Content
    /// Every pattern that a message is searched for, then those tried only on demand.
    let patterns: PatternSet
    /// What each searched pattern means.
    let roles: PatternRoles
    /// The numbers of the patterns that slots accept, and of those of secrets.
    let slotPatterns: [Pattern: Int]
    /// Where each intent stands in `content.intents`.
    let indices: [IntentID: Int]
    let commands: CommandTable
    let stopWords: Lexicon
    let connectives: Lexicon
    let corrections: Lexicon
    /// The topics that the menu lists.
    let menu: [IntentID]
    /// Words that tell nothing of the language: those that slots accept, such as coins.
    let neutralWords: Lexicon
    let redactor = Redactor()
    let readers = ReaderShelf()
    private let lazyWords: LazyPackWords
    private let lazyTopics = AtomicLazyReference<TopicTable>()
    private let lazySpoken = AtomicLazyReference<SpokenWords>()
    /// What messages are like where no pattern finds anything.
    let experience: Experience

    /// The words that a slip of the keyboard may have been meant to be; collected, or read, at the first slip.
    var words: PackWords { lazyWords.words(of: content) }

    /// What is asked of all intents at once; collected when it is first asked.
    var topics: TopicTable { lazyTopics.load() ?? lazyTopics.storeIfNil(TopicTable(content, stopWords: stopWords)) }

    /// Words that say what a line does, wherever they stand; prepared when they are first asked for.
    var spoken: SpokenWords { lazySpoken.load() ?? lazySpoken.storeIfNil(SpokenWords(content)) }

    /// The patterns of the intents, where the pack was kept compiled.
    private let kept: KeptTriggers?

    /// Compiles a pack that was checked.
    ///
    /// Costs some microseconds a pattern, and some ten a lesson; patterns are compiled to machine code later, by each
    /// loop's scratch.
    ///
    /// - Parameters:
    ///   - content: what the pack says.
    ///   - lessons: lines as users type them with what answers them, and lines that nothing answers.
    ///   - spread: does pieces of the analysis of patterns; nil does all of it on the caller's thread.
    public convenience init(
        _ content: Content, lessons: [Lesson] = [], spread: PatternSet.Spreading? = nil
    ) {
        let roles = PatternRoles(content.intents.map { PatternCounts($0) }, content)
        let accepted = AcceptedAnswers(content)
        let searched = (0..<roles.count).map { roles.trigger($0, of: content).pattern }
        let patterns = PatternSet(searched + accepted.patterns + content.secrets, searched: roles.count, spread: spread)
        self.init(
            content, content.intents.map(\.id), roles, accepted, patterns, nil,
            Learnt(experience: Experience(Resemblance(lessons, sets: content.sets)), words: LazyPackWords()))
    }

    /// What is made of a pack once and needed by few messages.
    struct Learnt {
        var experience: Experience
        var words: LazyPackWords
    }

    /// Takes the index of the pack's patterns instead of making it, and reads no intent and none of their patterns.
    convenience init(
        _ content: Content, _ intents: KeptIntents, _ triggers: KeptTriggers, accepted: AcceptedAnswers,
        index: () -> PatternIndex?, _ learnt: Learnt
    ) throws(StateError) {
        var content = content
        content.intents = PackList(intents, 0..<intents.count)
        let others = [content.otherProducts, content.ownProducts, content.hurry, content.asking].joined().map(\.pattern)
        guard let index = index(), triggers.count + others.count == index.count else {
            throw StateError("The index of the patterns is damaged, or that of another pack.")
        }
        let onDemand = others + accepted.patterns + content.secrets
        let patterns = PatternSet(
            count: triggers.count + onDemand.count,
            largestCaptureCount: onDemand.reduce(triggers.captureLimit) { max($0, $1.captureCount) }, index: index
        ) { number in
            number < triggers.count ? triggers.box(at: number).element.pattern : onDemand[number - triggers.count]
        }
        self.init(content, intents.ids, PatternRoles(intents.patterns, content), accepted, patterns, triggers, learnt)
    }

    private init(
        _ content: Content, _ ids: [IntentID], _ roles: PatternRoles, _ accepted: AcceptedAnswers,
        _ patterns: PatternSet, _ kept: KeptTriggers?, _ learnt: Learnt
    ) {
        self.content = content
        experience = learnt.experience
        lazyWords = learnt.words
        self.patterns = patterns
        self.roles = roles
        self.kept = kept
        let onDemand = accepted.patterns + content.secrets
        slotPatterns = Dictionary(
            onDemand.enumerated().map { ($0.element, roles.count + $0.offset) }, uniquingKeysWith: { first, _ in first }
        )
        indices = Dictionary(ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        menu = content.menu.filter { [indices] in indices[$0] != nil }
        commands = CommandTable(content)
        stopWords = Lexicon(content.stopWords.values.joined())
        connectives = Lexicon(content.connectives.values.joined())
        corrections = Lexicon(content.corrections.values.joined())
        neutralWords = Lexicon(accepted.words)
    }

    /// What is known of each searched pattern without running it; costs no more than a look at each.
    public var shapes: [Pattern: PatternShape] {
        Dictionary(
            (0..<roles.count).map { (patterns.pattern(at: $0), patterns.shape(at: $0)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// A searched pattern with its language and where it was written.
    func trigger(at number: Int) -> Intent.Trigger {
        if let kept, number < kept.count { return kept.box(at: number).element }
        return roles.trigger(number, of: content)
    }

    /// The language of a searched pattern and where it was written.
    func source(at number: Int) -> (locale: LocaleID, origin: Origin) {
        guard let kept, number < kept.count else { return roles.source(number, of: content) }
        let box = kept.box(at: number)
        return (box.element.locale, box.element.origin)
    }

    /// The intent of that name, nil where the pack has none (any more).
    public func intent(_ id: IntentID) -> Intent? {
        indices[id].map { content.intents[$0] }
    }

    /// Whether the pack has an intent of that name; a copy of an intent costs far more than the look.
    func has(_ id: IntentID) -> Bool { indices[id] != nil }

    /// Whether the examples are heard where patterns are silent, tie or explain little.
    public var hasLearnt: Bool { experience.isAny }

    /// A word set by name.
    public func wordSet(_ id: SetID) -> WordSet? {
        content.sets[id]
    }
}
