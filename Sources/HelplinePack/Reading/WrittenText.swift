internal import HelplineCore

/// A text of the pack as its author wrote it, kept for what `check` looks for.
struct WrittenText: Sendable {
    /// As it was written, facts by name.
    var node: YAMLNode
    /// Its language.
    var locale: LocaleID
    /// As users read it, facts filled in.
    var text: String
}
