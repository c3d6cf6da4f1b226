import HelplineCore
import HelplineStore
import Testing

@Suite("Mails in the outbox")
struct OutboxTests {
    let folder = TemporaryFolder()
    let store: Store

    init() throws {
        store = try Store(folder: folder.path, limits: .none)
    }

    func submit(_ numbers: ClosedRange<UInt64>) async throws {
        for number in numbers {
            _ = try await store.commit(submission(number, at: noon.advanced(bySeconds: Int64(number))))
        }
    }

    func after(_ seconds: Int64) -> Timestamp { noon.advanced(bySeconds: seconds) }

    @Test("An empty outbox has nothing to lease, to list or to wait for")
    func empty() throws {
        #expect(try store.lease(at: noon, for: 60, owner: "d") == nil)
        #expect(try store.nextDue() == nil)
        #expect(try store.list(limit: 5).isEmpty)
        #expect(try store.bytes(of: reference(1)) == nil)
    }

    @Test("A lease brings the mail as it was composed, the first accepted first")
    func lease() async throws {
        try await submit(1...2)
        let leased = try store.lease(at: after(5), for: 60, owner: "d")
        let expected = LeasedMail(
            reference: reference(1), category: "security", owner: "d", attempts: 0, created: after(1),
            since: after(5), composed: mail(1).composed)
        #expect(leased == expected)
        #expect(try store.lease(at: after(5), for: 60, owner: "d")?.reference == reference(2))
        #expect(try store.lease(at: after(5), for: 60, owner: "d") == nil)
    }

    @Test("A mail is not leased before it is due")
    func notYet() async throws {
        try await submit(10...10)
        #expect(try store.lease(at: after(9), for: 60, owner: "d") == nil)
        #expect(try store.nextDue() == after(10))
    }

    @Test("A delivered mail is sent, with the place and the moment, and never leased again")
    func delivered() async throws {
        try await submit(1...1)
        let leased = try #require(try store.lease(at: after(1), for: 60, owner: "d"))
        #expect(try await store.lookup(reference(1), for: ann)?.state == .sending)
        try store.settle(leased, .delivered("250 ok"), at: after(2))
        let expected = MailStatus(
            state: .sent, created: after(1), moment: after(2), attempts: 1, detail: "250 ok")
        #expect(try await store.lookup(reference(1), for: ann) == expected)
        #expect(try store.lease(at: after(9999), for: 60, owner: "d") == nil)
        #expect(try store.nextDue() == nil)
    }

    @Test("A deferred mail waits for its moment and counts its tries")
    func deferred() async throws {
        try await submit(1...1)
        let leased = try #require(try store.lease(at: after(1), for: 60, owner: "d"))
        try store.settle(leased, .deferred("451 later", until: after(300)), at: after(2))
        #expect(try store.nextDue() == after(300))
        #expect(try store.lease(at: after(299), for: 60, owner: "d") == nil)
        #expect(try store.lease(at: after(300), for: 60, owner: "d")?.attempts == 1)
    }

    @Test("A failed mail is given up with its reason")
    func failed() async throws {
        try await submit(1...1)
        let leased = try #require(try store.lease(at: after(1), for: 60, owner: "d"))
        try store.settle(leased, .failed("550 no"), at: after(2))
        let expected = MailStatus(state: .failed, created: after(1), moment: after(2), attempts: 1, detail: "550 no")
        #expect(try await store.lookup(reference(1), for: ann) == expected)
        #expect(try store.nextDue() == nil)
    }

    @Test("A lease that ends without a word lets the next deliverer try, and the first can settle no more")
    func expired() async throws {
        try await submit(1...1)
        let first = try #require(try store.lease(at: after(1), for: 60, owner: "d"))
        #expect(try store.nextDue() == after(61))
        #expect(try store.lease(at: after(60), for: 60, owner: "e") == nil)
        let second = try #require(try store.lease(at: after(61), for: 60, owner: "e"))
        #expect(second.attempts == 1)
        try store.settle(first, .failed("too late"), at: after(62))
        #expect(try await store.lookup(reference(1), for: ann)?.state == .sending)
        try store.settle(second, .delivered("ok"), at: after(63))
        #expect(try await store.lookup(reference(1), for: ann)?.state == .sent)
    }

