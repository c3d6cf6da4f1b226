import Testing

@testable import HelplineCore

@Suite("What is kept of a conversation") struct KeptConversationTests {
    @Test("A conversation and a reply come back as they were")
    func roundTrip() throws {
        var chat = Chatter()
        for line in ["我的账号被盗了", "USDT"] { try chat.say(line) }
        let kept = KeptConversation(chat.conversation, replies: 300)
        #expect(try KeptConversation(decoding: kept.encoded()) == kept)
        for reply in chat.turn.replies {
            let numbered = NumberedReply(70_000, reply)
            #expect(try NumberedReply(decoding: numbered.encoded()) == numbered)
        }
    }

    @Test("Cut, changed or lengthened bytes are refused or read, and never trap")
    func damaged() throws {
        var chat = Chatter()
        try chat.say("我的账号被盗了")
        let bytes = KeptConversation(chat.conversation, replies: 3).encoded()
        for count in bytes.indices {
            #expect(throws: StateError.self) { try KeptConversation(decoding: Array(bytes[..<count])) }
            var changed = bytes
            changed[count] ^= 0x55
            _ = try? KeptConversation(decoding: changed)
        }
        #expect(throws: StateError.self) { try KeptConversation(decoding: bytes + [0]) }
    }

    @Test("What cannot be opened begins anew and says so; the numbers of its replies go on where they can be read")
    func anew() throws {
        var chat = Chatter()
        try chat.say("我的账号被盗了")
        var bytes = KeptConversation(chat.conversation, replies: 3).encoded()
        #expect(KeptConversation(opening: bytes) == KeptConversation(chat.conversation, replies: 3))
        // The version of the conversation: the first byte behind the version, the number and the length.
        let state = bytes.count - chat.conversation.encoded().count
        bytes[state] = 99
        let kept = KeptConversation(opening: bytes)
        #expect(kept.replies == 3)
        chat.conversation = kept.conversation
        #expect(try chat.say("手续费多少").first?.contains("<started_afresh>") == true)
        #expect(KeptConversation(opening: [7]).replies == 0)
    }
}
