internal import HelplineCore

/// Reads the files of a pack one after another and keeps what belongs to all of them.
///
/// Extensions read one kind of value each. A value that is faulty is noted in the log and replaced by something
/// harmless, so that everything wrong with a pack is found in one go.
struct PackReader {
    var log: DiagnosticLog
    /// The languages of the pack, known before anything that has a text is read.
    var locales = LocaleChain(standard: "en", list: ["en"])
    var facts: [String: Fact] = [:]
    var vocabulary = Vocabulary()
    var texts: [WrittenText] = []
    var names: [NameUse] = []
    var examples: [Example] = []
    var commandWords: [CommandWord] = []
    var forbidden: [WrittenPattern] = []
    /// Every question, the e-mail's included.
    var questions: [WrittenQuestion] = []
    /// Every pattern with its place, in the order of reading.
    var patterns: [WrittenPattern] = []
    /// The names that texts may quote, of the intent that is being read.
    var slotNames: Set<String> = []
    /// The intent that is being read.
    var owner: IntentID?

    init(log: DiagnosticLog) {
        self.log = log
    }
}

/// A question with its place.
struct WrittenQuestion: Sendable {
    var slot: SlotID
    /// Whether the answer is whatever the user types.
    var takesText: Bool
    var place: Place
}

/// A pattern with its place.
struct WrittenPattern: Sendable {
    var trigger: Intent.Trigger
    var place: Place
}

/// A word of bot.yaml that is obeyed.
struct CommandWord: Sendable {
    var word: String
    /// The command, or nil for the name of a language.
    var command: Command?
    var place: Place
}
