/// What is good YAML and was hardly meant so.
extension YAMLReader {
    /// A text that still has to be written, as the skeleton of a new intent has them.
    func checkTodo(_ text: String, _ style: YAMLNode.Style, _ place: Place, log: inout DiagnosticLog) {
        guard text.utf8.contains(0x54), let mark = text.firstRange(of: "TODO") else { return }
        let isWord = text[mark.upperBound...].unicodeScalars.first.map { !$0.isKeyScalar } ?? true
        guard isWord, text[..<mark.lowerBound].unicodeScalars.last.map({ !$0.isKeyScalar }) ?? true else { return }
        let offset = text[..<mark.lowerBound].unicodeScalars.count
        let node = YAMLNode(content: .text(text), style: style, place: place)
        log.error(
            .todo, at: log.position(of: offset, in: node), width: 4,
            "this still has to be written: \(text[mark.lowerBound...].prefix(while: { $0 != "\n" }).description.named)",
            remedy: "write the text in place of TODO and what follows it, or take the line out")
    }

    /// ` #` begins a comment, also within a text without quotes.
    ///
    /// Where a space follows the sign it is a comment, as people write them; `订单 #123` was meant as it stands.
    func checkCut(_ text: String, _ style: YAMLNode.Style, _ place: Place, log: inout DiagnosticLog) {
        guard hasCuts, style == .plain, !text.isEmpty else { return }
        let line = log.line(place)
        let start = Int(place.column) - 1
        let width = text.unicodeScalars.count
        guard start >= 0, start + width < line.count, line[start..<(start + width)].elementsEqual(text.unicodeScalars)
        else { return }
        let rest = line[(start + width)...]
        guard let sign = rest.firstIndex(where: { !$0.isBlank }), rest[sign] == "#", sign > rest.startIndex,
            sign + 1 < line.count, !line[sign + 1].isBlank, line[sign + 1] != "#"
        else { return }
        let whole = String(scalars: line[start...]).trimmed
        log.warning(
            .cutText, at: Place(file: Int(place.file), line: Int(place.line), column: sign + 1),
            width: line.count - sign,
            "the text ends before #, and what follows is taken for a comment",
            remedy: "write \(whole.yamlQuoted.shown()), or a space after # where a comment is meant")
    }

    /// Whether ` #x` stands anywhere in a text, so that its lines are worth a look.
    static func hasCuts(_ text: String) -> Bool {
        var last: UInt8 = 0x0A
        var before: UInt8 = 0x0A
        for byte in text.utf8 {
            if last == 0x23, before == 0x20, byte > 0x20, byte != 0x23 { return true }
            (before, last) = (last, byte)
        }
        return false
    }
}
