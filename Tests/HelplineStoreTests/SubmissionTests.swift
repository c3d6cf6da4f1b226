import HelplineCore
import HelplineStore
import Testing

@Suite("Mails on their way into the outbox")
struct SubmissionTests {
    let folder = TemporaryFolder()

    func store(_ limits: StoreLimits = .none) throws -> Store {
        try Store(folder: folder.path, limits: limits)
    }

    @Test("State, replies and mail become durable together")
    func together() async throws {
        let store = try store()
        let commit = turn(remembered: replies("m", "receipt"), mail: mail(1))
        #expect(try await store.commit(commit) == .committed(version: 1))
        let status = try await store.lookup(reference(1), for: ann)
        #expect(status == MailStatus(state: .ready, created: noon, moment: noon, attempts: 0))
        #expect(try store.bytes(of: reference(1)) == [1, 2, 3])
    }

    @Test("A mail is found in any conversation of the relay that accepted it, and by no other relay")
    func foreignLookup() async throws {
        let store = try store()
        _ = try await store.commit(submission(1))
        #expect(try await store.lookup(reference(1), for: bob)?.state == .ready)
        #expect(try await store.lookup(reference(1), for: ConversationKey(relay: "web", name: "ann")) == nil)
        #expect(try await store.lookup(reference(2), for: ann) == nil)
    }

    @Test("A reference or a Message-ID that exists is refused, and nothing is written")
    func referenceTaken() async throws {
        let store = try store()
        _ = try await store.commit(submission(1))
        var other = mail(1, hash: 77)
        #expect(try await store.commit(turn(bob, mail: other)) == .referenceTaken)
        other.reference = reference(2)
        #expect(try await store.commit(turn(bob, mail: other)) == .referenceTaken)
        #expect(try await store.load(bob) == nil)
        #expect(try store.list(limit: 9).count == 1)
    }

