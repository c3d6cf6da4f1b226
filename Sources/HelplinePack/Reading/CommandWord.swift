internal import HelplineCore

/// A word of bot.yaml that is obeyed.
struct CommandWord: Sendable {
    var word: String
    /// The command, or nil for the name of a language.
    var command: Command?
    var place: Place
}
