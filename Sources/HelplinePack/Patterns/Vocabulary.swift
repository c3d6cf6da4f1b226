internal import HelplineCore

/// The word sets of a pack, first as written, then with the sets inside sets filled in.
struct Vocabulary: Sendable {
    /// A set as vocabulary.yaml has it.
    struct WrittenSet: Sendable {
        var place: Place
        var meanings: [Meaning]
    }

    /// A canonical value and its words.
    struct Meaning: Sendable {
        /// Nil where each word is its own canonical value.
        var canonical: String?
        var words: [(text: String, node: YAMLNode)]
    }

    /// What is too much for a set or a pattern.
    enum Limit {
        /// The number of words, those of the sets inside counted.
        static let words = 5_000
        /// The number of words and sets side by side in one word.
        static let pieces = 8
        /// How deep sets stand in sets.
        static let depth = 32
    }

    /// The sets as written, by name.
    var written: [SetID: WrittenSet] = [:]
    /// The sets with plain words.
    private(set) var sets: [SetID: WordSet] = [:]
    /// Each set as a group of a pattern.
    private(set) var groups: [SetID: String] = [:]
    /// The sets that something names.
    var used: Set<SetID> = []
    /// Whether there is no vocabulary.yaml: then every name of a set is gathered, and the one fault told once.
    var isMissing = false
    /// The sets that are named in spite of that.
    var missed: Set<SetID> = []

    /// Stands for a set that there is not, and keeps the rest of a pattern what it is.
    private static let standIn = "(?:x)"

    /// Fills in all sets; circles, unknown names and sets that grow too large are noted.
    mutating func fill(log: inout DiagnosticLog) {
        for id in written.keys.sorted() {
            var path: [SetID] = []
            _ = entries(of: id, path: &path, log: &log)
        }
        var known: [String: PackWord?] = [:]
        for (id, set) in sets {
            let words = set.entries.lazy.flatMap(\.words).compactMap { word -> PackWord? in
                if let found = known[word] { return found }
                let new = PackWord(word)
                known[word] = .some(new)
                return new
            }
            groups[id] = PackWord.alternation(Array(words))
        }
    }

    /// The group of a set that is named as one, `{{name}}`.
    func group(named id: SetID) -> String? {
        groups[id] ?? (isMissing ? Self.standIn : nil)
    }

    /// Notes sets that are named as such.
    mutating func use(_ ids: some Sequence<SetID>) {
        used.formUnion(ids)
        if isMissing { missed.formUnion(ids) }
    }

    /// The group of a set that a word may be the name of, noting that it is used.
    mutating func group(_ id: SetID) -> String? {
        used.insert(id)
        return groups[id]
    }

    /// The meanings of a set; `path` holds the sets that are being filled in.
    private mutating func entries(
        of id: SetID, path: inout [SetID], log: inout DiagnosticLog
    ) -> [WordSet.Entry] {
        if let set = sets[id] { return set.entries }
        guard let set = written[id] else { return [] }
        path.append(id)
        defer { path.removeLast() }
        var builder = EntryBuilder()
        for meaning in set.meanings {
            for word in meaning.words {
                guard !builder.isFull else { break }
                add(word, of: meaning, to: &builder, path: &path, log: &log)
            }
        }
        if builder.isFull {
            log.error(
                .longPattern, at: set.place, width: id.name.unicodeScalars.count,
                "the set \(id.name.named) stands for more than \(Limit.words) words")
        }
        let result = WordSet(id: id, entries: builder.entries)
        sets[id] = result
        return result.entries
    }

    private mutating func add(
        _ word: (text: String, node: YAMLNode), of meaning: Meaning, to builder: inout EntryBuilder,
        path: inout [SetID], log: inout DiagnosticLog
    ) {
        let pieces = WordPiece.pieces(of: word.text)
        guard pieces.count <= Limit.pieces else {
            log.error(
                .longPattern, at: word.node.place, width: word.node.width,
                "a word is made of at most \(Limit.pieces) parts, this one of \(pieces.count)")
            return
        }
        var lists: [[WordSet.Entry]] = []
        for piece in pieces {
            switch piece {
            case .literal(let text): lists.append([WordSet.Entry(canonical: text, words: [text])])
            case .set(let id, let offset):
                guard check(id, at: offset, in: word.node, path: path, log: &log) else { return }
                used.insert(id)
                lists.append(entries(of: id, path: &path, log: &log))
            }
        }
        if meaning.canonical == nil, pieces.count == 1, case .set = pieces[0] {
            for entry in lists[0] { builder.add(entry.words, to: entry.canonical) }
        } else {
            let words = Self.product(lists.map { $0.flatMap(\.words) })
            for text in words { builder.add([text], to: meaning.canonical ?? text.withoutStar) }
        }
    }

    /// Whether a set that is named exists and does not contain the one that names it.
    private func check(
        _ id: SetID, at offset: Int, in node: YAMLNode, path: [SetID], log: inout DiagnosticLog
    ) -> Bool {
        if let start = path.firstIndex(of: id) {
            let circle = (path[start...] + [id]).map(\.name).joined(separator: " → ")
            log.error(
                .cycle, at: log.position(of: offset, in: node), width: id.name.unicodeScalars.count + 4,
                "the sets contain each other: \(circle)", remedy: "write the words out in one of them")
            return false
        }
        guard path.count < Limit.depth else {
            log.error(
                .longPattern, at: log.position(of: offset, in: node), width: id.name.unicodeScalars.count + 4,
                "sets stand in sets more than \(Limit.depth) deep", remedy: "write the words out in one of them")
            return false
        }
        guard written[id] == nil else { return true }
        log.error(
            .unknownName, at: log.position(of: offset, in: node), width: id.name.unicodeScalars.count + 4,
            "there is no set \(id.name.named) in vocabulary.yaml", remedy: suggestion(for: id.name))
        return false
    }

    /// The set that was probably meant.
    func suggestion(for name: String) -> Sentence? {
        NearestName.of(name, among: written.keys.map(\.name).sorted()).map { "did you mean {{\($0)}}?" }
    }

    /// Every way to join one word of each list, bounded by the limit for a set.
    private static func product(_ lists: [[String]]) -> [String] {
        var result = [""]
        for words in lists {
            result = Array(
                result.lazy.flatMap { start in words.lazy.map { start.withoutStar + $0 } }.prefix(Limit.words + 1))
        }
        return result
    }
}

/// Collects the meanings of a set in the order of the pack, words of one meaning together.
private struct EntryBuilder {
    private(set) var entries: [WordSet.Entry] = []
    private var indices: [String: Int] = [:]
    private var count = 0

    /// Whether the set has too many words.
    var isFull: Bool { count > Vocabulary.Limit.words }

    mutating func add(_ words: [String], to canonical: String) {
        count += words.count
        guard !isFull else { return }
        if let index = indices[canonical] {
            entries[index].words += words
        } else {
            indices[canonical] = entries.count
            entries.append(WordSet.Entry(canonical: canonical, words: words))
        }
    }
}

extension String {
    /// Without the star that leaves a word's end open.
    var withoutStar: String { hasSuffix("*") ? String(dropLast()) : self }
}
