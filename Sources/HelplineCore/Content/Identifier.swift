/// The name of something in a pack: an intent, a slot, a locale, a word set.
///
/// State and protocol refer to content by identifier only, never by wording or order. The phantom type keeps a slot's
/// name from being used as an intent's.
public struct Identifier<Subject>: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name as the pack writes it.
    public let name: String

    /// Names something by the text the pack uses.
    public init(_ name: String) {
        self.name = name
    }

    /// Names something by a literal.
    public init(stringLiteral value: String) {
        self.name = value
    }

    /// The name itself.
    public var description: String { name }

    /// Orders by the bytes of the name.
    public static func < (left: Self, right: Self) -> Bool {
        left.name < right.name
    }
}

/// The name of an intent, such as `account-stolen`.
public typealias IntentID = Identifier<Intent>
/// The name of a question in a form, such as `asset`.
public typealias SlotID = Identifier<Slot>
/// A BCP 47 language tag, such as `zh`, `zh-Hant` or `en`.
public typealias LocaleID = Identifier<LocaleChain>
/// The name of a word set, such as `coin`.
public typealias SetID = Identifier<WordSet>
