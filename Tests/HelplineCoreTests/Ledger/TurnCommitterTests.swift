import PatternSet
import Synchronization
import Testing

@testable import HelplineCore

/// A ledger that answers as it is told and remembers what it was offered.
private final class ScriptedLedger: Ledger {
    private let answers: Mutex<[Result<CommitOutcome, LedgerError>]>
    private let kept: StoredConversation?
    private let drafts: [KeptFile]
    private let status: MailStatus?
    let commits = Mutex<[Commit]>([])

    init(
        _ answers: [Result<CommitOutcome, LedgerError>], kept: StoredConversation? = nil, drafts: [KeptFile] = [],
        status: MailStatus? = nil
    ) {
        self.drafts = drafts
        self.status = status
        self.answers = Mutex(answers)
        self.kept = kept
    }

    func load(
        _ key: ConversationKey, then: @escaping @Sendable (Result<StoredConversation?, LedgerError>) -> Void
    ) {
        then(.success(kept))
    }

    func files(of key: ConversationKey, then: @escaping @Sendable (Result<[KeptFile], LedgerError>) -> Void) {
        then(.success(drafts))
    }

    func forget(_ key: ConversationKey, then: @escaping @Sendable (Result<Void, LedgerError>) -> Void) {
        then(.success(()))
    }

    func commit(_ commit: Commit, then: @escaping @Sendable (Result<CommitOutcome, LedgerError>) -> Void) {
        commits.withLock { $0.append(commit) }
        then(answers.withLock { $0.isEmpty ? .success(.committed(version: 1)) : $0.removeFirst() })
    }

    func lookup(
        _ reference: Reference, for key: ConversationKey, at moment: Timestamp,
        then: @escaping @Sendable (Result<MailStatus?, LedgerError>) -> Void
    ) {
        then(.success(status))
    }
}

private struct PlainComposer: Composer {
    func compose(
        _ escalation: Escalation, reference: Reference, at moment: Timestamp, in zone: ZoneTable
    ) throws(ComposerError) -> ComposedMail {
        if escalation.category == "broken" { throw ComposerError("broken") }
        return ComposedMail(
            messageID: "<\(reference)@x>", sender: "a@x.example", recipient: escalation.recipient,
            subject: "[\(reference)] \(escalation.subject)", bytes: Array(escalation.body.string.utf8))
    }
}

@Suite struct TurnCommitterTests {
    /// Says “send” on a preview and carries the turn out against a scripted ledger.
    private func send(
        _ answers: [Result<CommitOutcome, LedgerError>], dispatch: Dispatch = .queued,
        announce: @escaping @Sendable () -> Void = {}
    ) throws -> (completion: TurnCommitter.Completion, commits: [Commit]) {
        var chat = Chatter()
        for line in ["我的账号被盗了", "USDT", "是", "好", "zhang@example.com"] { try chat.say(line) }
        let previous = chat.conversation
        try chat.say("发送")
        let ledger = ScriptedLedger(answers)
        let numbers = Mutex<UInt64>(0)
        let committer = TurnCommitter(
            ledger: ledger, composer: PlainComposer(), dispatch: { dispatch },
            random: {
                numbers.withLock { number in
                    number += 1
                    return number
                }
            }, announce: announce)
        let end = Mutex<TurnCommitter.Completion?>(nil)
        committer.finish(
            chat.turn, previous: previous, next: chat.conversation,
            subject: .init(key: ConversationKey(relay: "test", name: "u1")), environment: chat.environment,
            knowledge: chat.knowledge
        ) { completion in end.withLock { $0 = completion } }
        let completion = try #require(end.withLock { $0 })
        return (completion, ledger.commits.withLock { $0 })
    }

    @Test("A receipt is said only for a mail that was committed, under its reference")
    func accepted() throws {
        let (completion, commits) = try send([.success(.committed(version: 1))])
        #expect(commits.count == 1)
        let mail = try #require(commits.first?.mail)
        #expect(completion.accepted == mail.reference)
        #expect(completion.replies.first?.state == .sent)
        #expect(completion.replies.first?.text.string.contains(mail.reference.description) == true)
        #expect(mail.replyTo == "zhang@example.com")
        #expect(completion.conversation.form == nil)
    }

