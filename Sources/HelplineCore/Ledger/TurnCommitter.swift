/// Carries a turn out: performs its effect, settles it, and hands over the replies only when all is durable.
///
/// One for every way of talking to the bot. It holds no conversation; the caller keeps the old value until the
/// completion brings the new one.
public struct TurnCommitter: Sendable {
    /// Whose turn is carried out, and what is kept of it.
    public struct Subject: Sendable {
        /// The conversation's key.
        public var key: ConversationKey
        /// Whether the conversation itself is kept, or only its mails.
        public var persists: Bool
        /// The version the turn was computed from.
        public var version: Int64
        /// How many replies the conversation had before.
        public var replies: Int
        /// The relay's id of the message, to remember its replies; nil where none is remembered.
        public var message: String?
        /// Where the files of its drafts are kept: a key that no other conversation has, of any process.
        public var drawer: ConversationKey
        /// Whence its mails come.
        public var source: MailSource

        /// Describes whose turn it is.
        ///
        /// Without a drawer of their own its files are kept under its key.
        public init(
            key: ConversationKey, persists: Bool = false, version: Int64 = 0, replies: Int = 0,
            message: String? = nil, drawer: ConversationKey? = nil, source: MailSource = .local
        ) {
            self.source = source
            self.drawer = drawer ?? key
            self.key = key
            self.persists = persists
            self.version = version
            self.replies = replies
            self.message = message
        }
    }

    /// The end of a turn.
    public struct Completion: Sendable {
        /// The conversation as it now stands; the old one where the commit failed.
        public var conversation: Conversation
        /// Its version.
        public var version: Int64
        /// What to say.
        public var replies: [Reply]
        /// Why the turn could not be made durable; the replies then say so, and nothing is remembered.
        public var failure: LedgerError?
        /// Whether it failed because somebody else wrote the conversation: the caller's value is old and is to be
        /// loaded.
        public var isStale = false
        /// What the message has revealed in earlier replies; those that are kept are masked already.
        public var masking: Masking?
        /// Whether the user took leave.
        public var ends: Bool
        /// The name of the mail that was accepted in this turn.
        public var accepted: Reference?
        /// What that mail says.
        public var escalation: Escalation?
    }

    private let ledger: any Ledger
    private let composer: any Composer
    private let dispatch: @Sendable () -> Dispatch
    private let random: @Sendable () -> UInt64
    private let announce: @Sendable () -> Void

