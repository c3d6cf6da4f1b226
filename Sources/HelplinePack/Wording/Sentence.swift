/// A sentence about a pack, which can be said in several languages.
///
/// Written as a literal in English; what is interpolated stays apart from the words around it, so that the words have a
/// translation: `"\(name.named) is no key of \(owner)"` is looked up as `% is no key of %`.
public struct Sentence: Sendable, ExpressibleByStringInterpolation {
    /// A language in which authors are spoken to.
    public enum Language: String, Sendable, CaseIterable {
        /// English.
        case english = "en"
        /// Chinese.
        case chinese = "zh"
    }

    /// What stands between the words.
    enum Value: Sendable {
        case text(String)
        case sentence(Sentence)
        case list([String], Conjunction)
    }

    /// What joins the last two names of a row.
    enum Conjunction: Sendable { case and, or }

    /// The English words, with % for each value.
    private(set) var words: String
    private(set) var values: [Value]

    init(words: String, values: [Value] = []) {
        self.words = words
        self.values = values
    }

    /// A sentence without values.
    public init(stringLiteral words: String) {
        self.init(words: words)
    }

    /// A sentence with values.
    public init(stringInterpolation: Interpolation) {
        self.init(words: stringInterpolation.words, values: stringInterpolation.values)
    }

    /// A text that is shown as it is in every language.
    public init(verbatim text: String) {
        self.init(words: "%", values: [.text(text)])
    }

    /// The words of a language with the values in their places; in English where there is no translation.
    public func said(in language: Language) -> String {
        let template = language == .chinese ? ChineseWording.sentences[words] ?? words : words
        guard !values.isEmpty else { return template }
        var result = ""
        var next = 0
        var rest = template.unicodeScalars[...]
        while let mark = rest.firstIndex(of: "%") {
            result.unicodeScalars.append(contentsOf: rest[..<mark])
            rest = rest[rest.index(after: mark)...]
            if let digit = rest.first, ("1"..."9").contains(digit) {
                next = Int(digit.value) - 0x31
                rest = rest.dropFirst()
            }
            if values.indices.contains(next) { result += values[next].said(in: language) }
            next += 1
        }
        result.unicodeScalars.append(contentsOf: rest)
        return result
    }

    /// Whether there is nothing to say.
    var isEmpty: Bool { words.isEmpty }

    /// Whether all of it has a translation.
    func isTranslated(to language: Language) -> Bool {
        let isName = words.hasPrefix("“") && words.hasSuffix("”") && !words.contains(" ")
        let isOwn =
            language == .english || words == "%" || words.isEmpty || isName || ChineseWording.sentences[words] != nil
        return isOwn
            && values.allSatisfy { value in
                if case .sentence(let inner) = value { inner.isTranslated(to: language) } else { true }
            }
    }

    /// One sentence after another, without anything between them.
    static func + (left: Sentence, right: Sentence) -> Sentence {
        Sentence(words: left.words + right.words, values: left.values + right.values)
    }
}

extension Sentence: Equatable, CustomStringConvertible {
    /// The sentence in English.
    public var description: String { said(in: .english) }

    /// Whether two sentences read the same.
    public static func == (left: Sentence, right: Sentence) -> Bool {
        left.description == right.description
    }
}

extension Sentence {
    /// Collects the words and values of a literal.
    public struct Interpolation: StringInterpolationProtocol {
        var words = ""
        var values: [Value] = []

        /// Prepares to collect.
        public init(literalCapacity: Int, interpolationCount: Int) {
            words.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        /// Adds words.
        public mutating func appendLiteral(_ literal: String) {
            words += literal
        }

        /// Adds a value that is the same in every language.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            add(.text(value.description))
        }

        /// Adds a part that has a translation of its own.
        public mutating func appendInterpolation(_ sentence: Sentence) {
            add(.sentence(sentence))
        }

        private mutating func add(_ value: Value) {
            words += "%"
            values.append(value)
        }
    }
}

extension Sentence.Value {
    fileprivate func said(in language: Sentence.Language) -> String {
        switch self {
        case .text(let text): text
        case .sentence(let sentence): sentence.said(in: language)
        case .list(let names, let conjunction): names.joined(by: conjunction, in: language)
        }
    }
}

extension [String] {
    /// “a”, “b” and “c”.
    fileprivate func joined(by conjunction: Sentence.Conjunction, in language: Sentence.Language) -> String {
        let names = map(\.named)
        guard let end = names.last, names.count > 1 else { return names.first ?? "" }
        return switch language {
        case .english: names.dropLast().joined(separator: ", ") + (conjunction == .and ? " and " : " or ") + end
        case .chinese: names.dropLast().joined(separator: "、") + (conjunction == .and ? "和" : "或") + end
        }
    }
}

extension Sequence where Element == String {
    /// The names in a row, quoted: “a”, “b” or “c”.
    func listed(_ conjunction: Sentence.Conjunction = .or) -> Sentence {
        Sentence(words: "%", values: [.list(Array(self), conjunction)])
    }
}
