internal import HelplineCore

extension Checker {
    /// A word that two commands share is obeyed as only one of them.
    ///
    /// Words that answer a question of the bot may be shared: there only one of the commands is possible.
    mutating func checkCommands() {
        var owners: [String: CommandWord] = [:]
        for word in pack.evidence.commandWords {
            guard let key = PackWord(word.word)?.text.lowercased() else { continue }
            guard let first = owners[key] else {
                owners[key] = word
                continue
            }
            guard first.command != word.command, !first.isReply, !word.isReply else { continue }
            log.warning(
                .commandClash, at: word.place, width: word.word.unicodeScalars.count,
                "\(word.word.named) means both \([first.name, word.name].listed(.and))",
                remedy: "keep it in one of them")
        }
    }

    /// A word that answers a question and is a command too is obeyed, so the answer cannot be given.
    mutating func checkAnswerWords(_ content: Content) {
        let commands = CommandWords(pack.evidence.commandWords)
        for question in pack.evidence.questions {
            for word in question.slot.accept.words(in: content) {
                guard let command = commands.obeyed(before: word) else { continue }
                let origin = log.words(for: command.place)
                log.warning(
                    .commandAnswer, at: question.place, width: question.slot.id.name.unicodeScalars.count,
                    "\(word.named) answers the question \(question.slot.id.name.named), but is obeyed as the command \(command.name.named)",
                    remedy: "take it out of the answers, or out of the command’s words at \(origin)")
            }
        }
    }
}

/// The words of those commands that go before a pending question.
private struct CommandWords {
    private var whole: [String: CommandWord] = [:]
    private var open: [(key: String, word: CommandWord)] = []

    init(_ words: [CommandWord]) {
        for word in words where word.goesFirst {
            guard let key = PackWord(word.word).map({ $0.text.lowercased() }) else { continue }
            whole[key] = whole[key] ?? word
            if word.word.hasSuffix("*") { open.append((key, word)) }
        }
    }

    /// The command that is obeyed where somebody answers with this word.
    func obeyed(before answer: String) -> CommandWord? {
        guard let key = PackWord(answer).map({ $0.text.lowercased() }) else { return nil }
        if let word = whole[key] { return word }
        return open.first { prefix, _ in
            guard key.hasPrefix(prefix), let last = prefix.unicodeScalars.last else { return false }
            let next = key.unicodeScalars.dropFirst(prefix.unicodeScalars.count).first
            return !(last.isLatin && next?.isLatin == true)
        }?.word
    }
}

extension CommandWord {
    /// What the word stands for.
    fileprivate var name: String { command?.rawValue ?? "languages" }

    /// Whether the word is said in answer to a question of the bot.
    fileprivate var isReply: Bool {
        switch command {
        case .yes, .no, .send, .selfSend, .neither, .notSolved: true
        default: false
        }
    }

    /// Whether the word is obeyed even where it answers the pending question.
    fileprivate var goesFirst: Bool {
        switch command {
        case .skip: false
        default: !isReply
        }
    }
}

extension Accept {
    /// The words that are taken for an answer as they are.
    fileprivate func words(in content: Content) -> [String] {
        switch self {
        case .choice(let choices): choices.flatMap(\.words)
        case .set(let id): content.sets[id]?.entries.flatMap(\.words).filter { !$0.hasSuffix("*") } ?? []
        default: []
        }
    }
}
