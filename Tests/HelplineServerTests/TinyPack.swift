import HelplineCore
import PCRE2

/// A pack of one question with one form: `stolen` asks for the asset and then says what to freeze.
enum TinyPack {
    /// Composes nothing: no mail is expected.
    struct NoComposer: Composer {
        func compose(
            _ escalation: Escalation, reference: Reference, at moment: Timestamp, in zone: ZoneTable
        ) throws(ComposerError) -> ComposedMail {
            throw ComposerError("no mail is expected")
        }
    }

    static func knowledge() throws -> KnowledgeBase {
        let asset = Slot(id: "asset", prompt: text("Which asset?"), accept: .text(minimum: 1))
        let stolen = Intent(
            id: "account-stolen", title: text("Stolen"),
            triggers: [Intent.Trigger(locale: "en", pattern: try Pattern("stolen"))], answers: [text("Do not panic.")],
            slots: [asset], consequences: [.init(when: Condition(), text: text("Freeze your {{asset}}."))],
            solved: .skip)
        return KnowledgeBase(
            Content(
                name: text("Bot"), locales: LocaleChain(standard: "en", list: ["en"]), intents: [stolen],
                texts: [
                    .greeting: [text("Welcome.")], .notSaved: [text("Not saved.")],
                    .fallbackFirst: [text("Pardon?")],
                ]))
    }

    private static func text(_ words: String) -> LocalizedText { LocalizedText(["en": words] as [LocaleID: String]) }
}
