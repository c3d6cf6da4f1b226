/// Lists of words that the pack gives for what a line may speak of: files, identity documents, what was tried.
extension Voice {
    /// Whether a text holds one of the words that stand under a key, in any language of the pack.
    ///
    /// `_` and `-`, which take the place of blanks in file names, count as blanks.
    func names(_ key: TextKey, in text: String) -> Bool {
        let blanked = text.map { "_-".contains($0) ? " " : $0 }
        return place(of: key, in: NormalizedText(String(blanked))) != nil
    }

    /// Where the first of the words that stand under a key stands in a text, of those that begin there the longest.
    func place(of key: TextKey, in text: NormalizedText) -> Range<Int>? {
        let texts = knowledge.content.texts[key, default: []].flatMap { $0.texts.values }
        return text.bytes.map(\.lowercasedASCII).place(ofWords: texts.map(\.source))
    }
}

extension [UInt8] {
    /// Where the first of some words stands in this, of those that begin there the longest; a Latin one not inside
    /// another word.
    func place(ofWords words: some Sequence<String>) -> Range<Int>? {
        let places = words.compactMap { place(ofWord: NormalizedText($0).bytes.map(\.lowercasedASCII)) }
        return places.min { ($0.lowerBound, $1.count) < ($1.lowerBound, $0.count) }
    }

    private func place(ofWord word: [UInt8]) -> Range<Int>? {
        guard !word.isEmpty, word.count <= count else { return nil }
        let start = (0...(count - word.count)).first { start in
            guard self[start..<start + word.count].elementsEqual(word) else { return false }
            let isOpen = start == 0 || !self[start - 1].isASCIIAlphanumeric || !word[0].isASCIIAlphanumeric
            let end = start + word.count
            let isClosed =
                end == count || !self[end].isASCIIAlphanumeric || !word[word.count - 1].isASCIIAlphanumeric
            return isOpen && isClosed
        }
        return start.map { $0..<$0 + word.count }
    }
}
