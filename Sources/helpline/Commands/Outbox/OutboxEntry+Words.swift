import HelplineCore

/// What became of a mail, in the operator's words.
extension OutboxEntry {
    /// The name of the state, `written` for a mail that only stands in a file.
    ///
    /// Of a mail whose place was erased with its content, the way that mails go now decides.
    func stateName(where way: MailWay) -> String {
        isWritten(where: way) ? "written" : status.state.rawValue
    }

    /// Whether the mail stands in a file, and nothing sends it from there.
    func isWritten(where way: MailWay) -> Bool {
        let isForgotten = status.state == .sent && status.detail.isEmpty
        return isForgotten ? !way.sends : status.file(of: reference) != nil
    }

    /// Where a mail went, and when; nil where it went nowhere yet, or that is forgotten.
    func whereabouts(_ zone: ZoneTable) -> String? {
        guard status.state == .sent, !status.detail.isEmpty else { return nil }
        let time = zone.civilTime(at: status.moment).minuteText
        guard let file = status.file(of: reference) else { return "handed over at \(time): \(status.detail)" }
        return "written at \(time) to \(file); nothing sends it from there"
    }

    /// State and whereabouts together.
    func condition(_ way: MailWay, _ zone: ZoneTable) -> String {
        whereabouts(zone) ?? stateName(where: way)
    }
}
