import Foundation
import HelplineCore
import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import HelplineMail

@Suite("Delivering the outbox", .timeLimit(.minutes(10)))
struct DeliveryServiceTests {
    private let state: TemporaryFolder
    private let outbox = MemoryOutbox()

    init() throws {
        state = try TemporaryFolder()
    }

    private func service(
        _ transport: any Transport, interval: Int = 60_000, grace: Int64 = 1000,
        clock: @escaping @Sendable () -> Timestamp = { now() }
    ) -> DeliveryService {
        DeliveryService(
            outbox: outbox, transport: transport, stateFolder: state.path, owner: "test",
            pace: .init(interval: interval, grace: grace), clock: clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private static func now() -> Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }

    @discardableResult
    private func add(_ number: UInt64) throws -> Reference {
        let mail = try LeasedMail.sample(reference: Reference(random: number), created: Self.now())
        outbox.add(mail)
        return mail.reference
    }

    private func file(_ reference: Reference) -> [UInt8]? {
        state.bytes("outbox/\(reference).eml")
    }

    /// Waits until something is so, a hundred seconds at most.
    private func until(_ condition: () -> Bool) async throws {
        for _ in 0..<50_000 {
            if condition() { return }
            try await Task.sleep(for: .milliseconds(2))
        }
        Issue.record("it was not so after a hundred seconds")
    }

    @Test("Draining once delivers all that is due and gives the lock back")
    func drainOnce() throws {
        let references = try (1...5).map { try add($0) }
        let service = service(FileTransport(folder: state.path + "/outbox"))
        var counts = DrainResult.Counts()
        counts.delivered = 5
        #expect(service.drainOnce() == .drained(counts))
        #expect(service.drainOnce() == .drained(DrainResult.Counts()))
        for reference in references { #expect(file(reference) == outbox.row(reference)?.mail.composed.bytes) }
        #expect(outbox.states == Array(repeating: .sent, count: 5))
    }

    @Test("Who finds the lock taken delivers nothing and says so")
    func heldElsewhere() throws {
        let lock = try DeliveryLock(stateFolder: state.path)
        let reference = try add(1)
        let service = service(FileTransport(folder: state.path + "/outbox"))
        withExtendedLifetime(lock) {
            #expect(service.drainOnce(patience: 50) == .heldElsewhere)
            #expect(throws: DeliveryLock.Failure.heldElsewhere) { try DeliveryLock(stateFolder: state.path) }
        }
        #expect(file(reference) == nil)
        #expect(outbox.states == [.ready])
    }

    @Test("Whoever holds the lock for a moment does not leave the mail of another process behind")
    func patience() throws {
        let lock = Mutex<DeliveryLock?>(try DeliveryLock(stateFolder: state.path))
        let reference = try add(1)
        let service = service(FileTransport(folder: state.path + "/outbox"))
        // On a thread of its own: where other tests keep the threads of tasks busy, a task would come too late.
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(100)) { lock.withLock { $0 = nil } }
        let result = service.drainOnce(patience: 600_000)
        var counts = DrainResult.Counts()
        counts.delivered = 1
        #expect(result == .drained(counts))
        #expect(file(reference) != nil)
    }

    @Test("Nobody waits for a lock while no mail is due")
    func noPatience() throws {
        let lock = try DeliveryLock(stateFolder: state.path)
        let service = service(FileTransport(folder: state.path + "/outbox"))
        // Were it waited for, the suite's time limit would end the wait.
        #expect(withExtendedLifetime(lock) { service.drainOnce(patience: 3_600_000) } == .heldElsewhere)
    }

    @Test("The leases of a process that died are taken back when the lock is taken")
    func onLock() throws {
        let reference = try add(1)
        _ = try outbox.lease(at: Self.now(), for: 3600, owner: "dead")
        let outbox = outbox
        let service = DeliveryService(
            outbox: outbox, transport: FileTransport(folder: state.path + "/outbox"), stateFolder: state.path,
            owner: "test", clock: { Self.now() }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            onLock: { moment in outbox.releaseLeases(at: moment) })
        _ = service.drainOnce()
        #expect(file(reference) != nil)
    }

    @Test("A lock that was given back can be taken again, and its file stays")
    func lockReturns() throws {
        do { _ = try DeliveryLock(stateFolder: state.path) }
        _ = try DeliveryLock(stateFolder: state.path)
        #expect(state.names() == ["outbox.lock"])
    }

    @Test("Without a state folder there is a sentence and no trap")
    func noStateFolder() {
        let service = DeliveryService(
            outbox: outbox, transport: FileTransport(folder: "/nowhere/outbox"), stateFolder: "/nowhere",
            owner: "test", clock: { Self.now() }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let reason = "/nowhere/outbox.lock: cannot lock: No such file or directory"
        #expect(service.drainOnce() == .unavailable(reason, DrainResult.Counts()))
    }

    @Test("An outbox that cannot be read is reported with what was done before")
    func outboxFails() throws {
        outbox.fail(with: "the database is locked")
        let service = service(FileTransport(folder: state.path + "/outbox"))
        #expect(service.drainOnce() == .unavailable("the database is locked", DrainResult.Counts()))
    }

    @Test("A mail deferred to the past is not tried again in the same breath")
    func noSpinning() throws {
        try add(1)
        let moment = Self.now().advanced(bySeconds: 1)
        let transport = ScriptedTransport { _, moment in .deferred("later", until: moment) }
        let service = service(transport, clock: { moment })
        var counts = DrainResult.Counts()
        counts.deferred = 1
        #expect(service.drainOnce() == .drained(counts))
        #expect(outbox.row(Reference(random: 1))?.due == moment.advanced(bySeconds: 1))
    }

    @Test("A mail that is announced is a file at once, long before the next interval")
    func wakes() async throws {
        let service = service(FileTransport(folder: state.path + "/outbox"), interval: 3_600_000)
        let running = Task { try await service.run() }
        try await until { (try? DeliveryLock(stateFolder: state.path)) == nil }
        for number in 1...3 as ClosedRange<UInt64> {
            let reference = try add(number)
            service.wake()
            try await until { file(reference) != nil }
        }
        running.cancel()
        try await running.value
        #expect(outbox.states == [.sent, .sent, .sent])
    }

    @Test("A mail of another process is found within the interval, and one that waits at its moment")
    func polls() async throws {
        let tries = Mutex(0)
        let transport = ScriptedTransport { _, moment in
            let count = tries.withLock { count in
                count += 1
                return count
            }
            return count == 1 ? .deferred("busy", until: moment) : .delivered("there")
        }
        let service = service(transport, interval: 20)
        let running = Task { try await service.run() }
        try add(1)
        try await until { outbox.states == [.sent] }
        #expect(transport.log.count == 2)
        running.cancel()
        try await running.value
    }

    @Test("A service takes over when the holder of the lock ends")
    func takesOver() async throws {
        var lock: DeliveryLock? = try DeliveryLock(stateFolder: state.path)
        let reference = try add(1)
        let service = service(FileTransport(folder: state.path + "/outbox"), interval: 20)
        let running = Task { try await service.run() }
        try await Task.sleep(for: .milliseconds(100))
        #expect(withExtendedLifetime(lock) { file(reference) } == nil)
        lock = nil
        try await until { file(reference) != nil }
        running.cancel()
        try await running.value
    }

    @Test("An outbox that fails for a while is delivered when it is back")
    func recovers() async throws {
        outbox.fail(with: "the database is locked")
        let service = service(FileTransport(folder: state.path + "/outbox"), interval: 10)
        let running = Task { try await service.run() }
        let reference = try add(1)
        try await Task.sleep(for: .milliseconds(50))
        #expect(file(reference) == nil)
        outbox.fail(with: nil)
        try await until { file(reference) != nil }
        running.cancel()
        try await running.value
    }

    @Test("Stopping finishes the mail in hand, begins no other without grace, and gives the lock back")
    func stopping() async throws {
        let running = Mutex<Task<Void, any Error>?>(nil)
        let transport = ScriptedTransport { _, _ in
            // The order to stop comes while the first mail is in hand; cancelling runs the handler at once.
            for _ in 0..<50_000 {
                if running.withLock({ $0?.cancel() }) != nil { break }
                usleep(2000)
            }
            return .delivered("there")
        }
        try add(1)
        try add(2)
        let service = service(transport, grace: 0)
        let task = Task { try await service.run() }
        running.withLock { $0 = task }
        try await task.value
        #expect(outbox.states == [.sent, .ready])
        _ = try DeliveryLock(stateFolder: state.path)
    }

    @Test("A mail accepted in the last moment before the shutdown still becomes a file")
    func lastMoment() async throws {
        let service = service(FileTransport(folder: state.path + "/outbox"))
        let group = ServiceGroup(services: [service], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let running = Task { try await group.run() }
        try await until { (try? DeliveryLock(stateFolder: state.path)) == nil }
        let reference = try add(1)
        await group.triggerGracefulShutdown()
        try await running.value
        #expect(file(reference) != nil)
    }
}
