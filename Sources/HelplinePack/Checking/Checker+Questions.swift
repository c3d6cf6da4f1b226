internal import HelplineCore

extension Checker {
    /// A question that sounds like a secret invites users to tell one.
    mutating func checkQuestions() {
        for question in pack.evidence.questions where question.takesText {
            let width = question.slot.id.name.unicodeScalars.count
            if question.slot.id.soundsSecret {
                log.warning(
                    .secretSlot, at: question.place, width: width,
                    "the question \(question.slot.id.name.named) seems to ask for a secret",
                    remedy:
                        "nobody may ask for phrases, keys, passwords or codes; ask whether it leaked instead")
            } else if let word = question.slot.secretAskedFor {
                log.warning(
                    .secretSlot, at: question.place, width: width,
                    "the question \(question.slot.id.name.named) speaks of \(word.named) and takes any text for an answer",
                    remedy:
                        "nobody may ask for phrases, keys, passwords or codes; ask whether it leaked instead")
            }
        }
    }

    /// Questions and texts that come into no conversation.
    mutating func checkOrder() {
        for (_, questions) in Dictionary(grouping: pack.evidence.questions, by: \.owner) {
            for question in questions { checkQuestion(question, among: questions) }
        }
        for (_, outcomes) in Dictionary(grouping: pack.evidence.outcomes, by: \.owner) { checkOutcomes(outcomes) }
    }

    private mutating func checkQuestion(_ question: WrittenQuestion, among all: [WrittenQuestion]) {
        let slot = question.slot
        let width = slot.id.name.unicodeScalars.count
        if let other = contradiction(of: slot.when, among: all) {
            log.warning(
                .unreachable, at: question.place, width: width,
                "the question \(slot.id.name.named) is never asked: where \(other.name.named) is asked at all, it has another answer",
                remedy: "compare both “when”")
        }
        guard slot.retry.count > max(slot.maxTries - 1, 0) else { return }
        log.note(
            .note, .unreachable, at: question.place, width: width,
            "\(slot.id.name.named) is asked \(slot.maxTries) times at most, so not all of its \(slot.retry.count) other wordings are said",
            remedy: "raise “max_tries”, or take out a wording")
    }

    /// The question whose own condition excludes what this condition wants, if one does.
    private func contradiction(of condition: Condition, among all: [WrittenQuestion]) -> SlotID? {
        var wanted = condition.values
        var open = Array(condition.values.keys).sorted()
        var seen: Set<SlotID> = []
        while let name = open.popLast() {
            guard seen.insert(name).inserted, let slot = all.first(where: { $0.slot.id == name })?.slot else {
                continue
            }
            for (other, values) in slot.when.values {
                open.append(other)
                guard let known = wanted[other], !known.isEmpty else {
                    wanted[other] = values
                    continue
                }
                let both = known.filter { values.isEmpty || values.contains($0) }
                if both.isEmpty { return other }
                wanted[other] = both
            }
        }
        return nil
    }

    /// The first entry that fits is said, so what an earlier one covers is not.
    private mutating func checkOutcomes(_ outcomes: [WrittenConsequence]) {
        for (index, outcome) in outcomes.enumerated() {
            guard let earlier = outcomes[..<index].first(where: { $0.when.covers(outcome.when) }) else { continue }
            log.warning(
                .unreachable, at: outcome.place,
                "this entry of “then” is never said: one before it fits wherever it would",
                remedy: "put the entry of line \(Int(earlier.place.line)) last, or give it a narrower “when”")
        }
    }
}

extension Condition {
    /// Whether this one holds wherever the other does.
    fileprivate func covers(_ other: Condition) -> Bool {
        values.allSatisfy { slot, accepted in
            guard let theirs = other.values[slot] else { return false }
            return accepted.isEmpty || (!theirs.isEmpty && theirs.allSatisfy(accepted.contains))
        }
    }
}

extension Slot {
    /// A word for a secret that the question asks to be told, nil where it names none or warns of it.
    fileprivate var secretAskedFor: String? {
        for text in prompt.texts.sorted(by: { $0.key < $1.key }).map({ $0.value.source.lowercased() }) {
            if Self.warnings.contains(where: text.contains) { continue }
            if let word = Self.secrets.first(where: text.contains) { return word }
        }
        return nil
    }

    private static let secrets = [
        "助记词", "私钥", "密码", "验证码", "口令", "cvv", "seed phrase", "recovery phrase", "secret phrase", "mnemonic",
        "private key", "password", "passcode", "verification code", "sms code", "pin code",
    ]

    private static let warnings = [
        "不要", "勿", "别", "请不", "无需", "不需要", "never", "do not", "don't", "don’t", "without",
    ]
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