    /// Joins a ledger and a composer.
    ///
    /// - Parameters:
    ///   - ledger: where turns become durable.
    ///   - composer: what makes mails of escalations.
    ///   - dispatch: what a receipt may say of a mail's way just now.
    ///   - random: the source of references, unguessable outside tests.
    ///   - announce: called when a mail has been committed, before the replies are handed over; on the ledger's thread,
    ///     so it must return at once.
    public init(
        ledger: any Ledger, composer: any Composer, dispatch: @escaping @Sendable () -> Dispatch,
        random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) },
        announce: @escaping @Sendable () -> Void = {}
    ) {
        self.ledger = ledger
        self.composer = composer
        self.dispatch = dispatch
        self.random = random
        self.announce = announce
    }

    /// Joins a ledger and a composer whose mails all go the same way.
    public init(
        ledger: any Ledger, composer: any Composer, dispatch: Dispatch,
        random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }
    ) {
        self.init(ledger: ledger, composer: composer, dispatch: { dispatch }, random: random)
    }

    /// Whether a turn needs the ledger at all; where it does not, its replies may be said at once.
    public static func needsCommit(_ turn: Turn, persists: Bool) -> Bool {
        persists || turn.effect != nil || !turn.news.isEmpty || turn.changesFiles
    }

    /// Carries out `turn`, which `next` has just given and `previous` is the value before.
    ///
    /// The completion runs on the ledger's thread, or at once where nothing is to be written.
    public func finish(
        _ turn: Turn, previous: Conversation, next: Conversation, subject: Subject, environment: Environment,
        knowledge: KnowledgeBase, then: @escaping @Sendable (Completion) -> Void
    ) {
        let work = Work(
            previous: previous, next: next, masking: turn.masking, files: turn.files, subject: subject,
            environment: environment,
            knowledge: knowledge, then: then)
        switch turn.effect {
        case nil: tellNews(turn, of: next, work)
        case .submit(let escalation):
            withFiles(of: escalation, work) { submit($0, work, attempt: 0) }
        case .lookup(let reference):
            ledger.lookup(reference, for: subject.key, at: environment.now) { result in
                switch result {
                case .success(let status): settle(.status(told(status, of: reference)), work)
                case .failure(let error): work.fail(error)
                }
            }
        case .lookupAll(let references):
            statuses(of: references, work) { settle(.statuses($0), work) }
        case .weigh(let reference):
            statuses(of: [reference], work) { settle(.weighed(reference, $0[reference]), work) }
        case .withdraw(let reference):
            ledger.withdraw(reference, for: subject.key, at: environment.now) { result in
                switch result {
                case .success(let isDone):
                    statuses(of: [reference], work) {
                        settle(.withdrawn(reference, isDone: isDone, $0[reference]), work)
                    }
                case .failure(let error): work.fail(error)
                }
            }
        }
    }

    /// A mail offered to the ledger, and what it was made of.
    private struct Accepted: Sendable {
        let mail: OutgoingMail
        let escalation: Escalation
    }

    /// A turn under way.
    private struct Work: Sendable {
        let previous: Conversation
        let next: Conversation
        let masking: Masking?
        /// The files that the message brought.
        let files: [KeptFile]
        let subject: Subject
        let environment: Environment
        let knowledge: KnowledgeBase
        let then: @Sendable (Completion) -> Void

        func end(_ turn: Turn, of conversation: Conversation, version: Int64, accepted: Accepted? = nil) {
            then(
                Completion(
                    conversation: conversation, version: version, replies: turn.replies, failure: nil,
                    masking: masking, ends: turn.ends, accepted: accepted?.mail.reference,
                    escalation: accepted?.escalation))
        }

        /// What becomes of the files where `conversation` is kept; nil where they stay as they are.
        func change(to conversation: Conversation) -> FileChange? {
            let kept = conversation.fileNumbers
            guard !files.isEmpty || kept != previous.fileNumbers else { return nil }
            return FileChange(drawer: subject.drawer, added: files.filter { kept.contains($0.number) }, kept: kept)
        }

        /// There is no room for the files of the message: nothing of it was taken, and the user is told how to go on.
        func refuseFiles() {
            let reply = previous.failureReply(.fileNoRoom, in: environment, with: knowledge)
            then(
                Completion(
                    conversation: previous, version: subject.version, replies: [reply],
                    failure: nil, ends: false))
        }

        /// Nothing was written: the old value stays, and the user is told.
        func fail(_ error: LedgerError, withMail: Bool = false, isStale: Bool = false) {
            let reply = previous.failureReply(withMail ? .notAccepted : .notSaved, in: environment, with: knowledge)
            then(
                Completion(
                    conversation: previous, version: subject.version, replies: [reply], failure: error,
                    isStale: isStale, ends: false))
        }
    }

    /// A status with the way that the mail went; where its place is forgotten, the one that mails go now.
    private func told(_ status: MailStatus?, of reference: Reference) -> MailStatus? {
        guard var status else { return nil }
        status.isWrittenOnly = status.detail.isEmpty ? dispatch() != .queued : status.file(of: reference) != nil
        return status
    }

    /// Looks up mails one after the other; those that are unknown are left out.
    private func statuses(
        of references: [Reference], _ work: Work, found: [Reference: MailStatus] = [:],
        then: @escaping @Sendable ([Reference: MailStatus]) -> Void
    ) {
        guard let reference = references.first else { return then(found) }
        ledger.lookup(reference, for: work.subject.key, at: work.environment.now) { result in
            switch result {
            case .success(let status):
                var found = found
                found[reference] = told(status, of: reference)
                statuses(of: Array(references.dropFirst()), work, found: found, then: then)
            case .failure(let error): work.fail(error)
            }
        }
    }

    /// Commits a turn without effect, after what became of its conversation's mails.
    private func tellNews(_ turn: Turn, of conversation: Conversation, _ work: Work) {
        guard !turn.news.isEmpty else { return commit(turn, of: conversation, accepted: nil, work) }
        statuses(of: turn.news, work) { statuses in
            var conversation = conversation
            let turn = conversation.hear(statuses, in: turn, work.environment, work.knowledge)
            commit(turn, of: conversation, accepted: nil, work)
        }
    }

    /// Settles an effect that wrote nothing, and commits what it leads to.
    private func settle(_ outcome: Outcome, _ work: Work) {
        var settled = work.next
        let turn = settled.settle(outcome, in: work.environment, with: work.knowledge)
        commit(turn, of: settled, accepted: nil, work)
    }

    /// Fills in the bytes of the files that go with a mail; where some are no longer kept, the user is told.
    private func withFiles(
        of escalation: Escalation, _ work: Work, then: @escaping @Sendable (Escalation) -> Void
    ) {
        guard !escalation.files.isEmpty else { return then(escalation) }
        ledger.files(of: work.subject.drawer) { result in
            switch result {
            case .failure(let error): work.fail(error, withMail: true)
            case .success(let kept):
                var escalation = escalation
                let bytes = Dictionary((kept + work.files).map { ($0.number, $0.bytes) }) { $1 }
                for index in escalation.files.indices {
                    escalation.files[index].bytes = bytes[escalation.files[index].file.number]
                }
                let gone = escalation.files.filter { $0.bytes == nil }.map(\.file.number)
                if gone.isEmpty { then(escalation) } else { settle(.filesGone(gone), work) }
            }
        }
    }

    /// Offers state, replies and mail to the ledger under a reference just drawn.
    ///
    /// - Parameter due: when the mail goes out, where the ledger has told that others go before it.
    private func submit(_ escalation: Escalation, _ work: Work, attempt: Int, due: Timestamp? = nil) {
        guard attempt < 8 else {
            let error = LedgerError("Eight references in a row were taken; the source of randomness is broken.")
            return work.fail(error, withMail: true)
        }
        let reference = Reference(random: random())
        let composed: ComposedMail
        do {
            composed = try composer.compose(
                escalation, reference: reference, at: work.environment.now, in: work.environment.zone)
        } catch {
            return work.fail(LedgerError(error.description), withMail: true)
        }
        let mail = OutgoingMail(
            reference: reference, category: escalation.category, replyTo: escalation.replyTo?.string.lowercased(),
            contentHash: escalation.contentHash, composed: composed, parent: escalation.parent,
            mayWait: due != nil, source: work.subject.source, isUrgent: escalation.urgent)
        var settled = work.next
        let outcome: Outcome = due.map { .acceptedLater(reference, $0) } ?? .accepted(reference, dispatch())
        let turn = settled.settle(outcome, in: work.environment, with: work.knowledge)
        let accepted = Accepted(mail: mail, escalation: escalation)
        commit(turn, of: settled, accepted: accepted, work) {
            submit(escalation, work, attempt: attempt + 1, due: $0 ?? due)
        }
    }

    private func commit(
        _ turn: Turn, of conversation: Conversation, accepted: Accepted?, _ work: Work,
        again: @escaping @Sendable (Timestamp?) -> Void = { _ in }
    ) {
        let subject = work.subject
        let files = work.change(to: conversation)
        guard subject.persists || accepted != nil || files != nil else {
            return work.end(turn, of: conversation, version: subject.version)
        }
        var commit = Commit(
            key: subject.key, moment: work.environment.now, expectedVersion: subject.version, state: nil,
            mail: accepted?.mail, files: files)
        if subject.persists { subject.keep(turn.replies, conversation, in: &commit) }
        withMaskedReplies(commit, work) { commit in
            offer(commit, turn, of: conversation, accepted: accepted, work, again: again)
        }
    }

    /// Adds the replies of earlier messages in which this one has revealed a secret.
    ///
    /// They are read anew, which happens as rarely as it must: what the ledger keeps is what has to be masked.
    private func withMaskedReplies(
        _ commit: Commit, _ work: Work, then: @escaping @Sendable (Commit) -> Void
    ) {
        guard work.subject.persists, let masking = work.masking else { return then(commit) }
        ledger.load(work.subject.key) { result in
            switch result {
            case .failure(let error): work.fail(error, withMail: commit.mail != nil)
            case .success(let kept):
                var commit = commit
                commit.masksEarlier = true
                commit.rewritten = kept?.remembered.compactMap { $0.masked(masking) } ?? []
                then(commit)
            }
        }
    }

    private func offer(
        _ commit: Commit, _ turn: Turn, of conversation: Conversation, accepted: Accepted?, _ work: Work,
        again: @escaping @Sendable (Timestamp?) -> Void
    ) {
        ledger.commit(commit) { result in
            switch result {
            case .success(.committed(let version)):
                if accepted != nil { announce() }
                work.end(turn, of: conversation, version: version, accepted: accepted)
            case .success(.duplicate(let reference)): settle(.duplicate(of: reference), work)
            case .success(.limited(let moment)): settle(.limited(until: moment), work)
            case .success(.filesFull): work.refuseFiles()
            case .success(.referenceTaken): again(nil)
            case .success(.delayed(let moment)): again(moment)
            case .success(.conflict(let version)):
                work.fail(
                    LedgerError("The conversation was written by somebody else, who made it version \(version)."),
                    withMail: accepted != nil, isStale: true)
            case .failure(let error): work.fail(error, withMail: accepted != nil)
            }
        }
    }
}

