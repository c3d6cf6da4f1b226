public import PatternSet

/// A knowledge base as bytes, from which it is made again in a few milliseconds.
///
/// They are good only for the very program and library that wrote them, on the machine that it ran on: whoever keeps
/// them has to make sure of that, and that they come back unaltered.
public struct KeptKnowledge: Sendable {
    /// The pack.
    public var content: ArraySlice<UInt8>
    /// The index of its patterns, nil where it is damaged; whoever asks before it is there waits for it.
    public var index: @Sendable () -> PatternIndex?
    /// What was learnt from its examples.
    public var learnt: LaterBytes
    /// The words that a slip of the keyboard may have been meant to be.
    public var words: LaterBytes

    /// Puts together what was kept.
    public init(
        content: ArraySlice<UInt8>, index: @escaping @Sendable () -> PatternIndex?, learnt: LaterBytes,
        words: LaterBytes
    ) {
        self.content = content
        self.index = index
        self.learnt = learnt
        self.words = words
    }

    /// Writes a knowledge base.
    public init(_ knowledge: KnowledgeBase) {
        let content = knowledge.content
        var writer = StateWriter()
        content.encode(to: &writer)
        AcceptedAnswers(content).encode(to: &writer)
        let patterns = content.intents.flatMap { [$0.triggers, $0.vetoes] + $0.followUps.map(\.triggers) }
        KeptTriggers.write(patterns.flatMap(\.self), to: &writer)
        KeptIntents.write(content.intents, to: &writer)
        self.init(
            content: writer.bytes[...], index: { knowledge.patterns.index },
            learnt: LaterBytes(knowledge.experience.encoded()), words: LaterBytes(knowledge.words.encoded()))
    }
}

extension KnowledgeBase {
    /// Makes a knowledge base again: reads the pack but for its intents and their patterns, each of which is read when
    /// it is first asked for.
    ///
    /// The index is asked for when the rest is read, so that another thread may read it meanwhile.
    public convenience init(_ kept: KeptKnowledge) throws(StateError) {
        var reader = StateReader(kept.content)
        let content = try Content(from: &reader)
        let accepted = try AcceptedAnswers(from: &reader)
        let triggers = try KeptTriggers(from: &reader)
        let intents = try KeptIntents(from: &reader, triggers: triggers)
        guard reader.isAtEnd else { throw StateError("Something follows the pack.") }
        try self.init(
            content, intents, triggers, accepted: accepted, index: kept.index,
            Learnt(experience: Experience(kept: kept.learnt), words: LazyPackWords(kept: kept.words)))
    }
}

extension StateWriter {
    /// Bytes by their number.
    mutating func write(bytes: [UInt8]) {
        write(UInt64(bytes.count))
        append(bytes)
    }
}
