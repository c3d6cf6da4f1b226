/// Skip, back and cancel.
extension Conversation {
    mutating func skip(_ voice: Voice) -> Turn {
        if form?.stage == .confirming { return say(.notice, voice.say(.previewUnclear), voice) }
        guard let form, form.stage == .asking, let slot = form.current else { return repeatQuestion(voice) }
        if form.asksConsent { return declineMail(voice) }
        // Whoever came back to a question and leaves it again has changed nothing.
        if form.values[slot] != nil { return proceed(voice, lead: voice.say(.unchanged)) }
        if !form.skipped.contains(slot) { self.form?.skipped.append(slot) }
        return proceed(voice, lead: voice.say(.skipped))
    }

    /// “I don't know” to the question whether to write a mail: what that means is said once, and it is asked again.
    mutating func hesitate(_ line: Line) -> Turn? {
        guard form?.asksConsent == true, form?.hasDoubted == false,
            line.voice.place(of: .unsureWords, in: line.text) != nil
        else { return nil }
        form?.hasDoubted = true
        let words = line.voice.say(.consentAgain)
        return form.map { Turn(replies: [question($0, line.voice, lead: words, isAgain: true)]) }
    }

    /// Returns to the question asked before, whose answer stands until there is another.
    mutating func goBack(_ voice: Voice) -> Turn {
        guard var form else { return Turn(replies: []) }
        if form.stage == .choosingField || form.isChange { return leaveChange(of: form, voice) }
        let before = form.asked.prefix { form.stage != .asking || $0 != form.current }
        guard let last = before.last, last != "consent" else {
            return withQuestion([voice.reply(.notice, [voice.say(.cannotGoBack)])], voice)
        }
        form.isChange = form.stage == .confirming
        form.stage = .asking
        form.skipped.removeAll { $0 == last }
        form.current = last
        form.tries = 0
        form.hasDoubted = false
        if !form.isChange { form.asked = Array(form.asked[...(form.asked.firstIndex(of: last) ?? 0)]) }
        self.form = form
        return Turn(replies: [question(form, voice, lead: currentValue(form, voice))])
    }

    /// What a question that is asked once more was answered with.
    func currentValue(_ form: Form, _ voice: Voice) -> SafeText {
        guard let value = form.current.flatMap({ form.values[$0] }) else { return SafeText() }
        return voice.say(.currentValue, ["list": value.words])
    }

    mutating func cancelForm(_ voice: Voice) -> Turn {
        // There is no draft yet that could be deleted.
        if form?.asksConsent == true { return declineMail(voice) }
        let key: TextKey = form?.owner == .email ? .mailCancelled : .formCancelled
        return endForm(voice, [voice.say(key)])
    }
}
