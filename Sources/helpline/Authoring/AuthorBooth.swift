import Foundation
import HelplineCore
import HelplinePack
import PatternSet

/// What an author can ask while rehearsing: why the last message was taken so, what is pending, the pack anew.
final class AuthorBooth {
    /// The lines that are for the booth and not for the bot.
    enum Request: String, CaseIterable {
        case why, state, reload

        /// The request of a line, nil where the line is for the bot.
        init?(_ line: String) {
            let name = line.split { $0.isWhitespace }
            guard name.count == 1, let first = name.first, first.hasPrefix("/") else { return nil }
            self.init(rawValue: String(first.dropFirst()).lowercased())
        }
    }

    private let workshop: PackWorkshop
    private let language: Sentence.Language
    private let takesRequests: Bool
    private var scratch = MatchScratch.patient()

    init(_ workshop: PackWorkshop, language: Sentence.Language, takesRequests: Bool) {
        self.workshop = workshop
        self.language = language
        self.takesRequests = takesRequests
    }

    /// What is said before the first message.
    var welcome: String {
        guard takesRequests else { return say("Rehearsal: mails are shown and reach nobody.") }
        return say(
            "Rehearsal: mails are shown and reach nobody. /why tells why the last message was taken so, /state what is pending, /reload reads the pack anew."
        )
    }

    /// The answer to a request; nil where the line is for the bot.
    func answer(_ line: String, _ conversation: Conversation, at desk: ChatDesk) -> String? {
        guard takesRequests else { return nil }
        return switch Request(line) {
        case .why: why(desk)
        case .state: state(conversation.outline)
        case .reload: reload(desk)
        case nil: nil
        }
    }

    // MARK: - Why

    private func why(_ desk: ChatDesk) -> String {
        guard let last = desk.last else { return say("Nothing was said yet; type a message first.") }
        let found = last.before.explanation(
            of: last.utterance, in: last.environment, with: desk.knowledge, using: &scratch)
        var lines = [say("read as “\(found.text.text)”, language \(found.locale.name)")]
        let (before, after) = (last.before.outline, last.after.outline)
        if !found.commands.isEmpty {
            lines.append(say("the whole line is a command: \(found.commands.joined(separator: ", "))"))
        }
        if let pending = before.form?.pending { lines.append(taken(pending, before, after)) }
        if found.isHurry { lines.append(say("it shows haste and asks nothing")) }
        if found.isOtherProduct { lines.append(say("it speaks of somebody else's product")) }
        let report = RankingReport(text: found.text, language: language)
        let questions = report.lines(found.questions, "questions")
        lines += questions + report.lines(found.smalltalk, "small talk") + report.lines(found.care, "words of care")
        if questions.isEmpty { lines.append(say("no pattern of any question matches")) }
        return lines.joined(separator: "\n")
    }

    /// What became of the question that was pending.
    private func taken(_ pending: SlotID, _ before: ConversationOutline, _ after: ConversationOutline) -> String {
        let name = pending.name
        if let value = after.form?.values[pending], before.form?.values[pending] == nil {
            return say("it answers the pending question “\(name)”: \(value.string)")
        }
        if after.form?.pending == pending, let tries = after.form?.tries, tries > before.form?.tries ?? 0 {
            return say("the pending question “\(name)” did not understand it; try \(tries)")
        }
        if after.form?.pending == pending { return say("the question “\(name)” waits on; it was no answer to it") }
        if let values = after.suspended.last?.values, values[pending] == nil,
            after.suspended.count > before.suspended.count
        {
            return say("the question “\(name)” was interrupted and will be asked again")
        }
        return say("the question “\(name)” was pending before, and is so no more")
    }

    // MARK: - State

    private func state(_ outline: ConversationOutline) -> String {
        var lines = [
            say(
                "\(outline.turns) messages, \(outline.misses) in a row not understood, language \(outline.locale?.name ?? "-")"
            )
        ]
        if let form = outline.form {
            lines.append(say("pending: \(words(form))"))
        } else {
            lines.append(say("pending: nothing"))
        }
        for form in outline.suspended.reversed() { lines.append(say("interrupted: \(words(form))")) }
        for context in outline.live {
            lines.append(say("talked about: \(context.intent.name), for \(context.turns) more messages"))
        }
        if !outline.offered.isEmpty {
            let names = outline.offered.enumerated().map { "\($0.offset + 1) \($0.element.name)" }
            lines.append(say("offered by number: \(names.joined(separator: ", "))"))
        }
        return lines.joined(separator: "\n")
    }

    private func words(_ form: ConversationOutline.Questions) -> Sentence {
        let owner: Sentence = form.owner.map { "\($0.name)" } ?? "the e-mail"
        let values = form.values.sorted { $0.key < $1.key }.map { "\($0.key.name) = \($0.value.string)" }
        let known: Sentence = values.isEmpty ? "nothing known yet" : "\(values.joined(separator: ", "))"
        guard let pending = form.pending else { return "\(owner); \(known)" }
        return "\(owner), question “\(pending.name)”, \(form.tries) wrong answers; \(known)"
    }

    // MARK: - Reload

    private func reload(_ desk: ChatDesk) -> String {
        let result = workshop.reload()
        takeNewest(desk)
        return result
    }

    /// Gives the desk the pack that was read last, where it is a new one.
    func takeNewest(_ desk: ChatDesk) {
        if let knowledge = workshop.take() { desk.replace(knowledge) }
    }

    private func say(_ sentence: Sentence) -> String {
        sentence.said(in: language)
    }
}
