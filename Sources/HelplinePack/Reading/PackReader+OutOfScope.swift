internal import HelplineCore

extension PackReader {
    /// Reads out-of-scope.yaml: what users also write, by language.
    mutating func readOutOfScope(_ root: YAMLNode) {
        for (locale, list) in byLocale(root, "out-of-scope.yaml") {
            for (text, node) in textList(list, "a line") {
                checkQuotes(text, node)
                outOfScope.append(OutOfScopeLine(locale: locale, text: text, mark: node.place))
            }
        }
    }
}
