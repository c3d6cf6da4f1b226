import PCRE2
import Testing

@testable import HelplineCore

@Suite("Secrets that a pack names")
struct NamedSecretTests {
    private func chatter(_ patterns: [String]) throws -> Chatter {
        var content = SmallPack.content
        content.secrets = try patterns.map { try Pattern($0) }
        var chat = Chatter()
        chat.knowledge = KnowledgeBase(content)
        return chat
    }

    @Test("are in nothing that is kept, each place of them")
    func everyPlace() throws {
        var chat = try chatter([#"\bEMP-\d{6}\b"#])
        try chat.say("我是EMP-120934 和 EMP-998877，手续费多少")
        let kept = String(decoding: chat.conversation.encoded(), as: UTF8.self)
        #expect(!kept.contains("120934") && !kept.contains("998877"))
        #expect(kept.contains("我是[已隐去] 和 [已隐去]，手续费多少"))
        #expect(chat.conversation.redactions == 2)
    }

    @Test("are the group of that name, where the pattern has one")
    func group() throws {
        var chat = try chatter([#"(?i)badge number (?<secret>\w+)"#])
        try chat.say("my Badge Number 77XY is lost")
        #expect(chat.conversation.lastUserLine == "my Badge Number [removed] is lost")
    }

    @Test("join with what is a secret anyway")
    func overlap() throws {
        var chat = try chatter(["password is .+", "x*y*"])
        try chat.say("my password is hunter2! ok")
        #expect(chat.conversation.lastUserLine?.string.contains("hunter2") == false)
        #expect(chat.conversation.lastUserLine?.string.hasPrefix("my [") == true)
    }

    @Test("take the whole line with them where a pattern cannot be carried to its end")
    func limit() throws {
        var chat = try chatter(["(a+a+)+[xy]"])
        let line = String(repeating: "a", count: 4_000) + " secret"
        try chat.say(line)
        #expect(chat.conversation.lastUserLine == "[removed]")
    }

    @Test("survive the way through a pack that is kept compiled")
    func encoded() throws {
        var content = SmallPack.content
        content.secrets = [try Pattern(#"\bEMP-\d{6}\b"#)]
        var writer = StateWriter()
        content.encode(to: &writer)
        var reader = StateReader(writer.bytes)
        let read = try Content(from: &reader)
        #expect(read.secrets == content.secrets)
    }
}
