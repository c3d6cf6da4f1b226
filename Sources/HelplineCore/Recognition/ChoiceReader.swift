/// Reads which of several options a line means.
struct ChoiceReader: Sendable {
    private let ids: [String]
    /// What each option is called, folded.
    private let names: [[[UInt32]]]
    private let table: WordTable<Int>

    /// Takes the options in the order in which they are numbered.
    init(_ options: [Accept.Choice]) {
        let words = options.map { option in
            [option.id] + option.title.texts.values.map(\.source) + option.words
        }
        ids = options.map(\.id)
        names = words.map { $0.map { ScalarText(word: $0).trimmed } }
        let long = words.enumerated().flatMap { option in
            option.element.filter(Self.isLong).map { ($0, option.offset) }
        }
        table = WordTable(long, edge: .alphanumeric)
    }

    /// The option that the whole line names, numbers or begins; else the only one that a longer line names.
    ///
    /// - Parameter asked: whether the question for it was asked; else only the name of an option says anything.
    func read(_ text: ScalarText, asked: Bool = true) -> Recognition? {
        let core = text.core
        guard !core.isEmpty else { return nil }
        guard asked else { return contained(in: text) }
        let line = Array(text.scalars[core])
        if let option = only({ $0 == line }) ?? number(text, core) ?? only({ $0.starts(with: line) }) {
            return Recognition(canonical: ids[option], range: text.bytes(core))
        }
        return contained(in: text)
    }

    /// The only option with a name that fits.
    private func only(_ fits: ([UInt32]) -> Bool) -> Int? {
        let found = names.indices.filter { names[$0].contains(where: fits) }
        return found.count == 1 ? found[0] : nil
    }

    private func contained(in text: ScalarText) -> Recognition? {
        var found: (option: Int, range: Range<Int>)?
        var index = 0
        while index < text.count {
            guard let (option, end) = table.match(in: text, at: index) else {
                index += 1
                continue
            }
            if !Negation.statement.stands(before: index, in: text), !Negation.predicate.stands(at: end, in: text) {
                guard found == nil || found?.option == option else { return nil }
                if found == nil { found = (option, index..<end) }
            }
            index = end
        }
        return found.map { Recognition(canonical: ids[$0.option], range: text.bytes($0.range)) }
    }

    /// Whether a word is long enough to be looked for inside a line.
    private static func isLong(_ word: String) -> Bool {
        let scalars = ScalarText(word: word).trimmed
        return scalars.count >= (scalars.contains(where: \.isHan) ? 2 : 3)
    }
}

/// Options by number: `2`, 第二个, "the second one", 最后一个.
extension ChoiceReader {
    private static let before = WordTable(words: [
        "我选", "选择", "选", "第", "答案", "我要", "the ", "option ", "number ", "no.", "no. ", "no ", "i choose ", "choose ",
    ])
    private static let after = WordTable(words: [
        "个", "项", "种", "条", "号", "吧", "了", "的", "呢", "谢谢", "one", "option", "please", "thanks",
    ])
    private static let last = WordTable(words: ["最后", "最后一", "last"])
    private static let ordinals = WordTable(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
            .enumerated().map { ($0.element, $0.offset + 1) })

    private func number(_ text: ScalarText, _ core: Range<Int>) -> Int? {
        var index = core.lowerBound
        while let (_, end) = Self.before.match(in: text, at: index) { index = text.afterSpace(end) }
        guard let (number, end) = value(text, index) else { return nil }
        index = text.afterSpace(end)
        while index < core.upperBound, let (_, end) = Self.after.match(in: text, at: index) {
            index = text.afterSpace(end)
        }
        return index >= core.upperBound && ids.indices.contains(number - 1) ? number - 1 : nil
    }

    private func value(_ text: ScalarText, _ index: Int) -> (number: Int, end: Int)? {
        if let (_, end) = Self.last.match(in: text, at: index) { return (ids.count, end) }
        if let (number, end) = Self.ordinals.match(in: text, at: index) { return (number, end) }
        guard let number = Numerals.integer(in: text, at: index) else { return nil }
        return (number.value, Numerals.ordinalEnd(in: text, at: number.end) ?? number.end)
    }
}

extension ScalarText {
    /// The scalars without spaces and punctuation at the ends.
    var trimmed: [UInt32] { Array(scalars[core]) }

    /// The index behind the space that stands at an index, if one does.
    func afterSpace(_ index: Int) -> Int {
        self[index] == 0x20 ? index + 1 : index
    }
}
