internal import PCRE2

// Questions and what counts as an answer.
extension Slot.OnFail: Encoded {}
extension Slot.Digress: Encoded {}

extension Slot: Encoded {
    func encode(to writer: inout StateWriter) {
        id.encode(to: &writer)
        prompt.encode(to: &writer)
        accept.encode(to: &writer)
        invalid.encode(to: &writer)
        retry.encode(to: &writer)
        maxTries.encode(to: &writer)
        onFail.encode(to: &writer)
        digress.encode(to: &writer)
        optional.encode(to: &writer)
        when.encode(to: &writer)
        label.encode(to: &writer)
        names.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(
            id: try SlotID(from: &reader), prompt: try LocalizedText(from: &reader), accept: try Accept(from: &reader),
            invalid: try LocalizedText(from: &reader), retry: try [LocalizedText](from: &reader),
            maxTries: try Int(from: &reader), onFail: try OnFail(from: &reader), digress: try Digress(from: &reader),
            optional: try Bool(from: &reader), when: try Condition(from: &reader),
            label: try LocalizedText(from: &reader), names: try [String](from: &reader))
    }
}

extension Accept.Choice: Encoded {
    func encode(to writer: inout StateWriter) {
        id.encode(to: &writer)
        title.encode(to: &writer)
        words.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(
            id: try String(from: &reader), title: try LocalizedText(from: &reader), words: try [String](from: &reader))
    }
}

extension Accept.DateRule: Encoded {
    private static let all: [Self] = [.any, .past, .future]

    func encode(to writer: inout StateWriter) { writer.write(Self.all.firstIndex(of: self) ?? 0) }

    init(from reader: inout StateReader) throws(StateError) {
        let index = try Int(from: &reader)
        guard Self.all.indices.contains(index) else { throw StateError("There is no date rule \(index).") }
        self = Self.all[index]
    }
}

extension Accept: Encoded {
    func encode(to writer: inout StateWriter) {
        switch self {
        case .set(let id): write(0, id, to: &writer)
        case .pattern(let patterns): write(1, patterns, to: &writer)
        case .choice(let choices): write(2, choices, to: &writer)
        case .date(let rule): write(3, rule, to: &writer)
        case .amount: writer.write(4)
        case .email: writer.write(5)
        case .hash: writer.write(6)
        case .text(let minimum): write(7, minimum, to: &writer)
        }
    }

    private func write(_ kind: Int, _ value: some Encoded, to writer: inout StateWriter) {
        writer.write(kind)
        value.encode(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        switch try Int(from: &reader) {
        case 0: self = .set(try SetID(from: &reader))
        case 1: self = .pattern(try [LocaleID: Pattern](from: &reader))
        case 2: self = .choice(try [Choice](from: &reader))
        case 3: self = .date(try DateRule(from: &reader))
        case 4: self = .amount
        case 5: self = .email
        case 6: self = .hash
        case 7: self = .text(minimum: try Int(from: &reader))
        case let kind: throw StateError("There is no way \(kind) to accept an answer.")
        }
    }
}
