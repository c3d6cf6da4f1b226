import HelplineCore
import HelplineWire
import Testing

@Suite("Conversations of helpline/1 that are kept elsewhere") struct RelayLoadingTests {
    private func proven() -> RelayScript {
        var script = RelayScript(
            .init(credentials: RelayCredentials(["irc": "s"]), loadsConversations: true))
        _ = script.say(#"{"type":"hello","relay":"irc","secret":"s"}"#)
        return script
    }

    @Test("A conversation is asked for once, and its messages wait until it is here")
    func asked() {
        var script = proven()
        #expect(script.message("m1", "u1", "one") == ["load u1"])
        #expect(script.message("m2", "u1", "two") == [])
        #expect(script.note(script.session.loaded(OpaqueID("u1"), remembering: [])) == ["run u1 one"])
        #expect(script.reply("1") == ["r1 m1 u1 1 last 1", "run u1 two"])
    }

    @Test("A message that was answered on an earlier connection is answered from memory")
    func replayed() {
        var script = proven()
        _ = script.message("m1", "u1", "one")
        _ = script.message("m2", "u1", "two")
        _ = script.message("m1", "u1", "one")
        let kept = [(message: "m0", replies: [Reply.saying("0")]), (message: "m1", replies: [.saying("1")])]
        #expect(
            script.note(script.session.loaded(OpaqueID("u1"), remembering: kept)) == [
                "r2 m1 u1 2 last 1", "run u1 two",
            ])
        #expect(script.session.unanswered == 1)
        #expect(script.reply("2") == ["r3 m2 u1 3 last 2"])
        #expect(script.message("m0", "u1") == ["r1 m0 u1 1 last 0"])
    }

    @Test("Where a conversation cannot be read, its messages may be sent again")
    func unreadable() {
        var script = proven()
        _ = script.message("m1", "u1")
        #expect(script.note(script.session.notLoaded(OpaqueID("u1"), .storage, "no disk")) == ["error m1 storage"])
        #expect(script.message("m1", "u1") == ["load u1"])
    }

    @Test("Draining refuses what waits for its conversation")
    func drained() {
        var script = proven()
        _ = script.message("m1", "u1")
        #expect(script.note(script.session.drain()) == ["error m1 shutting_down", "bye", "close"])
        #expect(script.note(script.session.loaded(OpaqueID("u1"), remembering: [])) == [])
    }

    @Test("The conversations of an unproven relay, and the connection's own, are not asked for")
    func notAsked() {
        var script = RelayScript(.init(loadsConversations: true))
        #expect(script.message("m1", "u1") == ["run u1 hi"])
        var other = proven()
        #expect(other.message("m1", nil) == ["run - hi"])
    }
}
