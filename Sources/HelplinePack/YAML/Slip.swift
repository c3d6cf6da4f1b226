internal import HelplineCore

/// A slip of those who do not write YAML every day, recognised on a single line.
enum Slip: CaseIterable {
    case tab
    case wideColon
    case missingSpace
    case wideQuotes
    case placeholder
    case quoteInside
    case textAfterQuote
    case openQuote
    case backslash
    case indicator
    case blockText
    case colon
    case bracket

    /// A slip found: the marked part, what is wrong and what to write.
    struct Found {
        var range: Range<Int>
        var message: Sentence
        var remedy: Sentence?
    }

    /// Whether the parser notices the slip on its own line; on others the same text is likely to be harmless.
    var isNoticedAtOnce: Bool {
        switch self {
        case .tab, .wideColon, .missingSpace, .quoteInside, .textAfterQuote, .openQuote: false
        default: true
        }
    }

    /// The slip on this line, nil where it is not this one.
    func find(in line: YAMLLine) -> Found? {
        switch self {
        case .tab: line.tab
        case .wideColon: line.wideColon
        case .missingSpace: line.missingSpace
        case .wideQuotes: line.wideQuotes
        case .placeholder: line.placeholder
        case .quoteInside: line.quoteInside
        case .textAfterQuote: line.textAfterQuote
        case .openQuote: line.openQuote
        case .backslash: line.backslash
        case .indicator: line.indicator
        case .blockText: line.blockText
        case .colon: line.colon
        case .bracket: line.bracket
        }
    }
}

extension YAMLLine {
    fileprivate var valueText: String { String(scalars: value) }
    fileprivate var valueRange: Range<Int> { valueStart..<end }

    fileprivate var tab: Slip.Found? {
        guard let tab = scalars[..<indent].firstIndex(of: "\t") else { return nil }
        return Slip.Found(
            range: tab..<tab + 1, message: "a tab stands where the line is indented",
            remedy: "indent with spaces, two for each level")
    }

    fileprivate var wideColon: Slip.Found? {
        guard key == nil, let colon = value.firstIndex(of: "：") else { return nil }
        guard colon > 0, value[..<colon].allSatisfy(\.isKeyScalar) else { return nil }
        return Slip.Found(
            range: valueStart + colon..<valueStart + colon + 1, message: "“：” is a full-width colon",
            remedy: "write \((String(scalars: value[..<colon]) + ": ").named), with an English colon and a space")
    }

    fileprivate var missingSpace: Slip.Found? {
        guard key == nil, let first = value.first else { return nil }
        if first == "-", value.count > 1, value[1] != "-" {
            return Slip.Found(
                range: valueStart..<valueStart + 1, message: "a space is missing after the dash",
                remedy: "write \(("- " + String(scalars: value.dropFirst())).named)")
        }
        guard let colon = value.firstIndex(of: ":"), colon > 0, value[..<colon].allSatisfy(\.isKeyScalar),
            colon + 1 < value.count, value[colon + 1] != "/"
        else { return nil }
        return Slip.Found(
            range: valueStart + colon..<valueStart + colon + 1, message: "a space is missing after the colon",
            remedy: "write \((String(scalars: value[...colon]) + " " + String(scalars: value[(colon + 1)...])).named)")
    }

    fileprivate var wideQuotes: Slip.Found? {
        guard let first = value.first, let last = value.last,
            "“”‘’「『＂＇".unicodeScalars.contains(first)
        else { return nil }
        let closes = value.count > 1 && "“”‘’」』＂＇".unicodeScalars.contains(last)
        let inner = String(scalars: closes ? value.dropFirst().dropLast() : value.dropFirst())
        return Slip.Found(
            range: valueStart..<valueStart + 1, message: "\(String(first).named) is no quotation mark of YAML",
            remedy: "write \(inner.yamlQuoted.shown()), with the quotes of an English keyboard")
    }

    fileprivate var placeholder: Slip.Found? {
        guard let open = value.unquotedIndex(of: ["{", "{"]) else { return nil }
        guard open == 0 || value[0] == "[" || value[0] == "{" else { return nil }
        let range = valueStart + open..<valueStart + open + 2
        guard value[0] == "[" else {
            return Slip.Found(
                range: range, message: "a text with {{ }} needs quotes",
                remedy: "write \(valueText.yamlQuoted.shown())")
        }
        let first = value.dropFirst().prefix { $0 != "]" && $0 != "," }
        let rest = first.count + 1 < value.count && value[first.count + 1] == "," ? ", …]" : "]"
        return Slip.Found(
            range: range, message: "a text with {{ }} needs quotes",
            remedy: "write [\(String(scalars: first).yamlQuoted.shown())\(rest)")
    }

    /// `'don't'`: an apostrophe that ends a text in single quotes too early.
    fileprivate var quoteInside: Slip.Found? {
        guard value.first == "'", let close = value.closingQuote, close + 1 < value.count,
            value[close - 1].isASCIILetter, value[close + 1].isASCIILetter
        else { return nil }
        let inner = String(scalars: value.last == "'" ? value.dropFirst().dropLast() : value.dropFirst())
        return Slip.Found(
            range: valueStart + close..<valueStart + close + 1, message: "an apostrophe ends the text in single quotes",
            remedy: "write \(inner.doubleQuotedForYAML.shown())")
    }

