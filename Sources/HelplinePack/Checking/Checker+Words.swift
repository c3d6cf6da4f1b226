internal import HelplineCore

extension Checker {
    /// A question whose name sounds like a secret invites users to tell one.
    mutating func checkQuestions() {
        for question in pack.evidence.questions where question.takesText && question.slot.soundsSecret {
            log.warning(
                .secretSlot, at: question.place, width: question.slot.name.unicodeScalars.count,
                "the question \(question.slot.name.named) seems to ask for a secret",
                remedy: "nobody may ask for phrases, keys, passwords or codes; ask whether it leaked instead")
        }
    }

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
}

extension SlotID {
    /// Whether the name has a part that means a secret.
    fileprivate var soundsSecret: Bool {
        let parts = name.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
        if !Self.secrets.isDisjoint(with: parts) { return true }
        return zip(parts, parts.dropFirst()).contains { Self.secretPairs.contains("\($0) \($1)") }
    }

    private static let secrets: Set = [
        "password", "passwd", "pwd", "passcode", "passphrase", "pin", "mnemonic", "seed", "secret", "otp", "cvv", "cvc",
        "keystore", "privatekey", "privkey",
    ]

    private static let secretPairs: Set = [
        "private key", "recovery phrase", "backup phrase", "recovery key", "secret key", "verification code",
        "security code", "login code", "sms code", "card number", "id number",
    ]
}
