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
}
