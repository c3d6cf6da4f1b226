public import PCRE2

/// What counts as an answer to a question.
public enum Accept: Sendable {
    /// A word of a set; the value is its canonical form.
    case set(SetID)
    /// Text that a pattern matches; the value is the group named `value`, else the whole match.
    case pattern([LocaleID: Pattern])
    /// One of several options, by number, word or first letters; the value is the option's id.
    case choice([Choice])
    /// A day or a time; the value is ISO 8601 with offset.
    case date(DateRule)
    /// A number with an optional unit.
    case amount
    /// An e-mail address (RFC 5321 mailbox).
    case email
    /// A transaction hash or id.
    case hash
    /// Any text of at least `minimum` characters.
    case text(minimum: Int)

    /// Which times make sense as an answer.
    public enum DateRule: Sendable, Equatable {
        /// Any time.
        case any
        /// Not after the present moment.
        case past
        /// Not before the present moment.
        case future
    }

    /// One option of a choice.
    public struct Choice: Sendable {
        /// The value the slot gets.
        public var id: String
        /// What the option is called when it is offered.
        public var title: LocalizedText
        /// Other words for it, in all languages.
        public var words: [String]

        /// Describes an option.
        public init(id: String, title: LocalizedText, words: [String] = []) {
            self.id = id
            self.title = title
            self.words = words
        }
    }
}
