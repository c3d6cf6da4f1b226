import HelplineCore
import HelplineStore
import Testing

@Suite("Conversations in the store")
struct ConversationTests {
    let folder = TemporaryFolder()
    let store: Store

    init() throws {
        store = try Store(folder: folder.path)
    }

    @Test("A conversation that was never committed is nil")
    func unknown() async throws {
        #expect(try await store.load(ann) == nil)
    }

    @Test("The first commit has version 1, and the next reads what it wrote")
    func roundTrip() async throws {
        let first = turn(state: Array(0...255), remembered: replies("m1", "你好", "second"))
        #expect(try await store.commit(first) == .committed(version: 1))
        let stored = StoredConversation(version: 1, state: Array(0...255), remembered: [replies("m1", "你好", "second")])
        #expect(try await store.load(ann) == stored)
        #expect(try await store.load(bob) == nil)
        #expect(try await store.commit(turn(version: 1)) == .committed(version: 2))
    }

    @Test("An empty state is a state")
    func emptyState() async throws {
        _ = try await store.commit(turn(state: []))
        #expect(try await store.load(ann)?.state == [])
    }

    @Test("A commit computed from another version writes nothing", arguments: [0, 1, 3] as [Int64])
    func conflict(expected: Int64) async throws {
        _ = try await store.commit(turn(state: [1]))
        _ = try await store.commit(turn(version: 1, state: [2]))
        let late = turn(version: expected, state: [3], remembered: replies("m", "late"), mail: mail(1))
        #expect(try await store.commit(late) == .conflict(version: 2))
        #expect(try await store.load(ann) == StoredConversation(version: 2, state: [2], remembered: []))
        #expect(try await store.lookup(reference(1), for: ann) == nil)
    }

    @Test("A new conversation cannot be continued from a version it never had")
    func conflictWithNothing() async throws {
        #expect(try await store.commit(turn(version: 4)) == .conflict(version: 0))
    }

    @Test("Two relays use one name without meeting")
    func relaysAreApart() async throws {
        let other = ConversationKey(relay: "web", name: ann.name)
        _ = try await store.commit(turn(state: [1]))
        #expect(try await store.commit(turn(other, state: [2])) == .committed(version: 1))
        #expect(try await store.load(ann)?.state == [1])
    }

    @Test("A conversation that is not kept leaves only its mail, and its version stays")
    func mailOnly() async throws {
        let commit = turn(version: 5, state: nil, remembered: replies("m", "x"), mail: mail(1))
        #expect(try await store.commit(commit) == .committed(version: 5))
        #expect(try await store.load(ann) == nil)
        #expect(try await store.lookup(reference(1), for: ann)?.state == .ready)
    }

    @Test("64 messages are remembered, the oldest is forgotten first")
    func messageBound() async throws {
        for number in 1...70 as ClosedRange<Int64> {
            _ = try await store.commit(turn(version: number - 1, remembered: replies("m\(number)", "a", "b")))
        }
        let remembered = try await store.load(ann)?.remembered ?? []
        #expect(remembered.map(\.message) == (7...70).map { "m\($0)" })
        #expect(remembered.allSatisfy { $0.replies.count == 2 })
    }

    @Test("256 KB of replies are remembered, a single larger one is not")
    func byteBound() async throws {
        let large = [UInt8](repeating: 1, count: 100 * 1024)
        for number in 1...4 as ClosedRange<Int64> {
            let memory = RememberedReplies(message: "m\(number)", replies: [large])
            _ = try await store.commit(turn(version: number - 1, remembered: memory))
        }
        #expect(try await store.load(ann)?.remembered.map(\.message) == ["m3", "m4"])
        let huge = RememberedReplies(message: "m5", replies: [large, large, large])
        #expect(try await store.commit(turn(version: 4, remembered: huge)) == .committed(version: 5))
        #expect(try await store.load(ann)?.remembered == [])
    }

    @Test("An id remembered twice has its last replies only")
    func sameIdAgain() async throws {
        _ = try await store.commit(turn(remembered: replies("m", "old", "older")))
        _ = try await store.commit(turn(version: 1, remembered: replies("m", "new")))
        #expect(try await store.load(ann)?.remembered == [replies("m", "new")])
    }

    @Test("Earlier replies are rewritten in place, and an id forgotten meanwhile stays forgotten")
    func rewriting() async throws {
        _ = try await store.commit(turn(remembered: replies("m1", "secret", "b")))
        _ = try await store.commit(turn(version: 1, remembered: replies("m2", "c")))
        let masking = turn(
            version: 2, remembered: replies("m3", "d"), rewritten: [replies("m1", "******", "b"), replies("m0", "x")])
        _ = try await store.commit(masking)
        let expected = [replies("m1", "******", "b"), replies("m2", "c"), replies("m3", "d")]
        #expect(try await store.load(ann)?.remembered == expected)
    }

    @Test("Conversations idle for too long are forgotten with their replies, their mails stay")
    func purge() async throws {
        _ = try await store.commit(turn(remembered: replies("m", "x"), mail: mail(1)))
        _ = try await store.commit(turn(bob, at: noon.advanced(bySeconds: hour)))
        #expect(try store.purgeConversations(idleSince: noon.advanced(bySeconds: 1)) == 1)
        #expect(try await store.load(ann) == nil)
        #expect(try await store.load(bob) != nil)
        #expect(try await store.lookup(reference(1), for: ann) != nil)
        #expect(try await store.commit(turn()) == .committed(version: 1))
        #expect(try await store.load(ann)?.remembered == [])
    }

    @Test("A conversation that is forgotten is gone with its replies for whoever asks later, its mails stay")
    func forgotten() async throws {
        _ = try await store.commit(turn(remembered: replies("m", "x"), mail: mail(1)))
        _ = try await store.commit(turn(bob))
        try await store.forget(ann)
        #expect(try await store.load(ann) == nil)
        #expect(try await store.load(bob) != nil)
        #expect(try await store.lookup(reference(1), for: ann) != nil)
        #expect(try await store.commit(turn()) == .committed(version: 1))
    }

    @Test("Ids that differ in their normalisation alone are two messages")
    func normalisation() async throws {
        _ = try await store.commit(turn(remembered: replies("caf\u{E9}", "a")))
        _ = try await store.commit(turn(version: 1, remembered: replies("cafe\u{301}", "b")))
        #expect(try await store.load(ann)?.remembered.count == 2)
    }
}
