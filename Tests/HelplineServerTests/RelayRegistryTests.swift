import Synchronization
import Testing

@testable import HelplineServer

@Suite("Which connection speaks for a relay") struct RelayRegistryTests {
    /// Claims and releases, with what each connection was told.
    private final class Script: Sendable {
        let registry = RelayRegistry()
        let told = Mutex<[String]>([])

        func claim(_ number: UInt64, relay: String = "irc") {
            registry.claim(
                relay,
                RelayRegistry.Claim(
                    number: number, granted: { self.note("\(number) granted") },
                    displaced: { self.note("\(number) displaced") }))
        }

        /// What was said since the last look.
        func news() -> [String] {
            told.withLock { told in
                defer { told = [] }
                return told
            }
        }

        private func note(_ words: String) { told.withLock { $0.append(words) } }
    }

    @Test("The first is granted at once, the second when the first has let go")
    func takeover() {
        let script = Script()
        script.claim(1)
        #expect(script.news() == ["1 granted"])
        script.claim(2)
        #expect(script.news() == ["1 displaced"])
        script.registry.release("irc", by: 1)
        #expect(script.news() == ["2 granted"])
        script.registry.release("irc", by: 2)
        #expect(!script.registry.isHeld("irc"))
    }

    @Test("A third one displaces the one that waits, and the holder is asked only once")
    func third() {
        let script = Script()
        script.claim(1)
        script.claim(2)
        _ = script.news()
        script.claim(3)
        #expect(script.news() == ["2 displaced"])
        script.registry.release("irc", by: 2)
        #expect(script.news() == [])
        script.registry.release("irc", by: 1)
        #expect(script.news() == ["3 granted"])
    }

    @Test("One that waited and went leaves the place to nobody, and a stranger's release has no effect")
    func gone() {
        let script = Script()
        script.claim(1)
        script.claim(2)
        script.registry.release("irc", by: 2)
        script.registry.release("irc", by: 9)
        script.registry.release("irc", by: 1)
        #expect(script.news() == ["1 granted", "1 displaced"])
        #expect(!script.registry.isHeld("irc"))
    }

    @Test("Relays do not touch one another")
    func apart() {
        let script = Script()
        script.claim(1, relay: "irc")
        script.claim(2, relay: "xmpp")
        #expect(script.news() == ["1 granted", "2 granted"])
    }
}