    @Test(
        "Whether a mail was sent or only written is told by where it went, and by today's way once that is forgotten",
        arguments: [
            ("/state/outbox/REFERENCE.eml", Dispatch.queued, TextKey.statusWritten),
            ("Maildir/new/1800000000.REFERENCE.helpline", .queued, .statusWritten),
            ("mail.example:587: 250 2.0.0 Ok: queued as 4B1", .written, .statusSent),
            ("/usr/sbin/sendmail", .written, .statusSent), ("", .queued, .statusSent), ("", .written, .statusWritten),
            ("", .stored, .statusWritten),
        ])
    func whereabouts(place: String, dispatch: Dispatch, expected: TextKey) throws {
        let reference = Reference(random: 7)
        let status = MailStatus(
            state: .sent, created: Timestamp(seconds: 1), moment: Timestamp(seconds: 2), attempts: 1,
            detail: place.replacing("REFERENCE", with: reference.description))
        var chat = Chatter()
        let previous = chat.conversation
        try chat.say("查 \(reference)")
        let committer = TurnCommitter(
            ledger: ScriptedLedger([], status: status), composer: PlainComposer(), dispatch: dispatch)
        let said = Mutex("")
        committer.finish(
            chat.turn, previous: previous, next: chat.conversation,
            subject: .init(key: ConversationKey(relay: "test", name: "u1")), environment: chat.environment,
            knowledge: chat.knowledge
        ) { completion in said.withLock { $0 = completion.replies.map(\.text.string).joined() } }
        #expect(said.withLock { $0 }.contains("<\(expected.rawValue)>"))
    }

    @Test("A reference that is taken is drawn anew, and nothing of the first is shown")
    func referenceTaken() throws {
        let (completion, commits) = try send([.success(.referenceTaken), .success(.committed(version: 1))])
        #expect(commits.compactMap(\.mail?.reference).count == 2)
        #expect(completion.accepted == commits.last?.mail?.reference)
        let first = try #require(commits.first?.mail?.reference)
        #expect(completion.replies.allSatisfy { !$0.text.string.contains(first.description) })
    }

    @Test(
        "Who has to wait for others is told when the mail goes out, by whichever way",
        arguments: [
            Dispatch.queued, .written, .stored,
        ])
    func delayed(dispatch: Dispatch) throws {
        let later = Timestamp(seconds: 1_795_345_200)
        let (completion, commits) = try send(
            [.success(.delayed(until: later)), .success(.committed(version: 1))], dispatch: dispatch)
        #expect(commits.map(\.mail?.mayWait) == [false, true])
        let text = try #require(completion.replies.first?.text.string)
        #expect(text.contains("<receipt_waiting>"))
        #expect(text.contains("2026-11-22 19:00"))
        #expect(completion.accepted == commits.last?.mail?.reference)
    }

    @Test("The same complaint leads to the first reference, and writes nothing")
    func duplicate() throws {
        let (completion, _) = try send([.success(.duplicate(of: .sample))])
        #expect(completion.accepted == nil)
        #expect(completion.replies.first?.text.string.contains(Reference.sample.description) == true)
        #expect(completion.replies.first?.state == .idle)
    }

    @Test(
        "A limit and a failed commit keep the draft at its preview",
        arguments: [
            Result<CommitOutcome, LedgerError>.success(.limited(until: Timestamp(seconds: 1_795_345_200))),
            .failure(LedgerError("the disk is full")), .success(.conflict(version: 7)),
        ])
    func kept(answer: Result<CommitOutcome, LedgerError>) throws {
        let (completion, _) = try send([answer])
        #expect(completion.accepted == nil)
        #expect(completion.replies.count == 1)
        #expect(completion.replies.first?.state == .confirm)
        #expect(completion.conversation.form?.stage == .confirming)
        #expect(completion.conversation.form?.values["contact"]?.words.string == "zhang@example.com")
    }

