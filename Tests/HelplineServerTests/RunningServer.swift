import Foundation
import HelplineServer
import Logging

/// Runs a server on a free port of the loopback while `body` talks to it.
func withServer(
    _ responder: any Responder = ScriptedResponder(), metrics: MetricsBook = MetricsBook(),
    heartbeat: Heartbeat? = nil, change: (inout ServerConfiguration) -> Void = { _ in },
    _ body: (_ port: Int) async throws -> Void
) async throws {
    var configuration = ServerConfiguration([.tcp(Endpoint(host: "127.0.0.1", port: 0))])
    configuration.loops = 2
    configuration.greets = false
    configuration.waits.drain = .seconds(5)
    change(&configuration)
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    let server = LineServer(
        configuration, responder: responder, logger: quietLogger, metrics: metrics, heartbeat: heartbeat
    ) { places in
        for place in places { continuation.yield(place.endpoint?.port ?? 0) }
        continuation.finish()
    }
    let running = Task { try await server.run() }
    defer { running.cancel() }
    for await port in ports.prefix(1) {
        try await body(port)
    }
    running.cancel()
    try await running.value
}

/// The same for clients that block: they run on threads of their own, so that they hold up no other task.
func withClients(
    _ responder: any Responder = ScriptedResponder(), metrics: MetricsBook = MetricsBook(),
    heartbeat: Heartbeat? = nil, change: (inout ServerConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (_ port: Int) throws -> Void
) async throws {
    try await withServer(responder, metrics: metrics, heartbeat: heartbeat, change: change) { port in
        try await onThread { try body(port) }
    }
}

/// Waits on this thread until something is so, a hundred seconds at most.
func eventually(_ condition: () -> Bool) throws {
    for _ in 0..<50_000 {
        if condition() { return }
        usleep(2000)
    }
    throw Client.Failure(what: "it was not so after a hundred seconds")
}

/// A logger that says nothing, so that a test's output is its own.
var quietLogger: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }

/// Runs what blocks beside the threads that all tasks share.
func onThread(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withTaskExecutorPreference(BlockingExecutor.shared) { try body() }
}

/// Runs tasks that block, each on a thread of its own.
private final class BlockingExecutor: TaskExecutor {
    static let shared = BlockingExecutor()
    private let queue = DispatchQueue(label: "blocking clients", attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
