import HelplineCore
import HelplineWire
import Testing

@Suite("The helpline/1 session") struct RelaySessionTests {
    @Test("A message without hello, id and conversation is run and answered in the connection's own conversation")
    func smallest() {
        var relay = RelayScript()
        #expect(relay.message(nil, nil) == ["run - hi"])
        #expect(relay.reply("hello") == ["r1 - - 1 last hello"])
        #expect(relay.session.isIdle)
    }

    @Test("Two answers are two replies, and only the second is the last")
    func twoReplies() {
        var relay = RelayScript()
        _ = relay.message("m1", "u1")
        #expect(relay.reply("one", "two") == ["r1 m1 u1 1 more one", "r2 m1 u1 2 last two"])
        _ = relay.message("m2", "u2")
        #expect(relay.reply("three") == ["r3 m2 u2 1 last three"])
        _ = relay.message("m3", "u1")
        #expect(relay.reply("four") == ["r4 m3 u1 3 last four"])
    }

    @Test("Messages of one conversation run one after another, those of different ones overlap")
    func order() {
        var relay = RelayScript()
        #expect(relay.message("a1", "a", "one") == ["run a one"])
        #expect(relay.message("a2", "a", "two") == [])
        #expect(relay.message("b1", "b", "three") == ["run b three"])
        #expect(relay.message("a3", "a", "four") == [])
        #expect(relay.reply("1") == ["r1 a1 a 1 last 1", "run a two"])
        #expect(relay.reply("3") == ["r2 b1 b 1 last 3"])
        #expect(relay.reply("2") == ["r3 a2 a 2 last 2", "run a four"])
        #expect(relay.reply("4") == ["r4 a3 a 3 last 4"])
    }

    @Test("A repeated id has the replies of the first time and is not run again")
    func repeated() {
        var relay = RelayScript()
        _ = relay.message("m1", "u1")
        let first = relay.reply("one", "two")
        _ = relay.message("m2", "u1")
        _ = relay.reply("three")
        #expect(relay.message("m1", "u1", "other words") == first)
        #expect(relay.session.unanswered == 0)
    }

    @Test("The same id in another conversation is another message")
    func sameIDElsewhere() {
        var relay = RelayScript()
        _ = relay.message("m1", "u1")
        _ = relay.reply("one")
        #expect(relay.message("m1", "u2") == ["run u2 hi"])
        #expect(relay.message("m1", nil) == ["run - hi"])
    }

    @Test("Without an id nothing is remembered")
    func noID() {
        var relay = RelayScript()
        _ = relay.message(nil, "u1")
        _ = relay.reply("one")
        #expect(relay.message(nil, "u1") == ["run u1 hi"])
    }

    @Test("An id under way, running or waiting, is answered once")
    func underWay() {
        var relay = RelayScript()
        _ = relay.message("m1", "u1", "one")
        #expect(relay.message("m1", "u1", "one") == [])
        #expect(relay.message("m2", "u1", "two") == [])
        #expect(relay.message("m2", "u1", "two") == [])
        #expect(relay.reply("1") == ["r1 m1 u1 1 last 1", "run u1 two"])
        #expect(relay.reply("2") == ["r2 m2 u1 2 last 2"])
        #expect(relay.session.isIdle)
    }

    @Test("The last 64 ids of a conversation are remembered, the one before runs again")
    func memory() {
        var relay = RelayScript()
        for number in 1...65 {
            _ = relay.message("m\(number)", "u1")
            _ = relay.reply("\(number)")
        }
        #expect(relay.message("m2", "u1") == ["r2 m2 u1 2 last 2"])
        #expect(relay.message("m1", "u1") == ["run u1 hi"])
    }

    @Test("No more than the bytes allowed are remembered, but always the last")
    func memoryBytes() {
        var relay = RelayScript(.init(memory: .init(messages: 64, bytes: 3000)))
        let long = String(repeating: "x", count: 1000)
        for number in 1...3 {
            _ = relay.message("m\(number)", "u1")
            _ = relay.reply(long)
        }
        #expect(relay.message("m2", "u1") == ["r2 m2 u1 2 last \(long)"])
        #expect(relay.message("m1", "u1") == ["run u1 hi"])
        let huge = String(repeating: "y", count: 5000)
        _ = relay.reply(huge)
        #expect(relay.message("m1", "u1") == ["r4 m1 u1 4 last \(huge)"])
        #expect(relay.message("m3", "u1") == ["run u1 hi"])
    }

    @Test("A turn that failed is an error and is run again when it is repeated")
    func failure() {
        var relay = RelayScript()
        _ = relay.message("m1", "u1")
        #expect(relay.fail(.storage) == ["error m1 storage"])
        #expect(relay.message("m1", "u1") == ["run u1 hi"])
        #expect(relay.reply("one") == ["r1 m1 u1 1 last one"])
    }

    @Test("A turn without a reply is an error, so that every message is answered")
    func noReply() {
        var relay = RelayScript()
        _ = relay.message("m1", "u1")
        #expect(relay.reply() == ["error m1 internal"])
    }

