import HelplineCore
import HelplineWire
import Testing

@Suite("The hello of helpline/1") struct RelayHelloTests {
    private static let credentials = RelayCredentials(["irc": "s3cret", "empty": ""])

    private func hello(_ relay: String, _ secret: String?, isTrusted: Bool) -> ([String], RelayCredentials.Identity?) {
        var script = RelayScript(.init(isTrusted: isTrusted, credentials: Self.credentials))
        let proof = secret.map { ",\"secret\":\"\($0)\"" } ?? ""
        let notes = script.say("{\"type\":\"hello\",\"protocol\":[\"helpline/1\"],\"relay\":\"\(relay)\"\(proof)}")
        return (notes, script.session.identity)
    }

    @Test("A relay with the right secret is let in and proven, on any transport", arguments: [true, false])
    func proven(isTrusted: Bool) {
        let (notes, identity) = hello("irc", "s3cret", isTrusted: isTrusted)
        #expect(notes == ["claim irc"])
        #expect(identity == .init(relay: "irc", isProven: true))
    }

    @Test("A name without a secret is let in unproven on a trusted transport")
    func unproven() {
        let (notes, identity) = hello("other", nil, isTrusted: true)
        #expect(notes == ["welcome"])
        #expect(identity == .init(relay: "other", isProven: false))
    }

    @Test(
        "Every other hello is refused and ends the connection",
        arguments: [
            ("irc", nil, true), ("irc", "wrong!", true), ("irc", "s3cre", true), ("irc", "s3crets3cret", true),
            ("irc", "", true), ("other", "x", true), ("other", nil, false), ("irc", nil, false), ("empty", "", true),
            ("empty", nil, false),
        ] as [(String, String?, Bool)])
    func refused(relay: String, secret: String?, isTrusted: Bool) {
        let (notes, identity) = hello(relay, secret, isTrusted: isTrusted)
        #expect(notes == ["error - unauthorized", "close"])
        #expect(identity == nil)
    }

    @Test("On an untrusted transport nothing is done before a hello")
    func required() {
        var script = RelayScript(.init(isTrusted: false, credentials: Self.credentials))
        #expect(script.message("m1", "u1") == ["error - unauthorized", "close"])
        var other = RelayScript(.init(isTrusted: false, credentials: Self.credentials))
        #expect(other.say(#"{"type":"ping"}"#) == ["error - unauthorized", "close"])
    }

    @Test("A hello comes once and before all messages, but may follow a slip")
    func late() {
        var script = RelayScript()
        let hello = #"{"type":"hello","relay":"x"}"#
        #expect(script.say("") == [])
        #expect(script.say("helo") == ["error - bad_json"])
        #expect(script.say(hello) == ["welcome"])
        #expect(script.say(hello) == ["error - unauthorized"])
        var other = RelayScript()
        _ = other.message("m1", "u1")
        #expect(other.say(hello) == ["error - unauthorized"])
        #expect(other.reply("1") == ["r1 m1 u1 1 last 1"])
    }

    @Test("A relay that speaks no version of ours is refused")
    func version() {
        var script = RelayScript()
        #expect(
            script.say(#"{"type":"hello","protocol":["helpline/9"],"relay":"x"}"#) == ["error - unknown_type", "close"])
    }
}
