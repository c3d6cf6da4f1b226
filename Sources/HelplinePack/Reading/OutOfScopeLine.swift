public import HelplineCore

/// A line that users type and no question of a pack answers.
public struct OutOfScopeLine: Sendable, Equatable {
    /// The language it is written in.
    public var locale: LocaleID
    /// What a user types.
    public var text: String

    let mark: Place

    init(locale: LocaleID, text: String, mark: Place) {
        self.locale = locale
        self.text = text
        self.mark = mark
    }
}
