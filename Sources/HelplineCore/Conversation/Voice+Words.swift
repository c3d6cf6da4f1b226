/// Lists of words that the pack gives for what a line may speak of: files, identity documents, what was tried.
extension Voice {
    /// Whether a text holds one of the words that stand under a key, in any language of the pack.
    ///
    /// `_` and `-`, which take the place of blanks in file names, count as blanks.
    func names(_ key: TextKey, in text: String) -> Bool { names([key], in: text) }

    /// Whether a text holds one of the words that stand under several keys.
    func names(_ keys: [TextKey], in text: String) -> Bool {
        let normalized = NormalizedText(text.withBlanks)
        return keys.contains { place(of: $0, in: normalized) != nil }
    }

    /// Where the first of the words that stand under a key stands in a text, of those that begin there the longest.
    func place(of key: TextKey, in text: NormalizedText) -> Range<Int>? {
        knowledge.spoken[key].first(in: text)
    }
}

extension String {
    /// The text with blanks for what takes their place in file names.
    fileprivate var withBlanks: String {
        guard utf8.contains(where: { $0 == 0x5F || $0 == 0x2D }) else { return self }
        return String(map { "_-".contains($0) ? " " : $0 })
    }
}
