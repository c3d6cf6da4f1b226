/// A draft that nobody goes on with is dropped: nothing of it is sent, and it is kept no longer.
extension Conversation {
    /// How long a draft outlives the last message of its conversation, in seconds.
    public static let draftLife: Int64 = 30 * 60

    /// Whether an e-mail is being written: more than consent was asked, or files were given.
    public var hasDraft: Bool { form.map(isDraft) ?? false || suspended.contains(where: isDraft) }

    /// Drops the e-mail that is being written, with its files, where the last message came half an hour ago or earlier.
    ///
    /// The next turn says so. A state that knows no moment, of an earlier version, is left as it is.
    mutating func dropIdleDraft(at now: Timestamp) {
        guard let heard, heard.advanced(bySeconds: Self.draftLife) <= now else { return }
        dropDraft()
    }

    /// Drops the e-mail that is being written, with its files; the next turn says so.
    ///
    /// What the user came for stays known, so that a new e-mail need not be begun from nothing.
    mutating func dropDraft() {
        guard hasDraft else { return }
        if form.map(isDraft) == true { form = nil }
        suspended.removeAll(where: isDraft)
        draftIsGone = true
    }

    private func isDraft(_ form: Form) -> Bool {
        form.owner == .email && (!form.asksConsent || !form.files.isEmpty)
    }
}

extension KeptConversation {
    /// Without the e-mail that was being written; nil where there is none.
    public func withoutDraft() -> KeptConversation? {
        guard conversation.hasDraft else { return nil }
        var kept = self
        kept.conversation.dropDraft()
        return kept
    }
}
