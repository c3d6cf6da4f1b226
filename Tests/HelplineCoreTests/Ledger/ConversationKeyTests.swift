import HelplineCore
import Testing

@Suite("The key of a conversation") struct ConversationKeyTests {
    @Test(
        "Two names that differ in one byte are two conversations, equal as text or not",
        arguments: [("caf\u{E9}", "cafe\u{301}"), ("a", "b"), ("\u{AC00}", "\u{1100}\u{1161}"), ("", "a")])
    func bytes(one: String, other: String) {
        let keys = [
            ConversationKey(relay: "irc", name: one), ConversationKey(relay: "irc", name: other),
            ConversationKey(relay: one, name: "u"), ConversationKey(relay: other, name: "u"),
        ]
        #expect(Set(keys).count == 4)
        #expect(keys[0] == ConversationKey(relay: "irc", name: one))
    }

    @Test("The border between relay and name counts")
    func border() {
        #expect(ConversationKey(relay: "ab", name: "c") != ConversationKey(relay: "a", name: "bc"))
    }
}
