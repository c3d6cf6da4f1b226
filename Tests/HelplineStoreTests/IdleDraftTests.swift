import Foundation
import GRDB
import Testing

@testable import HelplineCore
@testable import HelplineStore

@Suite("Drafts that nobody goes on with") struct IdleDraftTests {
    let folder = TemporaryFolder()
    let store: Store

    init() throws {
        store = try Store(folder: folder.path)
    }

    /// A conversation whose preview waits for “send”, with a file and a word of its own.
    private func conversation(_ word: StaticString = "kept-word") -> KeptConversation {
        var conversation = Conversation()
        var form = Form(owner: .email)
        form.stage = .confirming
        let text = SafeText(stringLiteral: word)
        form.values["problem"] = SlotValue(canonical: text, words: text)
        conversation.form = form
        return KeptConversation(conversation, replies: 2)
    }

    private func draft(
        _ key: ConversationKey, at moment: Timestamp, version: Int64 = 0, word: StaticString = "kept-word"
    ) -> Commit {
        var preview = Reply(kind: .preview, text: "Preview\nkept-word", locale: "en")
        preview.draft = Reply.Draft(
            to: "team", replyTo: nil, subject: "s", body: "kept-word", attachments: [], redactions: 0, files: [])
        let replies = RememberedReplies(message: "m1", replies: [NumberedReply(1, preview).encoded()])
        var commit = turn(
            key, at: moment, version: version, state: conversation(word).encoded(), remembered: replies)
        commit.hasDraft = true
        commit.files = FileChange(
            drawer: key, added: [KeptFile(number: 1, bytes: Array("kept-file".utf8))], kept: [1])
        return commit
    }

    @Test("They leave the database after half an hour with files and previews; the conversation and its version stay")
    func dropped() async throws {
        _ = try await store.commit(draft(ann, at: noon))
        _ = try await store.commit(draft(bob, at: noon.advanced(bySeconds: 1)))
        #expect(try store.dropDrafts(idleSince: noon) == 1)
        let loaded = try await store.load(ann)
        let kept = try #require(loaded)
        #expect(kept.version == 1)
        let conversation = try KeptConversation(decoding: kept.state)
        #expect(conversation.replies == 2)
        #expect(!conversation.conversation.hasDraft)
        #expect(conversation.conversation.draftIsGone)
        #expect(try NumberedReply(decoding: try #require(kept.remembered.first?.replies.first)).reply.text == "Preview")
        #expect(try await store.files(of: ann) == [])
        #expect(try await store.files(of: bob).count == 1)
        #expect(try store.dropDrafts(idleSince: noon) == 0)
    }

    @Test("No byte of them is left in the folder")
    func bytes() async throws {
        _ = try await store.commit(draft(ann, at: noon))
        #expect(try folder.holds("kept-word") && folder.holds("kept-file"))
        try store.dropDrafts(idleSince: noon)
        #expect(try !folder.holds("kept-word") && !folder.holds("kept-file"))
    }

    @Test("A turn that was begun before the draft was dropped is still written")
    func underWay() async throws {
        _ = try await store.commit(draft(ann, at: noon))
        try store.dropDrafts(idleSince: noon)
        let later = draft(ann, at: noon.advanced(bySeconds: 9), version: 1)
        #expect(try await store.commit(later) == .committed(version: 2))
        #expect(try store.dropDrafts(idleSince: noon) == 0)
    }

    @Test("Conversations without a draft, and states that cannot be read, stay as they are")
    func others() async throws {
        _ = try await store.commit(turn(ann, state: KeptConversation(Conversation(), replies: 1).encoded()))
        var unreadable = turn(bob, state: [250, 1, 2])
        unreadable.hasDraft = true
        _ = try await store.commit(unreadable)
        #expect(try store.dropDrafts(idleSince: noon) == 0)
        #expect(try await store.load(bob)?.state == [250, 1, 2])
    }

    @Test("More of them than go into one transaction are all dropped")
    func many() async throws {
        let count = 2 * DraftDropper.batchSize + 1
        for number in 0..<count {
            _ = try await store.commit(draft(ConversationKey(relay: "web", name: "u\(number)"), at: noon))
        }
        #expect(try store.dropDrafts(idleSince: noon) == count)
    }

    @Test("In a database of the version before every conversation is looked at once")
    func earlierSchema() async throws {
        let steps = Array(Schema.current.steps.prefix(4))
        let other = TemporaryFolder()
        let old = try StoreDatabase(folder: other.path, schema: Schema(steps: steps), patience: 1)
        let state = Data(conversation().encoded())
        try old.write { db in
            let sql = "INSERT INTO conversations (relay, name, version, updated, state) VALUES ('irc', ?, 1, ?, ?)"
            try db.execute(sql: sql, arguments: ["ann", noon.milliseconds, state])
            try db.execute(sql: sql, arguments: ["eve", noon.milliseconds, Data([250, 1])])
        }
        try old.close()
        let new = try Store(folder: other.path)
        #expect(try new.dropDrafts(idleSince: noon) == 1)
        let kept = try await new.load(ann)
        #expect(try KeptConversation(decoding: try #require(kept?.state)).conversation.hasDraft == false)
    }
}