    @Test("A lease taken again by its own owner makes the first lease void")
    func sameOwnerAgain() async throws {
        try await submit(1...1)
        let first = try #require(try store.lease(at: after(1), for: 60, owner: "d"))
        _ = try store.lease(at: after(61), for: 60, owner: "d")
        try store.settle(first, .failed("too late"), at: after(62))
        #expect(try await store.lookup(reference(1), for: ann)?.state == .sending)
    }

    @Test("A lease that ran out, but that nobody took over, can still be settled")
    func lateWord() async throws {
        try await submit(1...1)
        let leased = try #require(try store.lease(at: after(1), for: 60, owner: "d"))
        try store.settle(leased, .delivered("ok"), at: after(500))
        #expect(try await store.lookup(reference(1), for: ann)?.state == .sent)
    }

    @Test("Leases of the dead are due at once, the living keeps its own")
    func release() async throws {
        try await submit(1...2)
        _ = try store.lease(at: after(2), for: 900, owner: "dead")
        _ = try store.lease(at: after(2), for: 900, owner: "living")
        #expect(try store.releaseLeases(exceptOf: "living", at: after(3)) == 1)
        #expect(try store.lease(at: after(3), for: 900, owner: "living")?.reference == reference(1))
        #expect(try store.lease(at: after(3), for: 900, owner: "living") == nil)
    }

    @Test("The list shows the newest first, no more than wanted")
    func list() async throws {
        try await submit(1...3)
        let entries = try store.list(limit: 2)
        #expect(entries.map(\.reference) == [reference(3), reference(2)])
        let expected = OutboxEntry(
            reference: reference(3),
            status: MailStatus(state: .ready, created: after(3), moment: after(3), attempts: 0),
            subject: mail(3).composed.subject, recipient: "team@example.org")
        #expect(entries.first == expected)
        #expect(try store.list(limit: -1).isEmpty)
    }

    @Test("A mail can be withdrawn until somebody begins to send it")
    func cancel() async throws {
        try await submit(1...2)
        _ = try store.lease(at: after(2), for: 60, owner: "d")
        #expect(try store.cancel(reference(1), at: after(3)) == false)
        #expect(try store.cancel(reference(2), at: after(3)))
        #expect(try store.cancel(reference(2), at: after(4)) == false)
        #expect(try store.lease(at: after(9), for: 60, owner: "d") == nil)
        #expect(try await store.lookup(reference(2), for: ann)?.moment == after(3))
    }

    @Test("A mail that was given up can be tried again, one that is sent cannot")
    func retry() async throws {
        try await submit(1...2)
        let first = try #require(try store.lease(at: after(2), for: 60, owner: "d"))
        try store.settle(first, .failed("550"), at: after(3))
        let second = try #require(try store.lease(at: after(3), for: 60, owner: "d"))
        try store.settle(second, .delivered("ok"), at: after(4))
        #expect(try store.retry(reference(1), at: after(5)))
        #expect(try store.retry(reference(2), at: after(5)) == false)
        #expect(try store.lease(at: after(5), for: 60, owner: "d")?.reference == reference(1))
    }

    @Test("The content of an ended mail goes after its time; its state can still be told")
    func purge() async throws {
        try await submit(1...2)
        let leased = try #require(try store.lease(at: after(1), for: 60, owner: "d"))
        try store.settle(leased, .delivered("ok"), at: after(2))
        #expect(try store.purgeMails(endedBefore: after(2)) == 0)
        #expect(try store.purgeMails(endedBefore: after(3)) == 1)
        #expect(try store.purgeMails(endedBefore: after(3)) == 0)
        #expect(try store.bytes(of: reference(1)) == nil)
        #expect(try store.bytes(of: reference(2)) != nil)
        #expect(try await store.lookup(reference(1), for: ann)?.state == .sent)
        #expect(try store.list(limit: 5).last?.subject == "")
    }
}
