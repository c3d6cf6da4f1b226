/// A list of words with one meaning each, such as the coins a pack knows.
///
/// Patterns name it as `{{name}}`; a slot with `accept: {set: name}` yields the canonical value of the word it finds.
public struct WordSet: Sendable, Equatable {
    /// One meaning and the words for it.
    public struct Entry: Sendable, Equatable {
        /// The value a slot gets, such as `USDT`.
        public var canonical: String
        /// The words in every language, as the pack writes them; a trailing `*` leaves a word's end open.
        public var words: [String]

        /// Names a meaning and its words.
        public init(canonical: String, words: [String]) {
            self.canonical = canonical
            self.words = words
        }
    }

    /// The set's name in patterns and slots.
    public var id: SetID
    /// The meanings, in the pack's order.
    public var entries: [Entry]

    /// Makes a set of words.
    public init(id: SetID, entries: [Entry]) {
        self.id = id
        self.entries = entries
    }
}
