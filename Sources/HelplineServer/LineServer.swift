public import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle

/// Speaks lines over TCP: plain ones with people and simple relays, helpline/1 with relays that carry many users.
///
/// Run it in a `ServiceGroup`. On a graceful shutdown it accepts nobody any more, finishes the lines in hand, says
/// good-bye, and returns within ``ServerConfiguration/drainTime``.
///
/// ```swift
/// let server = LineServer(
///     ServerConfiguration(endpoints: [try Endpoint(parsing: "127.0.0.1:7777")]),
///     responder: BotResponder(shelf: shelf, committer: committer, surroundings: surroundings),
///     logger: logger)
/// try await ServiceGroup(services: [server], logger: logger).run()
/// ```
public struct LineServer: Service {
    private let configuration: ServerConfiguration
    private let responder: any Responder
    private let logger: Logger
    private let onListening: @Sendable ([Endpoint]) -> Void

    /// Describes a server; ``run()`` opens it.
    ///
    /// - Parameters:
    ///   - configuration: where it listens and what it allows.
    ///   - responder: what answers.
    ///   - logger: takes connection numbers and causes, never a word of a user.
    ///   - onListening: called once with the addresses, when clients can connect.
    public init(
        _ configuration: ServerConfiguration, responder: any Responder, logger: Logger,
        onListening: @escaping @Sendable ([Endpoint]) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.responder = responder
        self.logger = logger
        self.onListening = onListening
    }

    /// Serves until the service group stops or the task is cancelled; cancelling cuts all connections at once.
    ///
    /// Throws a ``ServerError`` where it cannot listen.
    public func run() async throws {
        try configuration.checkPlaintext()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: configuration.loops ?? System.coreCount)
        do {
            let listener = try await Listener.open(house, responder: responder, group: group)
            onListening(listener.endpoints)
            try? await gracefulShutdown()
            await listener.drain()
            try await group.shutdownGracefully()
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
    }

    private var house: House {
        House(
            configuration: configuration, registry: ConnectionRegistry(capacity: configuration.connections),
            metrics: ServerMetrics(), logger: logger,
            instance: String(UInt64.random(in: .min ... .max), radix: 36))
    }
}
