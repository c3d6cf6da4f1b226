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

    @Test("A state of version 1 opens with what it knew")
    func versionOne() throws {
        var writer = StateWriter()
        writer.writeOldForm(version: 1)
        writer.writeNothing(2)  // interrupted forms, live contexts
        writer.write(list: [IntentID("fees")]) { $0.write($1) }
        writer.write(1)
        writer.write(0)
        writer.write(IntentID("fees")) { $0.write($1) }
        writer.write(false)  // no concern
        writer.writeOldEnd()
        var chat = Chatter()
        chat.conversation = try Conversation(decoding: writer.bytes)
        #expect(chat.conversation.form?.values["asset"]?.canonical.string == "BTC")
        #expect(chat.conversation.form?.tries == 1)
        #expect(chat.conversation.aftermath == .helped("fees"))
        try chat.say("泄露了")
        #expect(chat.turn.replies.last?.slot == "consent")
    }

    @Test("A state of version 2 opens in the middle of a form, and the conversation goes on")
    func versionTwo() throws {
        var writer = StateWriter()
        writer.writeOldForm(version: 2)
        writer.write(list: [SlotID("asset")]) { $0.write($1) }  // answered
        writer.write(false)
        writer.write(false)
        writer.write(String?.none) { $0.write($1) }  // no first mail
        writer.writeNothing(2)  // interrupted forms, live contexts
        writer.write(list: [IntentID("fees")]) { $0.write($1) }
        writer.write(1)
        writer.write(0)
        writer.write(IntentID?.none) { $0.write($1) }  // nothing asked after an answer
        writer.write(0)
        writer.writeNothing(1)  // answers given
        writer.write(false)  // no form has just ended
        writer.write(false)  // it does not begin afresh
        writer.write(false)  // no concern
        writer.writeOldEnd()
        var chat = Chatter()
        chat.conversation = try Conversation(decoding: writer.bytes)
        #expect(chat.conversation.form?.values["asset"]?.canonical.string == "BTC")
        #expect(chat.conversation.form?.tries == 1)
        let said = try chat.say("泄露了")
        #expect(chat.turn.replies.last?.slot == "consent")
        #expect(!said.contains { $0.contains("<started_afresh>") })
    }

    @Test("A damaged state of version 2 starts afresh in words")
    func damagedVersionTwo() throws {
        var chat = Chatter()
        chat.conversation = Conversation(opening: [2, 1, 2, 3])
        #expect(try chat.say("手续费多少").first?.contains("<started_afresh>") == true)
        #expect(chat.turn.replies.contains { $0.intent == "fees" })
    }

    @Test("A state that cannot be opened leads to a new conversation, which says so once")
    func afresh() throws {
        var chat = Chatter()
        chat.conversation = Conversation(opening: [99, 1, 2, 3])
        let said = try chat.say("手续费多少")
        #expect(said.first?.contains("<started_afresh>") == true)
        #expect(chat.turn.replies.contains { $0.intent == "fees" })
        let next = try chat.say("营业时间")
        #expect(next.first?.contains("<started_afresh>") == false)
    }

    @Test("A new pack keeps what still exists, and names what it has lost")
    func losses() throws {
        var chat = Chatter()
        for line in ["账号被盗了", "BTC"] { try chat.say(line) }
        var content = SmallPack.content
        content.intents[0].slots.removeFirst()
        chat.knowledge = KnowledgeBase(content)
        let said = try chat.say("泄露了")
        #expect(said.first?.contains("<values_lost>") == true)
        #expect(said.first?.contains("BTC") == true)
        #expect(chat.turn.replies.last?.slot == "consent")
    }

    @Test("An answer that a new pack does not know any more is named and asked for again, an interrupted one too")
    func lostAnswer() throws {
        var chat = Chatter()
        for line in ["账号被盗了", "比特币"] { try chat.say(line) }
        var content = SmallPack.content
        content.sets["coin"] = WordSet(id: "coin", entries: [.init(canonical: "USDT", words: ["usdt"])])
        chat.knowledge = KnowledgeBase(content)
        #expect(try chat.say("泄露了").first?.contains("<values_lost>") == true)
        #expect(chat.turn.replies.last?.slot == "asset")
        #expect(try chat.say("USDT").first?.contains("USDT 换新钱包") == true)
    }

    @Test("A new pack without the intent ends its questions in words, and the line is answered")
    func lostIntent() throws {
        var chat = Chatter()
        try chat.say("账号被盗了")
        var content = SmallPack.content
        content.intents.removeFirst()
        chat.knowledge = KnowledgeBase(content)
        let said = try chat.say("手续费多少")
        #expect(said.first?.contains("<state_lost>") == true)
        #expect(chat.turn.replies.last?.intent == "fees")
    }

    @Test("What is to be said first is said before the words of an effect too, and once")
    func forewordOfEffect() throws {
        var chat = Chatter()
        chat.conversation = Conversation(opening: [99])
        #expect(try chat.say("\(Reference.sample)") == [])
        #expect(chat.turn.effect == .lookup(.sample))
        let said = try chat.settle(.status(nil))
        #expect(said.map { $0.contains("<started_afresh>") } == [true, false])
        #expect(try chat.say("营业时间").contains { $0.contains("<started_afresh>") } == false)
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

/// What states of earlier versions have in common.
extension StateWriter {
    /// A Chinese conversation of seven messages in an intent's form, at its second question, answered wrongly once.
    fileprivate mutating func writeOldForm(version: UInt64) {
        write(version)
        write(LocaleID("zh")) { $0.write($1) }
        write(LocaleID?.none) { $0.write($1) }
        write(7)
        write(true)
        write(true)
        write(IntentID("account-stolen"))
        write(UInt64(0))
        write(list: [SlotID("asset")]) { writer, slot in
            writer.write(slot)
            writer.write("BTC")
            writer.write("比特币")
        }
        writeNothing(1)  // left out
        write(SlotID("leaked")) { $0.write($1) }  // asked
        write(1)
        write(list: [SlotID("asset"), "leaked"]) { $0.write($1) }
        write(IntentID?.none) { $0.write($1) }
        write(false)
    }

    /// Empty lists.
    fileprivate mutating func writeNothing(_ count: Int) {
        for _ in 0..<count { write(list: [SlotID]()) { $0.write($1) } }
    }

    /// No secrets so far, no history and no mails.
    fileprivate mutating func writeOldEnd() {
        write(list: RedactionMemory().encoded) { writer, byte in writer.write(UInt64(byte)) }
        write(false)
        write(0)
        writeNothing(2)
    }
}
