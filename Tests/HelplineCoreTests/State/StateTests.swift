import Testing

@testable import HelplineCore

@Suite struct StateTests {
    @Test("A state in the middle of a form comes back as it was")
    func roundTrip() throws {
        var chat = Chatter()
        chat.savesState = false
        for line in ["我的账号被盗了", "手续费多少", "USDT", "是", "好"] {
            try chat.say(line)
            let decoded = try Conversation(decoding: chat.conversation.encoded())
            #expect(decoded == chat.conversation)
        }
    }

    @Test("Damaged bytes are refused and never trap")
    func damaged() throws {
        var chat = Chatter()
        for line in ["我的账号被盗了", "USDT", "是", "好"] { try chat.say(line) }
        let bytes = chat.conversation.encoded()
        for length in 0..<bytes.count {
            #expect(throws: StateError.self) { try Conversation(decoding: Array(bytes[..<length])) }
        }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var damaged = bytes
            damaged[Int.random(in: damaged.indices, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            _ = try? Conversation(decoding: damaged)
        }
    }

    @Test("A state of another version is refused")
    func version() {
        #expect(throws: StateError.self) { try Conversation(decoding: [9, 0]) }
    }

    @Test("A state never exceeds 64 KB")
    func limit() throws {
        var chat = Chatter()
        let long = String(repeating: "长", count: 1300)
        for _ in 0..<60 { try chat.say(long) }
        #expect(chat.conversation.encoded().count <= 64 * 1024)
    }

    @Test("A reply comes back as it was")
    func reply() throws {
        var chat = Chatter()
        try chat.say("我的账号被盗了")
        for reply in chat.turn.replies {
            let decoded = try Reply(decoding: reply.encoded())
            #expect(decoded == reply)
        }
    }

    @Test(
        "A reference is read back in any way a person types it, and a wrong symbol is noticed",
        arguments: [
            "%@", "  %@ ", "lower", "bare",
        ])
    func reference(form: String) {
        let reference = Reference(random: 0x0F0F_1234_5678)
        let text =
            switch form {
            case "lower": reference.description.lowercased()
            case "bare": reference.description.replacing("-", with: "").replacing("HL", with: "")
            default: form.replacing("%@", with: reference.description)
            }
        #expect(Reference(parsing: text) == reference)
        var wrong = Array(reference.description)
        wrong[4] = wrong[4] == "A" ? "B" : "A"
        #expect(Reference(parsing: String(wrong)) == nil)
    }
}
