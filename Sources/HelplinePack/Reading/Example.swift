public import HelplineCore

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
