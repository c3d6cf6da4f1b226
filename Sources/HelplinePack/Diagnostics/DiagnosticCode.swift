/// The kinds of faults a pack can have; stable names for tools that read them.
public enum DiagnosticCode: String, Sendable, CaseIterable {
    // Files.
    /// The folder does not exist or is no folder.
    case folderMissing = "folder-missing"
    /// The folder or a file cannot be read.
    case unreadable
    /// The folder has no intent in it.
    case folderEmpty = "folder-empty"
    /// `bot.yaml` is missing.
    case botMissing = "bot-missing"
    /// `vocabulary.yaml` is missing, and word sets of it are named.
    case vocabularyMissing = "vocabulary-missing"
    /// A file is larger, or a folder deeper, than a pack needs.
    case tooLarge = "too-large"
    /// A file is not UTF-8 text.
    case notText = "not-text"
    // YAML.
    /// The file is not YAML.
    case syntax
    /// Nesting, aliases or tags beyond what a pack needs.
    case yamlLimit = "yaml-limit"
    /// ` #` ends a text that goes on after it.
    case cutText = "cut-text"
    /// Lines that YAML joins into one.
    case joinedLines = "joined-lines"
    /// Marks of a Chinese keyboard where YAML wants those of an English one.
    case wideMark = "wide-mark"
    /// A key stands twice in the same place.
    case duplicateKey = "duplicate-key"
    // Shape.
    /// A list where a text is wanted, and the like.
    case wrongShape = "wrong-shape"
    /// A value that the key does not take.
    case badValue = "bad-value"
    /// A key that does not exist.
    case unknownKey = "unknown-key"
    /// A key that must be there.
    case missingKey = "missing-key"
    /// A text that a language lacks.
    case missingText = "missing-text"
    // Names.
    /// A name written in a way that names are not.
    case badName = "bad-name"
    /// Two things with one name.
    case duplicateName = "duplicate-name"
    /// A name that nothing has.
    case unknownName = "unknown-name"
    /// Names that refer to each other in a circle.
    case cycle
    // Patterns.
    /// PCRE2 refuses the pattern.
    case badPattern = "bad-pattern"
    /// The pattern can never match a normalised message.
    case deadPattern = "dead-pattern"
    /// The pattern matches everything.
    case emptyPattern = "empty-pattern"
    /// The pattern has no text by which it could be found, or cannot be analysed.
    case slowPattern = "slow-pattern"
    /// Some message takes so long to try that it would be cut off.
    case explosivePattern = "explosive-pattern"
    /// Some message takes long to try, or the pattern is written as if it could.
    case riskyPattern = "risky-pattern"
    /// The pattern becomes too long when its sets are filled in.
    case longPattern = "long-pattern"
    /// A phrase that cannot be read.
    case badPhrase = "bad-phrase"
    // What `check` proves.
    /// An example is answered by another intent, or by none.
    case exampleLost = "example-lost"
    /// An example ties with another intent.
    case exampleTied = "example-tied"
    /// A counter-example is answered by the intent that must not.
    case counterExample = "counter-example"
    /// An intent without examples in a language.
    case noExamples = "no-examples"
    /// An intent that wins none of its examples.
    case shadowedIntent = "shadowed-intent"
    /// A title that does not lead to its own intent when it is typed.
    case titleLost = "title-lost"
    /// A pattern, or one of `unless`, that no example needs.
    case unprovenPattern = "unproven-pattern"
    /// A pattern that stands in two intents.
    case sharedPattern = "shared-pattern"
    /// A question or a text that no conversation comes to.
    case unreachable
    /// A word set that nothing uses.
    case unusedSet = "unused-set"
    /// A fact nobody has confirmed.
    case unverifiedFact = "unverified-fact"
    /// A fact typed by hand instead of by its name.
    case typedFact = "typed-fact"
    /// A promise that no answer may make.
    case forbiddenPromise = "forbidden-promise"
    /// A question that seems to ask for a secret.
    case secretSlot = "secret-slot"
    /// A mail address or a link that is no fact.
    case foreignAddress = "foreign-address"
    /// A text too long for a chat.
    case longText = "long-text"
    /// Something that one language has and another lacks.
    case translationGap = "translation-gap"
    /// A text that still has to be written.
    case todo
    /// A word that answers a question and is obeyed as a command instead.
    case commandAnswer = "command-answer"
    /// A word that means two commands.
    case commandClash = "command-clash"
    /// A reply differs from what a transcript says.
    case transcript
    /// Content that no example and no transcript touches.
    case uncovered
    /// More faults of a file than are listed.
    case more
}