    @Test("A conversation whose messages are held back takes a few more and refuses the rest")
    func slowed() throws {
        var relay = RelayScript()
        _ = relay.message("m0", "u1")
        relay.session.slow(try #require(relay.jobs.first).ticket)
        for number in 1...8 { #expect(relay.message("m\(number)", "u1") == []) }
        #expect(relay.message("m9", "u1") == ["error m9 busy"])
        #expect(relay.message("n1", "u2") == ["run u2 hi"])
        _ = relay.reply("0")
        #expect(relay.message("m9", "u1") == [])
    }

    @Test("The window closes with its last place and opens with an answer; a message beyond it is refused")
    func window() {
        var relay = RelayScript(.init(window: 2))
        _ = relay.message("m1", "u1")
        #expect(relay.session.isReady)
        _ = relay.message("m2", "u1")
        #expect(!relay.session.isReady)
        #expect(relay.message("m3", "u1") == ["error m3 busy"])
        _ = relay.reply("1")
        #expect(relay.session.isReady)
        #expect(relay.message("m3", "u1") == [])
    }

    @Test("A ping is answered at once with its id, a pong and a blank line not at all")
    func life() {
        var relay = RelayScript()
        _ = relay.message("m1", "u1")
        #expect(relay.say(#"{"type":"ping","id":"p"}"#) == ["pong"])
        #expect(relay.say(#"{"type":"pong"}"#) == [])
        #expect(relay.say("") == [])
        #expect(relay.say(" \t") == [])
    }

    @Test("The end of a conversation waits for its messages, and what comes behind begins a new one")
    func end() {
        var relay = RelayScript()
        _ = relay.message("m1", "u1", "one")
        _ = relay.message("m2", "u1", "two")
        #expect(relay.say(#"{"type":"end","conversation":"u1"}"#) == [])
        #expect(relay.message("m1", "u1", "three") == [])
        #expect(relay.reply("1") == ["r1 m1 u1 1 last 1", "run u1 two"])
        #expect(relay.reply("2") == ["r2 m2 u1 2 last 2", "forget u1", "run u1 three"])
        #expect(relay.reply("3") == ["r3 m1 u1 1 last 3"])
        #expect(relay.say(#"{"type":"end","conversation":"u1"}"#) == ["forget u1"])
        #expect(relay.say(#"{"type":"end","conversation":"u1"}"#) == [])
        #expect(relay.say(#"{"type":"end"}"#) == [])
    }

    @Test("The conversation longest idle gives way to a new one; where none is idle, the new one is refused")
    func conversations() {
        var relay = RelayScript(.init(conversations: 2))
        for name in ["a", "b"] {
            _ = relay.message("m1", name)
            _ = relay.reply("1")
        }
        _ = relay.message("m2", "a")
        #expect(relay.message("m1", "c") == ["release b", "run c hi"])
        #expect(relay.message("m1", "d") == ["error m1 busy"])
    }

    @Test("Lines that cannot be used are answered by code and hurt nothing")
    func useless() {
        var relay = RelayScript()
        #expect(relay.say("hello") == ["error - bad_json"])
        #expect(relay.note(relay.session.receive(.tooLong)) == ["error - too_long"])
        #expect(relay.note(relay.session.receive(.line([0x22, 0xFF, 0x22]))) == ["error - bad_utf8"])
        #expect(relay.say(#"{"type":"ack","id":"x"}"#) == ["error x unknown_type"])
        #expect(relay.message("m1", "u1") == ["run u1 hi"])
    }

    @Test("Too many useless lines in a row end the connection, a good one between them starts the count anew")
    func tooManyUseless() {
        var relay = RelayScript(.init(uselessLines: 3))
        _ = relay.say("x")
        _ = relay.say("x")
        _ = relay.say(#"{"type":"ping"}"#)
        #expect(relay.say("x") == ["error - bad_json"])
        #expect(relay.say("x") == ["error - bad_json"])
        #expect(relay.say("x") == ["error - bad_json", "close"])
        #expect(relay.say("x") == [])
        #expect(!relay.session.isReady)
    }

    @Test("A job that is finished twice, or after its conversation ended, is finished once")
    func finishedTwice() {
        var relay = RelayScript()
        _ = relay.message("m1", "u1")
        let ticket = relay.jobs[0].ticket
        _ = relay.reply("1")
        #expect(relay.session.finish(ticket, .replies([.saying("again")])).isEmpty)
        #expect(relay.session.unanswered == 0)
    }

    @Test("Draining refuses what waits, finishes what runs, takes nothing new and then says good-bye")
    func drain() {
        var relay = RelayScript()
        _ = relay.message("m1", "u1")
        _ = relay.message("m2", "u1")
        #expect(relay.note(relay.session.leave(.shutdown)) == ["error m2 shutting_down"])
        #expect(relay.message("m3", "u2") == ["error m3 shutting_down"])
        #expect(relay.reply("1") == ["r1 m1 u1 1 last 1", "bye", "close"])
        #expect(relay.note(relay.session.leave(.shutdown)) == [])
    }

    @Test("Draining an idle session says good-bye at once")
    func drainIdle() {
        var relay = RelayScript()
        #expect(relay.note(relay.session.leave(.shutdown)) == ["bye", "close"])
    }
}
