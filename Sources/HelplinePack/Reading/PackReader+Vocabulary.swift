internal import HelplineCore

extension PackReader {
    /// Reads the sets of vocabulary.yaml and fills in those that other sets name.
    mutating func readVocabulary(_ root: YAMLNode) {
        guard let entries = root.map else { return wrongShape(root, wanted: "vocabulary.yaml is a map of word sets") }
        for entry in entries {
            guard let name = name(entry.key, "the name of a word set") else { continue }
            let meanings = meanings(of: entry.value, set: name)
            if meanings.isEmpty {
                log.error(
                    .wrongShape, at: entry.key.place, width: entry.key.width, "the set \(name.named) has no words",
                    remedy: "write “\(name): [word, word]” or “canonical: [word, word]” lines below it")
            }
            vocabulary.written[SetID(name)] = Vocabulary.WrittenSet(place: entry.key.place, meanings: meanings)
        }
        vocabulary.fill(log: &log)
        warnOfAmbiguity()
    }

    private mutating func meanings(of node: YAMLNode, set: String) -> [Vocabulary.Meaning] {
        guard let entries = node.map else {
            let list = words(node)
            return list.isEmpty ? [] : [Vocabulary.Meaning(canonical: nil, words: list)]
        }
        if isByLocale(entries) {
            let list = entries.flatMap { words($0.value) }
            return list.isEmpty ? [] : [Vocabulary.Meaning(canonical: nil, words: list)]
        }
        return entries.compactMap { entry in
            guard let canonical = text(entry.key, "a canonical value") else { return nil }
            let lists = entry.value.map.map { isByLocale($0) ? $0.map(\.value) : [entry.value] } ?? [entry.value]
            return Vocabulary.Meaning(canonical: canonical, words: lists.flatMap { words($0) })
        }
    }

    /// Whether every key is a language of the pack.
    private func isByLocale(_ entries: [YAMLNode.Entry]) -> Bool {
        !entries.isEmpty
            && entries.allSatisfy { entry in
                entry.key.text.map { locales.list.contains(LocaleID($0)) } ?? false
            }
    }

    /// The words of a list; what cannot be a word is noted.
    private mutating func words(_ node: YAMLNode) -> [(text: String, node: YAMLNode)] {
        let isTold = node.list?.count == 1 && isInBrackets(node)
        return textList(node, "a word").filter { text, node in
            checkQuotes(text, node)
            if !isTold, text.unicodeScalars.contains(where: { "，、；".unicodeScalars.contains($0) }) {
                log.warning(
                    .badValue, at: node.place, width: node.width, "this is one word with a full-width comma in it",
                    remedy: "separate words by “, ” of an English keyboard")
            }
            if PackWord(text) != nil { return true }
            log.error(.wrongShape, at: node.place, width: node.width, "nothing is left of this word after normalising")
            return false
        }
    }

    /// A word with two meanings in one set gives whichever comes first.
    private mutating func warnOfAmbiguity() {
        for (id, set) in vocabulary.sets.sorted(by: { $0.key < $1.key }) {
            guard vocabulary.written[id]?.meanings.contains(where: { $0.canonical != nil }) == true else { continue }
            var owners: [String: String] = [:]
            for entry in set.entries {
                for word in entry.words {
                    guard let key = PackWord(word)?.key else { continue }
                    if let first = owners[key], first != entry.canonical, let place = vocabulary.written[id]?.place {
                        log.warning(
                            .duplicateName, at: place, width: id.name.unicodeScalars.count,
                            "in the set \(id.name.named) the word \(word.named) means both "
                                + [first, entry.canonical].listed(.and))
                    }
                    owners[key] = owners[key] ?? entry.canonical
                }
            }
        }
    }
}
