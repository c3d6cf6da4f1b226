/// Reads the value of a slot out of a message.
///
/// Every reader is a pure function of the text, the environment and the pack; none backtracks, and those whose cost
/// grows with their vocabulary look at the first ``limit`` characters only.
enum Recognizer {
    /// How many characters of a message are searched for days, times and amounts.
    static let limit = 2000

    /// The value of `accept` in `text`, nil where there is none.
    ///
    /// With `asked` false the question was not asked, and only what speaks for itself counts: an amount with its unit,
    /// a time with its day, an option by a word of its own; no free text.
    ///
    /// `pattern` gives nil always: it needs the scratch of the loop, and stays with who has it.
    static func recognize(
        _ accept: Accept, in text: NormalizedText, environment: Environment, knowledge: KnowledgeBase,
        asked: Bool = true
    ) -> Recognition? {
        switch accept {
        case .pattern: nil
        case .set(let id):
            knowledge.content.sets[id].flatMap { set in
                let finder = knowledge.readers.finder(of: set, named: id)
                let row = Enumeration(text.bytes).read { part, _ in finder.find(in: ScalarText(part)) }
                return row ?? unit(of: set, in: text)
            }
        case .choice(let options): knowledge.readers.reader(of: options).read(ScalarText(text.bytes), asked: asked)
        case .date(let rule):
            DateReader(rule: rule, now: environment.now, zone: environment.zone)
                .read(ScalarText(text.bytes, limit: limit), asked: asked)
        case .amount:
            Enumeration(text.bytes).read { text, isWhole in
                AmountReader(ScalarText(text, limit: limit)).read(asked: asked && isWhole)
            }
        case .email: MailboxReader.read(text)
        case .hash: HashReader(text.bytes).read()
        case .text(let minimum): asked ? self.text(text, minimum) : nil
        }
    }

    /// Whether the whole of a text is one mailbox that ``Accept/email`` would accept.
    static func isMailbox(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return MailboxReader(bytes).read()?.range == bytes.indices
    }

    /// The word of a set that the unit of an amount stands for: in 3000u and 三千多个U that is USDT.
    private static func unit(of set: WordSet, in text: NormalizedText) -> Recognition? {
        guard let amount = AmountReader(ScalarText(text.bytes, limit: limit)).read(asked: false),
            let unit = amount.canonical.split(separator: " ").last,
            set.entries.contains(where: { $0.canonical == unit }),
            !UInt32(text.bytes[amount.range.lowerBound]).isLetter
        else { return nil }
        return Recognition(canonical: String(unit), range: amount.range)
    }

    private static func text(_ text: NormalizedText, _ minimum: Int) -> Recognition? {
        let saysSomething = minimum == 0 || text.text.unicodeScalars.contains(where: \.isMeaningful)
        guard text.scalarCount >= minimum, saysSomething else { return nil }
        return Recognition(canonical: text.text, range: 0..<text.bytes.count)
    }
}