    fileprivate var textAfterQuote: Slip.Found? {
        guard let close = value.closingQuote, close + 1 < value.count else { return nil }
        let rest = value[(close + 1)...].drop { $0.isBlank }
        guard let next = rest.first, !",]}:#".unicodeScalars.contains(next) else { return nil }
        return Slip.Found(
            range: valueStart + close + 1..<end, message: "text goes on after the closing quotation mark",
            remedy: "write \(valueText.yamlQuoted.shown()) if all of it belongs to the text")
    }

    /// A quotation mark without its partner on the line; texts in quotes over several lines are rare.
    fileprivate var openQuote: Slip.Found? {
        guard let first = value.first, first == "\"" || first == "'", value.closingQuote == nil else { return nil }
        return Slip.Found(
            range: valueStart..<valueStart + 1, message: "a quotation mark is opened here and not closed on the line",
            remedy: "write \(valueText)\(first)")
    }

    fileprivate var backslash: Slip.Found? {
        guard let backslash = value.unknownEscape else { return nil }
        return Slip.Found(
            range: valueStart + backslash..<min(valueStart + backslash + 2, end),
            message: "a backslash has a meaning of its own between double quotes",
            remedy: "put patterns in single quotes: '…'")
    }

    fileprivate var indicator: Slip.Found? {
        guard let first = value.first, "*&!%@`".unicodeScalars.contains(first) else { return nil }
        return Slip.Found(
            range: valueStart..<valueStart + 1,
            message: "a text cannot begin with \(String(first).named) unless it stands in quotes",
            remedy: "write \(valueText.yamlQuoted.shown())")
    }

    fileprivate var blockText: Slip.Found? {
        guard let first = value.first, first == "|" || first == ">" else { return nil }
        let rest = value.dropFirst().drop { $0 == "-" || $0 == "+" || $0.isASCIIDigit }.drop { $0.isBlank }
        guard let next = rest.first, next != "#" else { return nil }
        return Slip.Found(
            range: valueRange, message: "text stands beside \(String(first).named)",
            remedy: "begin the text on the next line, indented")
    }

    fileprivate var colon: Slip.Found? {
        guard key != nil, let first = value.first, !"\"'[{|>".unicodeScalars.contains(first) else { return nil }
        for index in value.indices where value[index] == ":" {
            guard index + 1 == value.count || value[index + 1].isBlank else { continue }
            return Slip.Found(
                range: valueStart + index..<valueStart + index + 1,
                message: "a text with a colon and a space in it needs quotes",
                remedy: "write \(valueText.yamlQuoted.shown())")
        }
        return nil
    }

    /// A list in brackets whose texts hold brackets, braces or question marks of their own.
    fileprivate var bracket: Slip.Found? {
        guard value.first == "[", let inner = value.dropFirst().unquotedBracket else { return nil }
        return Slip.Found(
            range: valueStart + inner..<valueStart + inner + 1,
            message: "\(String(value[inner]).named) has a meaning of its own between brackets",
            remedy: "put each pattern in single quotes: ['…', '…']")
    }
}

extension [Unicode.Scalar] {
    /// Where a run of scalars first stands outside quotes.
    fileprivate func unquotedIndex(of wanted: [Unicode.Scalar]) -> Int? {
        var quote: Unicode.Scalar?
        for index in indices {
            if let open = quote {
                if self[index] == open { quote = nil }
            } else if self[index...].starts(with: wanted) {
                return index
            } else if self[index] == "\"" || self[index] == "'" {
                quote = self[index]
            }
        }
        return nil
    }

    /// Where the quotation mark that begins the text is closed.
    fileprivate var closingQuote: Int? {
        guard let open = first, open == "\"" || open == "'" else { return nil }
        var index = 1
        while index < count {
            if self[index] == open {
                guard open == "'", index + 1 < count, self[index + 1] == "'" else { return index }
                index += 1
            } else if open == "\"", self[index] == "\\" {
                index += 1
            }
            index += 1
        }
        return nil
    }

    /// Where a backslash stands between double quotes before a scalar that makes no escape.
    fileprivate var unknownEscape: Int? {
        var isOpen = false
        var index = 0
        while index < count {
            if self[index] == "\"" { isOpen.toggle() }
            if isOpen, self[index] == "\\" {
                guard index + 1 < count else { return nil }
                if !"0abtnvfre \"/\\N_LPxuU".unicodeScalars.contains(self[index + 1]) { return index }
                index += 1
            }
            index += 1
        }
        return nil
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// Where a bracket or brace opens outside quotes right after a letter, a bracket or a dot: inside a text.
    fileprivate var unquotedBracket: Int? {
        var quote: Unicode.Scalar?
        for index in indices {
            if let open = quote {
                if self[index] == open { quote = nil }
            } else if self[index] == "\"" || self[index] == "'" {
                quote = self[index]
            } else if self[index] == "{" || self[index] == "[", index > startIndex, !self[index - 1].isBlank,
                self[index - 1] != ",", self[index - 1] != "["
            {
                return index
            }
        }
        return nil
    }
}

extension String {
    /// The text between double quotes, as YAML reads it back.
    fileprivate var doubleQuotedForYAML: String {
        let escaped = unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }
        return "\"" + escaped.joined() + "\""
    }
}
