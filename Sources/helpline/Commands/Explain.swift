import ArgumentParser
import HelplineCore
import HelplinePack
import HelplineWire
import PatternSet

/// Says why a message is answered as it is.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a message is answered as it is: what matched, what lost, and by how much.",
        discussion: """
            The score is 1000 (2 covered - gap) / (2 total), in weights of meaning: a Han character weighs 3, a letter or \
            digit 1, a stop word nothing. Below 250 an intent is not answered; closer than 50 is a tie.

            Within a conversation what is being talked about counts too: “helpline chat --author”, and there /why.
            """)

    @OptionGroup var pack: PackOptions
    @OptionGroup var author: AuthorOptions

    @Argument(help: "The message.")
    var text: [String]

    func run() throws {
        let knowledge = try PackFolder.inspect(try pack.configuration().value(.intents))
        var scratch = MatchScratch.patient()
        let message = Controls.removed(from: text.joined(separator: " "))
        let result = knowledge.classify(message, using: &scratch)
        try say("normalised  \(result.text.text)")
        try say("language    \(result.locale.name)")
        if let intent = result.intent {
            try say("answered    \(intent.name)")
        } else if !result.choices.isEmpty {
            try say("answered    nothing; offered: \(result.choices.map(\.name).joined(separator: ", "))")
        } else {
            try say("answered    nothing")
        }
        if result.isOtherProduct { try say("about       somebody else's product") }
        if result.isHurry { try say("about       haste only") }
        let report = RankingReport(text: result.text, language: author.language)
        let all = [
            report.lines(result.ranking, "questions"), report.lines(result.smalltalk, "small talk"),
            report.lines(result.care, "words of care"),
        ]
        for lines in all where !lines.isEmpty { try StandardOutput.say("\n" + lines.joined(separator: "\n")) }
    }

    private func say(_ sentence: Sentence) throws {
        try StandardOutput.say(sentence.said(in: author.language))
    }
}
