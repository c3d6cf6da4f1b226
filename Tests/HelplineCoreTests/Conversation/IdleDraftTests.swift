import Testing

@testable import HelplineCore

@Suite("A draft that nobody goes on with") struct IdleDraftTests {
    /// A mail that waits for “send”, in a conversation that began at the moment of `Chatter`.
    private func preview() throws -> Chatter {
        var chat = Chatter()
        for line in ["我的账号被盗了", "USDT", "是", "好", "zhang@example.com"] { try chat.say(line) }
        #expect(chat.turn.replies.last?.kind == .preview)
        return chat
    }

    private func wait(_ seconds: Int64, in chat: inout Chatter) {
        chat.environment.now = chat.environment.now.advanced(bySeconds: seconds)
    }

    @Test("Half an hour after the last message “send” sends nothing, and the user is told once")
    func tooLate() throws {
        var chat = try preview()
        wait(1800, in: &chat)
        #expect(try chat.say("发送").map { $0.contains("<draft_gone>") } == [true])
        #expect(chat.turn.effect == nil)
        #expect(chat.conversation.form == nil)
        #expect(try chat.say("发送").contains { $0.contains("<draft_gone>") } == false)
        #expect(chat.turn.effect == nil)
    }

    @Test("A moment earlier it is sent, and every message of the user gives the draft another half hour")
    func inTime() throws {
        var chat = try preview()
        for _ in 1...3 {
            wait(1799, in: &chat)
            try chat.say("手续费多少")
        }
        wait(1799, in: &chat)
        try chat.say("发送")
        #expect(chat.submitted != nil)
    }

    @Test(
        "What is said meanwhile is answered, and what only the draft could have understood is no miss",
        arguments: [("手续费多少", 2), ("跳过", 1), ("昨晚十点左右", 1)])
    func otherLines(line: String, replies: Int) throws {
        var chat = try preview()
        wait(7200, in: &chat)
        let said = try chat.say(line)
        #expect(said.count == replies)
        #expect(said.first?.contains("<draft_gone>") == true)
        #expect(chat.conversation.misses == 0)
    }

    @Test("Whoever begins again is not asked for what the conversation knew before the draft")
    func again() throws {
        var chat = try preview()
        wait(7200, in: &chat)
        try chat.say("人工")
        #expect(chat.turn.replies.last?.slot == "consent")
        try chat.say("好")
        #expect(chat.turn.replies.last?.slot == "contact")
        #expect(chat.conversation.form?.values["problem"]?.words.string == "我的账号被盗了")
    }

    @Test("The question whether to write at all waits longer: there is no draft yet")
    func consent() throws {
        var chat = Chatter()
        try chat.say("人工")
        #expect(!chat.conversation.hasDraft)
        wait(7200, in: &chat)
        #expect(try chat.say("好").contains { $0.contains("<draft_gone>") } == false)
        #expect(chat.turn.replies.last?.slot == "problem")
        #expect(chat.conversation.hasDraft)
    }

    @Test("The files of the draft go with it")
    func files() throws {
        var chat = try preview()
        try chat.say("", files: [SampleFile.picture("shot.png")])
        #expect(chat.conversation.fileNumbers.count == 1)
        wait(1800, in: &chat)
        try chat.say("手续费多少")
        #expect(chat.conversation.fileNumbers == [])
        #expect(chat.turn.changesFiles)
    }

    @Test("A kept conversation loses its draft without a message, and tells so at the next one")
    func withoutAMessage() throws {
        let chat = try preview()
        let dropped = KeptConversation(chat.conversation, replies: 5).withoutDraft()
        let kept = try #require(dropped)
        #expect(kept.replies == 5)
        #expect(kept.withoutDraft() == nil)
        var next = Chatter()
        next.conversation = try KeptConversation(decoding: kept.encoded()).conversation
        #expect(try next.say("发送").map { $0.contains("<draft_gone>") } == [true])
        #expect(next.turn.effect == nil)
    }

    @Test("Of a preview that is remembered its first line stays, other replies stay as they are")
    func remembered() throws {
        let chat = try preview()
        let preview = try #require(chat.turn.replies.last)
        let shown = RememberedReplies(message: "m5", replies: [NumberedReply(7, preview).encoded()])
        let shortened = shown.withoutDrafts()
        let kept = try #require(shortened)
        #expect(kept.message == "m5")
        let reply = try NumberedReply(decoding: try #require(kept.replies.first))
        #expect(reply.number == 7)
        #expect(reply.reply.draft == nil)
        #expect(reply.reply.text.string.contains("zhang@example.com") == false)
        #expect(reply.reply.text.isEmpty == false)
        #expect(kept.withoutDrafts() == nil)
    }

    @Test("A state of version 3, which knows no moment, opens with its draft, and gets a moment at the next message")
    func versionThree() throws {
        var chat = try preview()
        // What version 4 added: a present moment of seven bytes behind its mark, and the mark of the draft.
        var bytes = chat.conversation.encoded()
        #expect(bytes[0] == 4)
        bytes[0] = 3
        let moment = StateWriter.bytes(of: chat.environment.now.milliseconds)
        bytes.removeLast(1 + moment + 1)
        chat.conversation = try Conversation(decoding: bytes)
        #expect(chat.conversation.heard == nil)
        wait(7200, in: &chat)
        try chat.say("手续费多少")
        #expect(chat.conversation.hasDraft)
        wait(1800, in: &chat)
        #expect(try chat.say("发送").map { $0.contains("<draft_gone>") } == [true])
    }
}

extension StateWriter {
    /// How many bytes a number takes.
    fileprivate static func bytes(of number: Int64) -> Int {
        var writer = StateWriter()
        writer.write(number)
        return writer.bytes.count
    }
}
