import HelplineCore
import HelplineWire
import Testing

@Suite("Conversations of helpline/1 that are kept elsewhere") struct RelayLoadingTests {
    private func proven() -> RelayScript {
        var script = RelayScript(
            .init(credentials: RelayCredentials(["irc": "s"]), loadsConversations: true))
        #expect(script.say(#"{"type":"hello","relay":"irc","secret":"s"}"#) == ["claim irc"])
        #expect(!script.session.isReady)
        #expect(script.note(script.session.admitted()) == ["welcome"])
        return script
    }

    /// What the names of replies in the conversation u1 of this relay begin with, whichever connection it is.
    private let name = "r157zaarihexjz-"

    @Test("A conversation is asked for once, and its messages wait until it is here")
    func asked() {
        var script = proven()
        #expect(script.message("m1", "u1", "one") == ["load u1"])
        #expect(script.message("m2", "u1", "two") == [])
        #expect(script.note(script.session.loaded(OpaqueID("u1"), remembering: [])) == ["run u1 one"])
        #expect(script.reply("1") == ["\(name)1 m1 u1 1 last 1", "run u1 two"])
    }

    @Test("A message that was answered on an earlier connection is answered from memory")
    func replayed() {
        var script = proven()
        _ = script.message("m1", "u1", "one")
        _ = script.message("m2", "u1", "two")
        _ = script.message("m1", "u1", "one")
        let kept = [
            (message: "m0", replies: [NumberedReply(4, .saying("0"))]),
            (message: "m1", replies: [NumberedReply(5, .saying("1"))]),
        ]
        #expect(
            script.note(script.session.loaded(OpaqueID("u1"), replies: 6, remembering: kept)) == [
                "\(name)5 m1 u1 5 last 1", "run u1 two",
            ])
        #expect(script.session.unanswered == 1)
        #expect(script.reply("2") == ["\(name)7 m2 u1 7 last 2"])
        #expect(script.message("m0", "u1") == ["\(name)4 m0 u1 4 last 0"])
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
        #expect(script.note(script.session.leave(.shutdown)) == ["error m1 shutting_down", "bye", "close"])
        #expect(script.note(script.session.loaded(OpaqueID("u1"), remembering: [])) == [])
    }

    @Test("The conversations of an unproven relay, and the connection's own, are not asked for")
    func notAsked() {
        var script = RelayScript(.init(loadsConversations: true))
        #expect(script.message("m1", "u1") == ["run u1 hi"])
        var other = proven()
        #expect(other.message("m1", nil) == ["run - hi"])
    }

    @Test("A conversation that was written elsewhere is an error, and is read again before the next message")
    func stale() {
        var script = proven()
        _ = script.message("m1", "u1")
        _ = script.message("m2", "u1", "two")
        _ = script.note(script.session.loaded(OpaqueID("u1"), remembering: []))
        #expect(script.stale() == ["error m1 storage", "release u1", "load u1"])
        #expect(script.note(script.session.loaded(OpaqueID("u1"), replies: 3, remembering: [])) == ["run u1 two"])
        #expect(script.reply("2") == ["\(name)4 m2 u1 4 last 2"])
    }

    @Test("A relay that waits for its other connection to let go takes leave when a third one comes")
    func displaced() {
        var script = RelayScript(.init(credentials: RelayCredentials(["irc": "s"])))
        #expect(script.say(#"{"type":"hello","relay":"irc","secret":"s"}"#) == ["claim irc"])
        #expect(script.note(script.session.leave(.takenOver)) == ["bye", "close"])
        #expect(script.note(script.session.admitted()) == [])
    }
}
