internal import HelplineCore

/// A text of the pack as its author wrote it, kept for what `check` looks for.
struct WrittenText: Sendable {
    /// As it was written, facts by name.
    var node: YAMLNode
    /// Its language.
    var locale: LocaleID
    /// As users read it, facts filled in.
    var text: String
    /// What it is called in a sentence: the answer, the question.
    var what: Sentence
    /// Where the texts of all languages stand that say the same.
    var group: Place
    /// The intent it belongs to, nil for texts of bot.yaml.
    var owner: IntentID?
}
