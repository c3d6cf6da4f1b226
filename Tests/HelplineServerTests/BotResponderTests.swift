import Foundation
import HelplineCore
import HelplineServer
import HelplineWire
import PCRE2
import Synchronization
import Testing

@Suite("The bot behind the server", .serialized, .timeLimit(.minutes(10))) struct BotResponderTests {
    /// A ledger that knows no mail and says so on another thread, or once a gate is open, or fails.
    private struct SlowLedger: Ledger {
        var fails = false
        var gate: Gate?

        func load(
            _ key: ConversationKey, then: @escaping @Sendable (Result<StoredConversation?, LedgerError>) -> Void
        ) {
            then(.success(nil))
        }

        func forget(_ key: ConversationKey, then: @escaping @Sendable (Result<Void, LedgerError>) -> Void) {
            then(.success(()))
        }

        func commit(_ commit: Commit, then: @escaping @Sendable (Result<CommitOutcome, LedgerError>) -> Void) {
            then(.failure(LedgerError("no commit is expected")))
        }

        func lookup(
            _ reference: Reference, for key: ConversationKey, at moment: Timestamp,
            then: @escaping @Sendable (Result<MailStatus?, LedgerError>) -> Void
        ) {
            let result: Result<MailStatus?, LedgerError> = fails ? .failure(LedgerError("no disk")) : .success(nil)
            guard let gate else { return DispatchQueue.global().async { then(result) } }
            gate.pass { then(result) }
        }
    }

    private struct NoComposer: Composer {
        func compose(
            _ escalation: Escalation, reference: Reference, at moment: Timestamp, in zone: ZoneTable
        ) throws(ComposerError) -> ComposedMail {
            throw ComposerError("no mail is expected")
        }
    }

    private static func knowledge(answer: String) throws -> KnowledgeBase {
        func text(_ words: String) -> LocalizedText { LocalizedText(["en": words] as [LocaleID: String]) }
        let stolen = Intent(
            id: "account-stolen", title: text("Stolen"),
            triggers: [Intent.Trigger(locale: "en", pattern: try Pattern("stolen"))], answers: [text(answer)],
            solved: .skip)
        return KnowledgeBase(
            Content(
                name: text("Bot"), locales: LocaleChain(standard: "en", list: ["en"]), intents: [stolen],
                commands: [.status: ["en": ["status*"]]],
                texts: [
                    .greeting: [text("Welcome.")], .statusUnknown: [text("No such mail.")],
                    .notSaved: [text("Not saved.")],
                    .tooLong: [text("At most {{limit}} bytes.")], .fallbackFirst: [text("Pardon?")],
                ]))
    }

    private static func responder(_ shelf: KnowledgeShelf, _ ledger: SlowLedger = SlowLedger()) -> BotResponder {
        BotResponder(
            shelf: shelf, committer: TurnCommitter(ledger: ledger, composer: NoComposer(), dispatch: .written),
            surroundings: { _ in Environment(now: Timestamp(seconds: 1_800_000_000)) })
    }

    private static let status = "status \(Reference(random: 12345).description)"

    @Test("It greets, answers from the pack, and names the limit of a line in the pack's words")
    func answers() async throws {
        let shelf = KnowledgeShelf(try Self.knowledge(answer: "Freeze it."))
        try await withClients(
            Self.responder(shelf),
            change: {
                $0.greets = true
                $0.limits.plainLine = 100
            }
        ) { port in
            let client = try Client(port: port)
            client.send("my account was stolen\n" + String(repeating: "x", count: 101) + "\n")
            #expect(try client.readReply().hasPrefix("Welcome."))
            #expect(try client.readReply() == "Freeze it.")
            #expect(try client.readReply() == "At most 100 bytes.")
        }
    }

    @Test("A pattern that hits a limit is named to the operator once, with its place")
    func cutOff() async throws {
        let evil = Intent.Trigger(
            locale: "en", pattern: try Pattern("(a+)+$"), origin: Origin(text: "(a+)+$", place: "evil.yaml:1:1"))
        let text = LocalizedText(["en": "Yes."] as [LocaleID: String])
        let intent = Intent(id: "evil", title: text, triggers: [evil], answers: [text], solved: .skip)
        let shelf = KnowledgeShelf(
            KnowledgeBase(
                Content(name: text, locales: LocaleChain(standard: "en", list: ["en"]), intents: [intent])))
        let told = Mutex<[String]>([])
        let responder = BotResponder(
            shelf: shelf,
            committer: TurnCommitter(ledger: SlowLedger(), composer: NoComposer(), dispatch: .written),
            reportCutOff: { pattern in told.withLock { $0.append(pattern.place) } },
            surroundings: { _ in Environment(now: Timestamp(seconds: 1_800_000_000)) })
        try await withClients(responder) { port in
            let client = try Client(port: port)
            client.send(
                String(
                    repeating: String(repeating: "a", count: 40) + "!\n", count: 2)
            )
            client.endInput()
            _ = try client.readAll()
        }
        #expect(told.withLock { $0 } == ["evil.yaml:1:1"])
    }

    @Test("A turn that needs the ledger holds up the lines behind it, and its answer comes before theirs")
    func lookup() async throws {
        let shelf = KnowledgeShelf(try Self.knowledge(answer: "Freeze it."))
        let gate = Gate()
        try await withClients(Self.responder(shelf, SlowLedger(gate: gate)), change: { $0.loops = 1 }) { port in
            defer { gate.open() }
            let (client, other) = (try Client(port: port), try Client(port: port))
            client.send("\(Self.status)\nstolen")
            client.endInput()
            try eventually { gate.arrivals >= 1 }
            // The loop has gone on, and the line behind the lookup waits all the same.
            for _ in 1...3 {
                other.send("stolen\n")
                #expect(try other.readReply() == "Freeze it.")
            }
            #expect(try client.receiveNow() == [])
            gate.open()
            #expect(try client.readAll() == "No such mail.\n\nFreeze it.\n\n")
        }
    }

    @Test("Where the ledger fails, a person reads a sentence and a relay an error")
    func failure() async throws {
        let shelf = KnowledgeShelf(try Self.knowledge(answer: "Freeze it."))
        try await withClients(Self.responder(shelf, SlowLedger(fails: true))) { port in
            let client = try Client(port: port)
            client.send("\(Self.status)\n")
            #expect(try client.readReply() == "Not saved.")
            let relay = try Client(port: port)
            relay.send("{\"id\":\"m1\",\"text\":\"\(Self.status)\"}\n")
            #expect(try relay.readLine() == #"{"type":"error","to":"m1","code":"storage","text":"Not saved."}"#)
        }
    }

    @Test("A new pack answers the next line of an open connection on every loop")
    func reload() async throws {
        let shelf = KnowledgeShelf(try Self.knowledge(answer: "Old."))
        try await withClients(Self.responder(shelf)) { port in
            let clients = try (0..<4).map { _ in try Client(port: port) }
            for client in clients {
                client.send("stolen\n")
                #expect(try client.readReply() == "Old.")
            }
            shelf.replace(with: try Self.knowledge(answer: "New."))
            for client in clients {
                client.send("stolen\n")
                #expect(try client.readReply() == "New.")
            }
        }
    }
}
