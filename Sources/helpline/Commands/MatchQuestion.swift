import HelplineCore
import HelplineWire

/// A line to be classified.
struct MatchQuestion {
    /// Why a line cannot be.
    enum Fault {
        case noText, tooLong

        /// What is said of the line, behind its number.
        var sentence: String {
            switch self {
            case .noText: "begins with { but is no JSON object with a \"text\"; it was not read."
            case .tooLong: "is longer than 1 MB; it was not read."
            }
        }

        /// The word for programs, one of helpline/1 where that has one.
        fileprivate var code: String {
            switch self {
            case .noText: "bad_json"
            case .tooLong: "too_long"
            }
        }
    }

    /// In bytes.
    static let longestLine = 1 << 20

    private(set) var id: JSONValue
    private(set) var text = ""
    private(set) var locale: LocaleID?
    private(set) var fault: Fault?

    /// Whether there is nothing to be classified.
    var isEmpty: Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

    /// Reads a line; without an id of its own it has the line's number.
    init(_ line: LineFramer.Event, number: Int) {
        id = .number(String(number))
        switch line {
        case .tooLong: fault = .tooLong
        case .line(let bytes) where bytes.first { $0 != 0x20 && $0 != 0x09 } == 0x7B: readObject(bytes)
        case .line(let bytes): text = LineText(bytes).string
        }
    }

    private mutating func readObject(_ bytes: ArraySlice<UInt8>) {
        guard let value = try? JSONReader.read(bytes), let text = value["text"]?.string else {
            fault = .noText
            return
        }
        id = value["id"] ?? id
        self.text = Controls.removed(from: text)
        locale = (value["locale"]?.string ?? value["lang"]?.string).map { LocaleID($0) }
    }

    /// The answer for programs; without a result that of a line nothing was found in.
    func json(_ result: Classification?, _ locale: LocaleID) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("id")
        writer.value(id)
        writer.name("intent")
        writer.string(result?.intent?.name)
        writer.name("score")
        writer.thousandths(result?.score ?? 0)
        writer.name("runner_up")
        writer.string(result?.runnerUp?.intent.name)
        writer.name("choices")
        writer.beginArray()
        for choice in result?.choices ?? [] { writer.string(choice.name) }
        writer.endArray()
        writer.name("locale")
        writer.string(locale.name)
        if let fault {
            writer.name("error")
            writer.string(fault.code)
        }
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    /// The answer for people.
    func plain(_ result: Classification?) -> [UInt8] {
        let choices = result?.choices.map(\.name) ?? []
        let name = result?.intent?.name ?? (choices.isEmpty ? "-" : "? " + choices.joined(separator: " "))
        let score = result?.score ?? 0
        return Array("\(name)\t\(score == 1000 ? "1" : "0." + String(1000 + score).dropFirst())\t\(text)\n".utf8)
    }
}
