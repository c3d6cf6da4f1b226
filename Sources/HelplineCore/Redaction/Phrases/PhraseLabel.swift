/// What numbers the words of a phrase that is read out: "word 1 is", "the second word:", "then", "words 4 to 6:".
///
/// Many of these words are in the lists themselves, so that only what is surely said about a word is a label: a word
/// for "word" with its number, an ordinal with a colon or "is", "then" where a line begins. A bare number is none:
/// marks and numbers between words never separate them.
enum PhraseLabel {
    /// Where a label ends that begins with the word at an index; nil where none begins.
    static func end(of word: Range<Int>, in line: FoldedLine) -> Int? {
        guard word.count <= 8, isOpener(line.letters[word]) else { return nil }
        let text = line.word(at: word.lowerBound).text
        let index = word.upperBound
        if nouns.contains(text) { return numbered(from: index, in: line) }
        if ordinals.contains(text) { return ordinal(from: index, in: line) }
        switch text {
        case "then", "finally", "lastly":
            return startsLine(word.lowerBound, in: line) ? verb(from: index, in: line) ?? index : nil
        case "next", "and":
            return startsLine(word.lowerBound, in: line) ? linked(from: index, in: line) : nil
        case "the", "my":
            guard let rest = nextWord(at: skipped(from: index, in: line), in: line), rest.text != "the",
                rest.text != "my"
            else { return nil }
            return end(of: rest.range, in: line)
        default:
            return isBehindNumber(word.lowerBound, in: line) ? index : nil
        }
    }

    /// Behind "word": "2 is", "number 2", "4 to 6:"; without a number a colon or "is".
    private static func numbered(from start: Int, in line: FoldedLine) -> Int? {
        guard let number = number(from: start, in: line) else { return linked(from: start, in: line) }
        let index = range(from: number, in: line) ?? number
        return verb(from: index, in: line) ?? index
    }

    /// Behind "first": "word is", "four:".
    private static func ordinal(from start: Int, in line: FoldedLine) -> Int? {
        var index = start
        for _ in 0..<2 {
            guard let next = nextWord(at: skipped(from: index, in: line), in: line),
                nouns.contains(next.text) || numerals.contains(next.text) || next.text == "half" || next.text == "part"
            else { break }
            index = next.range.upperBound
        }
        return linked(from: index, in: line)
    }

    private static let nouns: Set<String> = [
        "word", "words", "number", "no", "nr", "palabra", "mot", "parola", "palavra", "slovo",
    ]
    private static let ordinals: Set<String> = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "last", "other",
    ]
    private static let numerals: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    private static let verbs: Set<String> = ["is", "was", "are", "es", "est", "je", "e"]
    private static let others: Set<String> = ["then", "finally", "lastly", "next", "and", "the", "my"]

    /// Whether letters may begin a label; costs no more than looking at the first two of them.
    private static func isOpener(_ letters: ArraySlice<UInt8>) -> Bool {
        guard let first = letters.first else { return false }
        let second = letters.dropFirst().first ?? 0
        return beginnings[Int(first & 0x1F) << 5 | Int(second & 0x1F)]
            && all.contains(String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self))
    }

    private static let all = nouns.union(ordinals).union(verbs).union(others)
    private static let beginnings: [Bool] = {
        var table = [Bool](repeating: false, count: 1024)
        for word in all {
            let letters = Array(word.utf8)
            table[Int(letters[0] & 0x1F) << 5 | Int(letters.count > 1 ? letters[1] & 0x1F : 0)] = true
        }
        return table
    }()

    /// Behind a colon or an equals sign, or behind "is".
    private static func linked(from start: Int, in line: FoldedLine) -> Int? {
        let index = skipped(from: start, in: line)
        if index < line.count, line.units[index] == 0x3A || line.units[index] == 0x3D { return index + 1 }
        return verb(from: start, in: line)
    }

    private static func verb(from start: Int, in line: FoldedLine) -> Int? {
        var index = skipped(from: start, in: line)
        if index < line.count, [0x3A, 0x2E, 0x29].contains(line.units[index]) {
            index = skipped(from: index + 1, in: line)
        }
        guard let word = nextWord(at: index, in: line),
            verbs.contains(word.text)
        else { return nil }
        return word.range.upperBound
    }

    /// Behind one or two digits or a word for a number.
    private static func number(from start: Int, in line: FoldedLine) -> Int? {
        var index = skipped(from: start, in: line)
        if index < line.count, line.units[index] == 0x23 { index += 1 }
        if let word = nextWord(at: index, in: line) {
            if word.text == "number" || word.text == "no" { return number(from: word.range.upperBound, in: line) }
            return numerals.contains(word.text) ? word.range.upperBound : nil
        }
        let first = index
        while line.isDigit(index) { index += 1 }
        return (1...2).contains(index - first) ? index : nil
    }

    /// Behind the second number of "1 to 3", "1-3", "1 and 2".
    private static func range(from start: Int, in line: FoldedLine) -> Int? {
        let index = skipped(from: start, in: line)
        if index < line.count, [0x2D, 0x7E, 0x2013].contains(line.units[index]) {
            return number(from: index + 1, in: line)
        }
        guard let word = nextWord(at: index, in: line), ["to", "and", "through", "a"].contains(word.text) else {
            return nil
        }
        return number(from: word.range.upperBound, in: line)
    }

    private static func nextWord(at index: Int, in line: FoldedLine) -> (text: String, range: Range<Int>)? {
        line.isLetter(index) ? line.word(at: index) : nil
    }

    private static func skipped(from start: Int, in line: FoldedLine) -> Int {
        var index = start
        while line.isSpace(index) { index += 1 }
        return index
    }

    private static func isBehindNumber(_ start: Int, in line: FoldedLine) -> Bool {
        var index = start - 1
        while index >= 0, line.isSpace(index) || line.units[index] == 0x2E { index -= 1 }
        return line.isDigit(index)
    }

    /// Whether only marks stand between the beginning of a line or a clause and an index.
    private static func startsLine(_ start: Int, in line: FoldedLine) -> Bool {
        var index = start - 1
        while index >= 0, line.isSpace(index) || line.isDigit(index) || [0x2E, 0x29].contains(line.units[index]) {
            index -= 1
        }
        return index < 0 || [0x0A, 0x2C, 0x3B].contains(line.units[index])
    }
}
