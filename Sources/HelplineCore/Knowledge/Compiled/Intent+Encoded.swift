internal import PCRE2

// Intents and what belongs to them, but for the patterns of intents, which are kept by their numbers.
extension Intent.Kind: Encoded {}
extension Intent.Solved: Encoded {}
extension Intent.Escalation.Urgency: Encoded {}

extension Intent: Encoded {
    func encode(to writer: inout StateWriter) {
        id.encode(to: &writer)
        kind.encode(to: &writer)
        reportsAs.encode(to: &writer)
        band.encode(to: &writer)
        title.encode(to: &writer)
        answers.encode(to: &writer)
        slots.encode(to: &writer)
        consequences.encode(to: &writer)
        followUps.encode(to: &writer)
        solved.encode(to: &writer)
        escalation.encode(to: &writer)
        seeAlso.encode(to: &writer)
        patience.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(
            id: try IntentID(from: &reader), kind: try Kind(from: &reader), reportsAs: try IntentID?(from: &reader),
            band: try Int(from: &reader), title: try LocalizedText(from: &reader),
            answers: try [LocalizedText](from: &reader), slots: try [Slot](from: &reader),
            consequences: try [Consequence](from: &reader), followUps: try [FollowUp](from: &reader),
            solved: try Solved(from: &reader), escalation: try Escalation?(from: &reader),
            seeAlso: try [IntentID](from: &reader), patience: try Int?(from: &reader))
    }
}

extension Intent.Trigger: Encoded {
    func encode(to writer: inout StateWriter) {
        locale.encode(to: &writer)
        pattern.encode(to: &writer)
        origin.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(
            locale: try LocaleID(from: &reader), pattern: try Pattern(from: &reader), origin: try Origin(from: &reader))
    }
}

extension Origin: Encoded {
    func encode(to writer: inout StateWriter) {
        text.encode(to: &writer)
        place.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(text: try String(from: &reader), place: try String(from: &reader))
    }
}

extension Intent.FollowUp: Encoded {
    func encode(to writer: inout StateWriter) {
        id.encode(to: &writer)
        answer.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(id: try String(from: &reader), triggers: [], answer: try LocalizedText(from: &reader))
    }
}

extension Intent.Consequence: Encoded {
    func encode(to writer: inout StateWriter) {
        when.encode(to: &writer)
        text.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(when: try Condition(from: &reader), text: try LocalizedText(from: &reader))
    }
}

extension Intent.Escalation: Encoded {
    func encode(to writer: inout StateWriter) {
        category.encode(to: &writer)
        urgency.encode(to: &writer)
        require.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(
            category: try String(from: &reader), urgency: try Urgency(from: &reader),
            require: try [SlotID](from: &reader))
    }
}

extension Condition: Encoded {
    func encode(to writer: inout StateWriter) {
        values.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(try [SlotID: [String]](from: &reader))
    }
}