    @Test(
        "The delivery hears of a mail once it is committed, and of nothing that is not",
        arguments: [
            ([Result<CommitOutcome, LedgerError>.success(.committed(version: 1))], 1),
            ([.success(.referenceTaken), .success(.committed(version: 1))], 1),
            ([.failure(LedgerError("the disk is full"))], 0), ([.success(.conflict(version: 7))], 0),
            ([.success(.limited(until: Timestamp(seconds: 1_795_345_200)))], 0),
            ([.success(.duplicate(of: Reference(random: 7)))], 0),
        ])
    func announces(answers: [Result<CommitOutcome, LedgerError>], times: Int) throws {
        let heard = Mutex(0)
        _ = try send(answers) { heard.withLock { $0 += 1 } }
        #expect(heard.withLock { $0 } == times)
    }

    @Test("A failed commit says so and is reported to the operator")
    func failed() throws {
        let (completion, _) = try send([.failure(LedgerError("the disk is full"))])
        #expect(completion.failure == LedgerError("the disk is full"))
        #expect(completion.replies.first?.text.string.contains("<not_accepted>") == true)
    }

    @Test("A source of references that repeats itself ends in words, not in a loop")
    func alwaysTaken() throws {
        let (completion, commits) = try send(Array(repeating: .success(.referenceTaken), count: 20))
        #expect(commits.count == 8)
        #expect(completion.failure != nil)
        #expect(completion.replies.first?.state == .confirm)
    }

