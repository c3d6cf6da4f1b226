public import HelplineCore

/// A text of the pack as its author wrote it, kept for what `check` looks for.
struct WrittenText: Sendable {
    /// As it was written, facts by name.
    var node: YAMLNode
    /// Its language.
    var locale: LocaleID
    /// As users read it, facts filled in.
    var text: String
}

/// A fact of bot.yaml.
struct Fact: Sendable {
    var place: Place
    /// What it says by language.
    var texts: [LocaleID: String]
    /// Whether somebody has confirmed it.
    var isVerified: Bool
}

/// The id of an intent used in another one, looked up when everything is known.
struct NameUse: Sendable {
    var name: String
    var place: Place
    /// The intent in which the name is used.
    var owner: IntentID?
    /// What the name is used for, for the message.
    var purpose: String
}

/// A line that must, or must not, be answered by an intent.
public struct Example: Sendable, Equatable {
    /// The intent it belongs to.
    public var intent: IntentID
    /// The language it is written in.
    public var locale: LocaleID
    /// What a user types.
    public var text: String
    /// Whether the intent must win here; else it must not.
    public var wins: Bool
    /// `file:line:column`.
    public var place: String

    let mark: Place

    init(intent: IntentID, locale: LocaleID, text: String, wins: Bool, place: String, mark: Place) {
        self.intent = intent
        self.locale = locale
        self.text = text
        self.wins = wins
        self.place = place
        self.mark = mark
    }
}
