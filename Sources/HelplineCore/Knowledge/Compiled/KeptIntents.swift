internal import Synchronization

/// The intents of a pack that was kept as bytes, each read when it is first asked for.
final class KeptIntents: KeptElements {
    private let entries: [Entry]

    /// The names of the intents, which are known without reading one.
    let ids: [IntentID]
    /// How many patterns each has, which are known likewise.
    let patterns: [PatternCounts]

    /// Finds the intents in what ``write(_:to:)`` wrote, and reads none.
    ///
    /// - Parameter triggers: the patterns of all of them, in the order of their numbers.
    init(from reader: inout StateReader, triggers: KeptTriggers) throws(StateError) {
        var first = 0
        var ids: [IntentID] = []
        var patterns: [PatternCounts] = []
        entries = try reader.readList { reader throws(StateError) in
            let id = try IntentID(from: &reader)
            let counts = try PatternCounts(from: &reader)
            ids.append(id)
            patterns.append(counts)
            defer { first += counts.total }
            return Entry(
                id: id, bytes: try reader.readSlice(), triggers: triggers, first: first, counts: counts)
        }
        guard first == triggers.count else { throw StateError("The patterns of the pack are those of another one.") }
        self.ids = ids
        self.patterns = patterns
    }

    /// Writes intents, without their patterns, so that they can be read one by one.
    static func write(_ intents: PackList<Intent>, to writer: inout StateWriter) {
        writer.write(list: intents) { writer, intent in
            intent.id.encode(to: &writer)
            PatternCounts(intent).encode(to: &writer)
            var own = StateWriter()
            intent.encode(to: &own)
            writer.write(bytes: own.bytes)
        }
    }

    /// How many there are.
    var count: Int { entries.count }

    func box(at number: Int) -> PackBox<Intent> { entries[number].box }

    /// One intent, read or not.
    private final class Entry: Sendable {
        private let id: IntentID
        private let bytes: ArraySlice<UInt8>
        private let triggers: KeptTriggers
        private let first: Int
        private let counts: PatternCounts
        private let read = AtomicLazyReference<PackBox<Intent>>()

        init(id: IntentID, bytes: ArraySlice<UInt8>, triggers: KeptTriggers, first: Int, counts: PatternCounts) {
            self.id = id
            self.bytes = bytes
            self.triggers = triggers
            self.first = first
            self.counts = counts
        }

        /// The intent, read now if it was not before.
        ///
        /// Where two loops read it at once, both get the same.
        var box: PackBox<Intent> {
            read.load() ?? read.storeIfNil(PackBox(made))
        }

        /// The intent of the bytes with its patterns; one that says nothing in place of bytes that are no intent, which
        /// are found only in a file that somebody wrote who knew how to sum it up.
        private var made: Intent {
            var reader = StateReader(bytes)
            var intent = (try? Intent(from: &reader)) ?? Intent(id: id)
            var next = first
            func take(_ count: Int) -> PackList<Intent.Trigger> {
                defer { next += count }
                return PackList(triggers, next..<next + count)
            }
            intent.id = id
            intent.triggers = take(counts.triggers)
            intent.vetoes = take(counts.vetoes)
            while intent.followUps.count < counts.followUps.count {
                intent.followUps.append(Intent.FollowUp(id: "", triggers: [], answer: LocalizedText()))
            }
            for (index, count) in counts.followUps.enumerated() { intent.followUps[index].triggers = take(count) }
            return intent
        }
    }
}
