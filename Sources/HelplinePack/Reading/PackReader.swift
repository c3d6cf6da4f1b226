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
    var outOfScope: [OutOfScopeLine] = []
    var commandWords: [CommandWord] = []
    var forbidden: [WrittenPattern] = []
    /// Every question, the e-mail's included.
    var questions: [WrittenQuestion] = []
    /// Every entry of a list under `then`.
    var outcomes: [WrittenConsequence] = []
    /// Every pattern with its place, in the order of reading.
    var patterns: [WrittenPattern] = []
    /// The names that texts may quote, of the intent that is being read.
    var slotNames: Set<String> = []
    /// The intent that is being read.
    var owner: IntentID?

    init(log: DiagnosticLog) {
        self.log = log
    }

    /// A reader that knows as much and has found nothing yet, to read some of the files beside this one.
    func part() -> PackReader {
        var part = self
        part.log = log.part()
        (part.texts, part.names, part.examples, part.questions, part.patterns) = ([], [], [], [], [])
        part.outcomes = []
        (part.vocabulary.used, part.vocabulary.missed) = ([], [])
        return part
    }

    /// Takes over what a part has found.
    mutating func absorb(_ part: PackReader) {
        log.absorb(part.log)
        texts += part.texts
        names += part.names
        examples += part.examples
        questions += part.questions
        outcomes += part.outcomes
        patterns += part.patterns
        vocabulary.used.formUnion(part.vocabulary.used)
        vocabulary.missed.formUnion(part.vocabulary.missed)
    }
}
