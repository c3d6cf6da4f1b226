import Dispatch
import HelplineCore
import Synchronization
import Testing

@testable import HelplineStore

@Suite("Many callers at once")
struct ConcurrencyTests {
    let folder = TemporaryFolder()

    @Test("Turns that wait while a batch is written share one transaction")
    func batches() async throws {
        let store = try Store(folder: folder.path)
        let gate = DispatchSemaphore(value: 0)
        await withCheckedContinuation { isHeld in
            store.commit(turn()) { _ in
                isHeld.resume()
                gate.wait()
            }
        }
        let done = Mutex(0)
        for number in 0..<200 {
            let key = ConversationKey(relay: "r", name: "\(number)")
            store.commit(turn(key)) { result in
                if case .success(.committed(1)) = result { done.withLock { $0 += 1 } }
            }
        }
        gate.signal()
        try store.close()
        #expect(done.withLock { $0 } == 200)
        #expect(store.turns.batches == 2)
    }

    @Test("Completions run in the order of the turns, on one thread, after the commit can be read")
    func order() async throws {
        let store = try Store(folder: folder.path)
        let other = try Store(folder: folder.path)
        let seen = Mutex<[Int64]>([])
        for version in 0..<50 as Range<Int64> {
            store.commit(turn(version: version)) { result in
                if case .success(.committed(let version)) = result { seen.withLock { $0.append(version) } }
            }
        }
        try store.close()
        #expect(seen.withLock { $0 } == Array(1...50))
        #expect(try await other.load(ann)?.version == 50)
    }

    @Test("Of many who commit from the same version one wins each time, and the versions ascend without a gap")
    func versions() async throws {
        let store = try Store(folder: folder.path)
        let won = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for _ in 0..<8 {
                group.addTask { try await Self.climb(store, to: 40) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(won.sorted() == Array(1...40))
        #expect(try await store.load(ann)?.version == 40)
    }

    private static func climb(_ store: Store, to top: Int64) async throws -> [Int64] {
        var won: [Int64] = []
        var version: Int64 = 0
        while version < top {
            switch try await store.commit(turn(version: version)) {
            case .committed(let next):
                won.append(next)
                version = next
            case .conflict(let current): version = current
            default: break
            }
        }
        return won
    }

    @Test("Two stores on one database never lease the same mail")
    func leases() async throws {
        let stores = try (0..<2).map { _ in try Store(folder: folder.path, limits: .none) }
        for number in 0..<60 as Range<UInt64> {
            _ = try await stores[Int(number % 2)].commit(submission(number))
        }
        let leased = Mutex<[Reference]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { worker in
            while let mail = try? stores[worker % 2].lease(at: noon, for: 60, owner: "w\(worker)") {
                leased.withLock { $0.append(mail.reference) }
            }
        }
        let references = leased.withLock { $0 }
        #expect(references.count == 60)
        #expect(Set(references).count == 60)
    }

    @Test("Two stores that commit to one conversation see each other's versions")
    func twoWriters() async throws {
        let one = try Store(folder: folder.path)
        let two = try Store(folder: folder.path)
        #expect(try await one.commit(turn()) == .committed(version: 1))
        #expect(try await two.commit(turn()) == .conflict(version: 1))
        #expect(try await two.commit(turn(version: 1)) == .committed(version: 2))
        #expect(try await one.load(ann)?.version == 2)
    }

    @Test("Many may open a new folder at the same moment")
    func openingTogether() {
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 6) { _ in
            do { try Store(folder: folder.path).close() } catch { failures.withLock { $0.append("\(error)") } }
        }
        #expect(failures.withLock { $0 } == [])
    }

    @Test("Closing tells every turn that waits, and refuses those that come later")
    func closing() async throws {
        let store = try Store(folder: folder.path)
        let told = Mutex(0)
        for number in 0..<100 {
            store.commit(turn(ConversationKey(relay: "r", name: "\(number)"))) { result in
                if case .success = result { told.withLock { $0 += 1 } }
            }
        }
        try store.close()
        try store.close()
        #expect(told.withLock { $0 } == 100)
        await #expect(throws: LedgerError("The store is closed.")) { try await store.commit(turn()) }
        await #expect(throws: LedgerError("The store is closed.")) { try await store.load(ann) }
    }
}
