import Foundation
import GRDB
import HelplineCore
import Testing

@testable import HelplineStore

@Suite("Who goes first where mails have to wait")
struct FairnessTests {
    let store: Store
    let folder = TemporaryFolder()

    init() throws {
        store = try Store(
            folder: folder.path, limits: StoreLimits(perConversationHour: nil, perAddressDay: nil))
    }

    /// A mail of a source, each of a conversation of its own.
    private func submit(
        _ number: UInt64, from source: MailSource, urgent: Bool = false, at moment: Timestamp = noon
    ) async throws -> CommitOutcome {
        var commit = submission(
            number, from: ConversationKey(relay: "plain", name: "c\(number)"), at: moment)
        commit.mail?.source = source
        commit.mail?.isUrgent = urgent
        return try await store.commit(commit)
    }

    /// Takes all whose turn has come.
    private func drain(at moment: Timestamp) throws -> [Reference] {
        var taken: [Reference] = []
        while let mail = try store.lease(at: moment, for: 60, owner: "d") {
            taken.append(mail.reference)
            try store.settle(mail, .delivered("ok"), at: moment)
        }
        return taken
    }

    private static let flooder = MailSource.network("192.0.2.7")
    private static let other = MailSource.network("198.51.100.9")

    @Test("One party on the network takes a third of an hour at most, and everybody else goes out at once")
    func flood() async throws {
        for number in 0..<15 as Range<UInt64> { _ = try await submit(number, from: Self.flooder) }
        #expect(try drain(at: noon).count == 5)
        for number in 20..<25 as Range<UInt64> { _ = try await submit(number, from: Self.other) }
        #expect(try drain(at: noon) == (20..<25).map { reference($0) })
        let turns = try store.turns(at: noon).values.map { ($0.seconds - noon.seconds) / hour }.sorted()
        #expect(turns == [1, 1, 1, 1, 1, 2, 2, 2, 2, 2])
    }

    @Test("A relay with many users takes two thirds of an hour, and leaves the rest to the others")
    func relay() async throws {
        for number in 0..<15 as Range<UInt64> { _ = try await submit(number, from: .relay("irc")) }
        #expect(try drain(at: noon).count == 10)
        _ = try await submit(20, from: Self.other)
        #expect(try drain(at: noon) == [reference(20)])
    }

    @Test("The last fifth of an hour is for urgent mails alone")
    func reserve() async throws {
        for number in 0..<20 as Range<UInt64> {
            _ = try await submit(number, from: .network("192.0.2.\(number)"))
        }
        #expect(try drain(at: noon).count == 12)
        for number in 30..<34 as Range<UInt64> {
            _ = try await submit(number, from: .network("192.0.2.\(number)"), urgent: true)
        }
        #expect(try drain(at: noon) == [reference(30), reference(31), reference(32)])
    }

    @Test("Of those that wait urgent ones go first, then those whose source had the fewest")
    func order() async throws {
        for number in 0..<15 as Range<UInt64> {
            _ = try await submit(number, from: number < 5 ? Self.flooder : .network("198.18.0.\(number)"), urgent: true)
        }
        #expect(try drain(at: noon).count == 15)
        let later = noon.advanced(bySeconds: hour / 2)
        _ = try await submit(20, from: Self.flooder, at: later)
        _ = try await submit(21, from: Self.other, at: later)
        _ = try await submit(22, from: Self.other, urgent: true, at: later)
        let end = noon.advanced(bySeconds: hour)
        #expect(try store.nextDue() == end)
        #expect(try drain(at: end) == [reference(22), reference(20), reference(21)])
    }

    @Test("Within a source each conversation takes its turn")
    func conversations() async throws {
        let store = try Store(
            folder: folder.path,
            limits: StoreLimits(perConversationHour: nil, perAddressDay: nil, dueGloballyPerHour: 1))
        func key(_ number: UInt64) -> ConversationKey { number < 4 ? ann : bob }
        for number in 0..<6 as Range<UInt64> { _ = try await store.commit(submission(number, from: key(number))) }
        let turns = try store.turns(at: noon).sorted { $0.value < $1.value }.map(\.key)
        #expect(turns == [0, 4, 1, 5, 2, 3].map { reference($0) })
    }