extension TurnCommitter.Subject {
    /// Puts the next state and the replies to the message into a commit.
    fileprivate func keep(_ said: [Reply], _ conversation: Conversation, in commit: inout Commit) {
        commit.state = KeptConversation(conversation, replies: replies + said.count).encoded()
        commit.hasDraft = conversation.hasDraft
        guard let message else { return }
        let numbered = said.enumerated().map { NumberedReply(replies + 1 + $0.offset, $0.element) }
        commit.remembered = RememberedReplies(message: message, replies: numbered.map { $0.encoded() })
    }
}

extension RememberedReplies {
    /// The same replies without what was revealed; nil where nothing of it stands in them, or they cannot be read.
    fileprivate func masked(_ masking: Masking) -> RememberedReplies? {
        let masked = replies.map { bytes -> [UInt8] in
            guard let numbered = try? NumberedReply(decoding: bytes) else { return bytes }
            return NumberedReply(numbered.number, numbered.reply.masked(masking)).encoded()
        }
        return masked == replies ? nil : RememberedReplies(message: message, replies: masked)
    }
}

extension Conversation {
    /// What the user reads where a turn could not be kept.
    func failureReply(_ key: TextKey, in environment: Environment, with knowledge: KnowledgeBase) -> Reply {
        let voice = Voice(
            knowledge, locale: locale ?? knowledge.content.locales.standard, environment)
        return stamped(voice.reply(.notice, [voice.say(key)]))
    }
}
