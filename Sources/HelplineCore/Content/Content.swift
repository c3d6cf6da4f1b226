public import PCRE2

/// All that a pack says, checked and expanded, before it is compiled into a ``KnowledgeBase``.
///
/// A loader makes one from files; a program may make one in code.
public struct Content: Sendable {
    /// The bot's name.
    public var name: LocalizedText
    /// Its languages.
    public var locales: LocaleChain
    /// The zone in which times are read where nothing else is known, an IANA name.
    public var timeZone: String
    /// The questions and the talk beside them.
    public var intents: PackList<Intent>
    /// The topics that the menu lists, in its order.
    public var menu: [IntentID]
    /// The word sets by name.
    public var sets: [SetID: WordSet]
    /// The words of each command; a trailing `*` lets more follow.
    public var commands: [Command: [LocaleID: [String]]]
    /// The words that switch to a language.
    public var languageWords: [LocaleID: [String]]
    /// What names a product of somebody else; it vetoes every answer in its sentence unless that names ours too.
    public var otherProducts: [Intent.Trigger]
    /// What names our product.
    public var ownProducts: [Intent.Trigger]
    /// Words that carry no meaning, longest first is not needed.
    public var stopWords: [LocaleID: [String]]
    /// Words that begin a new sentence without punctuation.
    public var connectives: [LocaleID: [String]]
    /// Words that take back what was said last, at the start or the end of a line: “no, 10 pm”, “10 pm actually”.
    public var corrections: [LocaleID: [String]]
    /// Lines that show haste and ask nothing: `???`, 在吗.
    public var hurry: [Intent.Trigger]
    /// What marks a line as a question, so that it is not taken for the text that was asked for.
    public var asking: [Intent.Trigger]
    /// What else than the usual secrets must not be kept, such as numbers of staff; the group `secret`, else the match.
    public var secrets: [Pattern]
    /// The engine's sentences, each in one or more variants.
    public var texts: [TextKey: [LocalizedText]]
    /// The e-mail.
    public var email: EmailForm
    /// The address to which mail goes until an operator sets another.
    public var address: String

    /// Describes a pack.
    public init(
        name: LocalizedText, locales: LocaleChain, timeZone: String = "UTC", intents: [Intent] = [],
        menu: [IntentID] = [], sets: [SetID: WordSet] = [:], commands: [Command: [LocaleID: [String]]] = [:],
        languageWords: [LocaleID: [String]] = [:], otherProducts: [Intent.Trigger] = [],
        ownProducts: [Intent.Trigger] = [],
        stopWords: [LocaleID: [String]] = [:], connectives: [LocaleID: [String]] = [:],
        corrections: [LocaleID: [String]] = [:], hurry: [Intent.Trigger] = [], asking: [Intent.Trigger] = [],
        secrets: [Pattern] = [], texts: [TextKey: [LocalizedText]] = [:], email: EmailForm = EmailForm(),
        address: String = ""
    ) {
        self.name = name
        self.locales = locales
        self.timeZone = timeZone
        self.intents = PackList(intents)
        self.menu = menu
        self.sets = sets
        self.commands = commands
        self.languageWords = languageWords
        self.otherProducts = otherProducts
        self.ownProducts = ownProducts
        self.stopWords = stopWords
        self.connectives = connectives
        self.corrections = corrections
        self.hurry = hurry
        self.asking = asking
        self.secrets = secrets
        self.texts = texts
        self.email = email
        self.address = address
    }
}