    /// Says lines in a conversation that is kept, each committed by itself; the commits and the last completion.
    private func keep(
        _ lines: [String], kept: StoredConversation? = nil, _ answers: [Result<CommitOutcome, LedgerError>] = []
    ) throws -> (commits: [Commit], last: TurnCommitter.Completion) {
        var chat = Chatter()
        let ledger = ScriptedLedger(answers, kept: kept)
        let committer = TurnCommitter(ledger: ledger, composer: PlainComposer(), dispatch: .written)
        let end = Mutex<TurnCommitter.Completion?>(nil)
        var replies = 0
        for (place, line) in lines.enumerated() {
            let previous = chat.conversation
            try chat.say(line)
            let subject = TurnCommitter.Subject(
                key: ConversationKey(relay: "irc", name: "u1"), persists: true, version: Int64(place),
                replies: replies, message: "m\(place)")
            committer.finish(
                chat.turn, previous: previous, next: chat.conversation, subject: subject,
                environment: chat.environment, knowledge: chat.knowledge
            ) { completion in end.withLock { $0 = completion } }
            replies += end.withLock { $0?.replies.count ?? 0 }
        }
        return (ledger.commits.withLock { $0 }, try #require(end.withLock { $0 }))
    }

    @Test("A conversation that is kept is committed with its replies, numbered on")
    func keeps() throws {
        let (commits, last) = try keep(["我的账号被盗了", "USDT"])
        #expect(commits.map(\.expectedVersion) == [0, 1])
        let first = try #require(commits.first?.remembered)
        let second = try #require(commits.last?.remembered)
        #expect([first.message, second.message] == ["m0", "m1"])
        let numbers = try (first.replies + second.replies).map { try NumberedReply(decoding: $0).number }
        #expect(numbers == Array(1...numbers.count))
        let kept = try KeptConversation(decoding: try #require(commits.last?.state))
        #expect(kept.replies == numbers.count)
        #expect(kept.conversation == last.conversation)
        #expect(!commits.contains { $0.masksEarlier })
    }

    @Test("What a message reveals is masked in the replies of earlier ones, in the same commit")
    func masks() throws {
        let echo = Reply(kind: .question, text: SafeText(trusting: "You said: Abc12345!"), locale: "en")
        let other = Reply(kind: .question, text: "Nothing of it.", locale: "en")
        let kept = StoredConversation(
            version: 1, state: [],
            remembered: [
                RememberedReplies(message: "m0", replies: [NumberedReply(1, echo).encoded()]),
                RememberedReplies(message: "m9", replies: [NumberedReply(2, other).encoded()]),
            ])
        let (commits, last) = try keep(["Abc12345!", "that is my password"], kept: kept)
        let commit = try #require(commits.last)
        #expect(commit.masksEarlier)
        #expect(commit.rewritten.map(\.message) == ["m0"])
        let rewritten = try NumberedReply(decoding: try #require(commit.rewritten.first?.replies.first))
        #expect(rewritten.number == 1)
        #expect(!rewritten.reply.text.string.contains("Abc12345"))
        let masking = try #require(last.masking)
        #expect(!echo.masked(masking).text.string.contains("Abc12345"))
        #expect(other.masked(masking) == other)
    }

    /// Attaches a picture on a preview, or says a line after it was attached, and carries the turn out.
    private func withPicture(
        then line: String?, drafts: [KeptFile] = [], _ answers: [Result<CommitOutcome, LedgerError>] = []
    ) throws -> (commits: [Commit], end: TurnCommitter.Completion) {
        var chat = Chatter()
        for line in ["我的账号被盗了", "USDT", "是", "好", "zhang@example.com"] { try chat.say(line) }
        var previous = chat.conversation
        try chat.say("", files: [SampleFile.picture("a.png")])
        if let line {
            previous = chat.conversation
            try chat.say(line)
        }
        let ledger = ScriptedLedger(answers, drafts: drafts)
        let end = Mutex<TurnCommitter.Completion?>(nil)
        #expect(TurnCommitter.needsCommit(chat.turn, persists: false))
        TurnCommitter(ledger: ledger, composer: PlainComposer(), dispatch: .written).finish(
            chat.turn, previous: previous, next: chat.conversation,
            subject: .init(key: ConversationKey(relay: "chat", name: "u1"), drawer: .init(relay: "chat", name: "d")),
            environment: chat.environment, knowledge: chat.knowledge
        ) { completion in end.withLock { $0 = completion } }
        return (ledger.commits.withLock { $0 }, try #require(end.withLock { $0 }))
    }

    @Test("A file is committed with its turn, also where the conversation itself is not kept")
    func keepsFile() throws {
        let (commits, end) = try withPicture(then: nil)
        #expect(commits.count == 1)
        #expect(commits[0].state == nil)
        #expect(commits[0].files?.drawer == ConversationKey(relay: "chat", name: "d"))
        #expect(commits[0].files?.added.map(\.number) == [1])
        #expect(commits[0].files?.kept == [1])
        #expect(end.replies.first?.kind == .preview)
    }

    @Test("Cancelling erases the files in a commit of its own")
    func dropsFile() throws {
        let (commits, _) = try withPicture(then: "取消")
        #expect(commits.map(\.files) == [FileChange(drawer: .init(relay: "chat", name: "d"), added: [], kept: [])])
    }

    @Test("A mail takes its files along, and they leave the drawer in the same commit")
    func mailsFile() throws {
        let (commits, end) = try withPicture(then: "发送", drafts: [KeptFile(number: 1, bytes: SampleFile.png)])
        #expect(end.escalation?.files.map(\.bytes) == [SampleFile.png])
        #expect(commits.count == 1)
        #expect(commits[0].mail != nil)
        #expect(commits[0].files?.kept == [])
    }

    @Test("A mail whose file is no longer kept is not submitted, and the user is told")
    func lostFile() throws {
        let (commits, end) = try withPicture(then: "发送")
        #expect(commits.allSatisfy { $0.mail == nil })
        #expect(end.accepted == nil)
        #expect(end.replies.first?.text.string.contains("<file_gone>a.png") == true)
        #expect(end.conversation.form?.files == [])
    }

    @Test("Where there is no room the message is not taken, in words")
    func noRoom() throws {
        let (_, end) = try withPicture(then: nil, [.success(.filesFull)])
        #expect(end.replies.first?.text.string.contains("<file_no_room>") == true)
        #expect(end.conversation.fileNumbers == [])
        #expect(end.failure == nil)
    }

    @Test("A conversation that somebody else wrote is told to be stale")
    func stale() throws {
        #expect(try keep(["hi"], [.success(.conflict(version: 7))]).last.isStale)
        #expect(try !keep(["hi"], [.failure(LedgerError("the disk is full"))]).last.isStale)
    }
}
