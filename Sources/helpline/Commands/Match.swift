import ArgumentParser
import HelplineCore
import HelplineWire
import PatternSet

/// Says of each line which intent it means, without a conversation.
struct Match: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Say of each line of standard input which intent it means.",
        discussion: """
            A line is a message, or a JSON object {"id": …, "text": …, "locale": …}; other fields are ignored, "lang" is \
            read as "locale". Without --json the output is intent, score and text, separated by tabs. With --json it is \
            one object a line: id, intent (null where no FAQ answers or two tie), score, runner_up, choices, locale.
            """)

    @OptionGroup var pack: PackOptions

    @Flag(help: "Print one JSON object a line.")
    var json = false

    func run() throws {
        let knowledge = try PackFolder.inspect(try pack.configuration().value(.intents))
        var scratch = MatchScratch()
        var output = StandardOutput()
        var input = StandardInput(limit: 1 << 20)
        var number = 0
        var hasFault = false
        while let event = input.next() {
            number += 1
            guard case .line(let bytes) = event else {
                StandardError.say("helpline: line \(number) is longer than 1 MB and was left out.")
                continue
            }
            if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            guard let question = MatchQuestion(bytes, number: number) else {
                StandardError.say("helpline: line \(number) begins with { but is no JSON object with a \"text\".")
                hasFault = true
                continue
            }
            let result = knowledge.classify(question.text, locale: question.locale, using: &scratch)
            output.write(json ? question.json(result) : question.plain(result))
        }
        if hasFault { throw ExitStatus.dataFault }
    }
}

/// A message to be classified.
private struct MatchQuestion {
    var id: JSONValue
    var text: String
    var locale: LocaleID?

    /// Reads a line; nil for an object without a text.
    init?(_ bytes: ArraySlice<UInt8>, number: Int) {
        guard bytes.first(where: { $0 != 0x20 && $0 != 0x09 }) == 0x7B else {
            (id, text, locale) = (.number(String(number)), LineText(bytes).string, nil)
            return
        }
        guard let value = try? JSONReader.read(bytes), let text = value["text"]?.string else { return nil }
        id = value["id"] ?? .number(String(number))
        self.text = Controls.removed(from: text)
        locale = (value["locale"]?.string ?? value["lang"]?.string).map { LocaleID($0) }
    }

    func json(_ result: Classification) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("id")
        writer.value(id)
        writer.name("intent")
        writer.string(result.intent?.name)
        writer.name("score")
        writer.thousandths(result.score)
        writer.name("runner_up")
        writer.string(result.runnerUp?.intent.name)
        writer.name("choices")
        writer.beginArray()
        for choice in result.choices { writer.string(choice.name) }
        writer.endArray()
        writer.name("locale")
        writer.string(result.locale.name)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    func plain(_ result: Classification) -> [UInt8] {
        let choices = result.choices.isEmpty ? "-" : "? " + result.choices.map(\.name).joined(separator: " ")
        let score = "0." + String(1000 + result.score).dropFirst()
        return Array("\(result.intent?.name ?? choices)\t\(result.score == 1000 ? "1" : score)\t\(text)\n".utf8)
    }
}