    @Test("A party on the network that has twenty mails waiting is refused the next; others are not")
    func crowd() async throws {
        for number in 0..<25 as Range<UInt64> {
            _ = try await submit(number, from: Self.flooder)
            if number < 5 { _ = try drain(at: noon) }
        }
        #expect(try await submit(25, from: Self.flooder) == .limited(until: noon.advanced(bySeconds: hour)))
        #expect(try await submit(26, from: Self.other) == .committed(version: 0))
    }

    @Test("A mail whose turn has come waits for nobody, also before anybody has looked into the outbox")
    func turnHasCome() async throws {
        _ = try await submit(1, from: Self.flooder)
        let status = try await store.lookup(reference(1), for: ConversationKey(relay: "plain", name: "c1"))
        #expect(status?.state == .ready)
        #expect(status?.turn == nil)
    }

    @Test("Whoever asks for the state of a mail that waits is told its turn as it now stands")
    func status() async throws {
        for number in 0..<6 as Range<UInt64> { _ = try await submit(number, from: Self.flooder) }
        _ = try drain(at: noon)
        let key = ConversationKey(relay: "plain", name: "c5")
        #expect(try await store.lookup(reference(5), for: key)?.turn == noon.advanced(bySeconds: hour))
        #expect(try await store.lookup(reference(4), for: key)?.turn == nil)
    }

    @Test("The operator's retry sends a mail before its turn")
    func retry() async throws {
        for number in 0..<6 as Range<UInt64> { _ = try await submit(number, from: Self.flooder) }
        _ = try drain(at: noon)
        #expect(try store.retry(reference(5), at: noon))
        #expect(try drain(at: noon) == [reference(5)])
    }

    @Test("A mail's lifetime begins with its first try, however long it waited for its turn")
    func lifetime() async throws {
        for number in 0..<6 as Range<UInt64> { _ = try await submit(number, from: Self.flooder) }
        _ = try drain(at: noon)
        let end = noon.advanced(bySeconds: hour)
        #expect(try store.lease(at: end, for: 60, owner: "d")?.since == end)
    }

    @Test("Whence a mail came is forgotten an hour after it went")
    func forgotten() async throws {
        _ = try await submit(1, from: Self.flooder)
        _ = try await submit(2, from: Self.flooder)
        let first = try #require(try store.lease(at: noon, for: 60, owner: "d"))
        try store.settle(first, .delivered("ok"), at: noon)
        #expect(try store.purgeSources(triedBefore: noon.advanced(bySeconds: 1)) == 1)
        #expect(try store.purgeSources(triedBefore: noon.advanced(bySeconds: 1)) == 0)
    }

    @Test("Mails that an older database gave a fixed place in a queue wait for their turn like all others")
    func older() async throws {
        let folder = TemporaryFolder()
        let old = Schema(steps: Array(Schema.current.steps.prefix(3)))
        let before = try StoreDatabase(folder: folder.path, schema: old, patience: 1)
        try before.write { db in
            for number in 0..<3 as Range<UInt64> {
                let place = noon.advanced(bySeconds: Int64(number) * hour).milliseconds
                try db.execute(
                    sql: """
                        INSERT INTO mails (reference, message_id, relay, name, category, content_hash, state, created,
                            since, released, due, sender, recipient, subject, bytes)
                        VALUES (?, ?, 'irc', 'ann', 'x', ?, 'ready', ?, ?, ?, ?, '', '', '', x'00')
                        """,
                    arguments: [
                        reference(number).description, "<\(number)>", Int64(number), noon.milliseconds, place, place,
                        place,
                    ])
            }
        }
        try before.close()
        let store = try Store(folder: folder.path)
        for number in 0..<3 as Range<UInt64> {
            #expect(try store.lease(at: noon, for: 60, owner: "d")?.reference == reference(number))
        }
    }
}
