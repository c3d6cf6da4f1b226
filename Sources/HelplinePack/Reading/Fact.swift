internal import HelplineCore

/// A fact of bot.yaml.
struct Fact: Sendable {
    var place: Place
    /// What it says by language.
    var texts: [LocaleID: String]
    /// Whether somebody has confirmed it.
    var isVerified: Bool
}
