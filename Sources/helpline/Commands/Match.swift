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
            read as "locale". Each line gets one line, an empty one too. Without --json it is intent, score and text, \
            separated by tabs. With --json it is an object: id, intent (null where no FAQ answers or two tie), score, \
            runner_up, choices, locale.

            A line of more than 1 MB and one that begins with { and is no such object are named on standard error, the \
            object then has "error", and the code is 65.
            """)

    @OptionGroup var pack: PackOptions

    @Flag(help: "Print one JSON object a line.")
    var json = false

    func run() throws {
        let knowledge = try PackFolder.inspect(try pack.configuration().value(.intents))
        var scratch = MatchScratch.patient()
        var input = StandardInput(limit: MatchQuestion.longestLine)
        var number = 0
        var hasFault = false
        while let event = try input.next() {
            number += 1
            let question = MatchQuestion(event, number: number)
            if let fault = question.fault {
                StandardError.say("helpline: line \(number) \(fault.sentence)")
                hasFault = true
            }
            let result =
                question.isEmpty
                ? nil : knowledge.classify(question.text, locale: question.locale, using: &scratch)
            let locale = result?.locale ?? question.locale ?? knowledge.content.locales.standard
            try StandardOutput.write(json ? question.json(result, locale) : question.plain(result))
        }
        if hasFault { throw ExitStatus.dataFault }
    }
}
