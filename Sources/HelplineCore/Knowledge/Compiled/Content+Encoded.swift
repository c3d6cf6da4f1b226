internal import PCRE2

// The pack as a whole and the e-mail.
extension Command: Encoded {}
extension TextKey: Encoded {}
extension EmailForm.Phrase: Encoded {}

/// All but the intents, which are kept so that they can be read one by one.
extension Content: Encoded {
    func encode(to writer: inout StateWriter) {
        name.encode(to: &writer)
        locales.encode(to: &writer)
        timeZone.encode(to: &writer)
        menu.encode(to: &writer)
        sets.encode(to: &writer)
        commands.encode(to: &writer)
        languageWords.encode(to: &writer)
        otherProducts.encode(to: &writer)
        ownProducts.encode(to: &writer)
        stopWords.encode(to: &writer)
        connectives.encode(to: &writer)
        corrections.encode(to: &writer)
        hurry.encode(to: &writer)
        asking.encode(to: &writer)
        secrets.encode(to: &writer)
        texts.encode(to: &writer)
        email.encode(to: &writer)
        address.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(
            name: try LocalizedText(from: &reader), locales: try LocaleChain(from: &reader),
            timeZone: try String(from: &reader), menu: try [IntentID](from: &reader),
            sets: try [SetID: WordSet](from: &reader), commands: try [Command: [LocaleID: [String]]](from: &reader),
            languageWords: try [LocaleID: [String]](from: &reader), otherProducts: try [Intent.Trigger](from: &reader),
            ownProducts: try [Intent.Trigger](from: &reader), stopWords: try [LocaleID: [String]](from: &reader),
            connectives: try [LocaleID: [String]](from: &reader),
            corrections: try [LocaleID: [String]](from: &reader), hurry: try [Intent.Trigger](from: &reader),
            asking: try [Intent.Trigger](from: &reader),
            secrets: try [Pattern](from: &reader),
            texts: try [TextKey: [LocalizedText]](from: &reader), email: try EmailForm(from: &reader),
            address: try String(from: &reader))
    }
}

extension LocaleChain: Encoded {
    func encode(to writer: inout StateWriter) {
        standard.encode(to: &writer)
        list.encode(to: &writer)
        fallback.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(
            standard: try LocaleID(from: &reader), list: try [LocaleID](from: &reader),
            fallback: try [LocaleID: LocaleID](from: &reader))
    }
}

extension WordSet: Encoded {
    func encode(to writer: inout StateWriter) {
        id.encode(to: &writer)
        entries.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(id: try SetID(from: &reader), entries: try [Entry](from: &reader))
    }
}

extension WordSet.Entry: Encoded {
    func encode(to writer: inout StateWriter) {
        canonical.encode(to: &writer)
        words.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(canonical: try String(from: &reader), words: try [String](from: &reader))
    }
}

extension EmailForm: Encoded {
    func encode(to writer: inout StateWriter) {
        slots.encode(to: &writer)
        maximumQuestions.encode(to: &writer)
        phrases.encode(to: &writer)
        categories.encode(to: &writer)
        standardCategory.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(
            slots: try [Slot](from: &reader), maximumQuestions: try Int(from: &reader),
            phrases: try [Phrase: LocalizedText](from: &reader), categories: try [String: LocalizedText](from: &reader),
            standardCategory: try String(from: &reader))
    }
}

extension LocalizedText: Encoded {
    func encode(to writer: inout StateWriter) { texts.mapValues(\.source).encode(to: &writer) }
    init(from reader: inout StateReader) throws(StateError) {
        self.init(try [LocaleID: String](from: &reader))
    }
}