    struct Again: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var key = ann
        var replyTo: String?
        var hash: UInt64 = 9
        var after: Int64 = hour
        var isDuplicate = true
    }

    @Test(
        "The same complaint within 24 hours leads to the first reference",
        arguments: [
            Again(testDescription: "same conversation, no address"),
            Again(testDescription: "same conversation, other address", replyTo: "b@example.org"),
            Again(testDescription: "same address, other conversation", key: bob, replyTo: "a@example.org"),
            Again(testDescription: "just within the day", after: 24 * hour - 1),
            Again(testDescription: "a clock that went back", after: -hour),
            Again(testDescription: "a day later", after: 24 * hour, isDuplicate: false),
            Again(testDescription: "another complaint", hash: 10, isDuplicate: false),
            Again(testDescription: "neither conversation nor address", key: bob, isDuplicate: false),
            Again(testDescription: "other address", key: bob, replyTo: "b@example.org", isDuplicate: false),
            Again(
                testDescription: "same address through another relay",
                key: ConversationKey(relay: "web", name: "ann"), replyTo: "a@example.org", isDuplicate: false),
        ])
    func duplicate(again: Again) async throws {
        let store = try store()
        _ = try await store.commit(submission(1, replyTo: "a@example.org", hash: 9))
        let second = submission(
            2, from: again.key, at: noon.advanced(bySeconds: again.after), replyTo: again.replyTo, hash: again.hash)
        let outcome = try await store.commit(second)
        #expect(outcome == (again.isDuplicate ? .duplicate(of: reference(1)) : .committed(version: 0)))
        #expect(try store.list(limit: 9).count == (again.isDuplicate ? 1 : 2))
    }

    @Test("Two mails without an address from two conversations are never the same")
    func noAddressIsNoIdentity() async throws {
        let store = try store()
        _ = try await store.commit(submission(1, hash: 9))
        #expect(try await store.commit(submission(2, from: bob, hash: 9)) == .committed(version: 0))
    }

    @Test("A mail that was withdrawn or given up does not stand in the way of the same complaint")
    func endedIsNoDuplicate() async throws {
        let store = try store()
        _ = try await store.commit(submission(1, hash: 9))
        #expect(try store.cancel(reference(1), at: noon))
        #expect(try await store.commit(submission(2, hash: 9)) == .committed(version: 0))
        let leased = try #require(try store.lease(at: noon, for: 60, owner: "d"))
        try store.settle(leased, .failed("550 no such user"), at: noon)
        #expect(try await store.commit(submission(3, hash: 9)) == .committed(version: 0))
    }

    @Test("The fourth mail of a conversation within an hour is told when it may come, and then accepted")
    func conversationLimit() async throws {
        let store = try store(StoreLimits())
        for number in 0..<3 as Range<UInt64> {
            let moment = noon.advanced(bySeconds: Int64(number) * 60)
            #expect(try await store.commit(submission(number, at: moment)) == .committed(version: 0))
        }
        let until = noon.advanced(bySeconds: hour)
        let early = turn(at: until.advanced(bySeconds: -1), mail: mail(9))
        #expect(try await store.commit(early) == .limited(until: until))
        #expect(try await store.load(ann) == nil)
        #expect(try await store.commit(submission(8, from: bob)) == .committed(version: 0))
        #expect(try await store.commit(submission(9, at: until)) == .committed(version: 0))
    }

    @Test("The sixth mail with one reply address within a day is limited, whoever sends it")
    func addressLimit() async throws {
        let store = try store(StoreLimits(perConversationHour: nil, dueGloballyPerHour: nil))
        for number in 0..<5 as Range<UInt64> {
            let key = ConversationKey(relay: "r\(number)", name: "x")
            _ = try await store.commit(submission(number, from: key, replyTo: "a@example.org"))
        }
        let sixth = submission(5, replyTo: "a@example.org")
        #expect(try await store.commit(sixth) == .limited(until: noon.advanced(bySeconds: 24 * hour)))
        #expect(try await store.commit(submission(6, replyTo: "b@example.org")) == .committed(version: 0))
        #expect(try await store.commit(submission(7)) == .committed(version: 0))
    }

    @Test("A limit of nought accepts no mail")
    func nought() async throws {
        let store = try store(StoreLimits(perConversationHour: 0))
        #expect(try await store.commit(submission(1)) == .limited(until: noon.advanced(bySeconds: hour)))
    }

    @Test("Mails beyond the global rate are accepted and wait: no hour has more than its number")
    func globalRate() async throws {
        let store = try store(StoreLimits(perConversationHour: nil, perAddressDay: nil, dueGloballyPerHour: 2))
        for number in 0..<5 as Range<UInt64> {
            let moment = noon.advanced(bySeconds: Int64(number))
            #expect(try await store.commit(submission(number, at: moment)) == .committed(version: 0))
        }
        for delay in [9, 10] as [Int64] {
            #expect(try store.lease(at: noon.advanced(bySeconds: delay), for: 9999, owner: "d") != nil)
        }
        #expect(try store.lease(at: noon.advanced(bySeconds: 11), for: 9999, owner: "d") == nil)
        let turns = try store.turns(at: noon.advanced(bySeconds: 11)).values.map { $0.seconds - noon.seconds }
        #expect(turns.sorted() == [hour + 9, hour + 10, 2 * hour + 9])
        #expect(try store.nextDue() == noon.advanced(bySeconds: hour + 9))
    }

    @Test("A mail that may not wait is not written where others go before it")
    func noWaiting() async throws {
        let store = try Store(folder: folder.path, limits: StoreLimits(dueGloballyPerHour: 1))
        _ = try await store.commit(submission(1))
        var second = submission(2, from: bob)
        second.mail?.mayWait = false
        #expect(try await store.commit(second) == .delayed(until: noon.advanced(bySeconds: hour)))
        #expect(try store.list(limit: 9).count == 1)
        second.mail?.mayWait = true
        #expect(try await store.commit(second) == .committed(version: 0))
    }
}
