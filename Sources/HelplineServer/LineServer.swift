public import Logging
public import Metrics
import NIOCore
import NIOPosix
public import ServiceLifecycle

/// Speaks lines over TCP and unix sockets: plain ones with people and simple relays, helpline/1 with relays that carry
/// many users.
///
/// Run it in a `ServiceGroup`. On a graceful shutdown it accepts nobody any more, finishes the lines in hand, says
/// good-bye, and returns within ``ServerWaits/drain``.
///
/// ```swift
/// let server = LineServer(
///     ServerConfiguration([.tcp(try Endpoint(parsing: "127.0.0.1:7777"))]),
///     responder: BotResponder(shelf: shelf, committer: committer, surroundings: surroundings),
///     logger: logger)
/// try await ServiceGroup(services: [server], logger: logger).run()
/// ```
public struct LineServer: Service {
    private let configuration: ServerConfiguration
    private let sockets: ListeningSockets?
    private let responder: any Responder
    private let logger: Logger
    private let metrics: any MetricsFactory
    private let heartbeat: Heartbeat?
    private let onListening: @Sendable ([ListeningPlace]) -> Void
    private let onStopping: @Sendable () -> Void

    /// Describes a server; ``run()`` opens it.
    ///
    /// - Parameters:
    ///   - configuration: where it listens and what it allows.
    ///   - sockets: those of the configuration, where they are open already; the server closes them.
    ///   - responder: what answers.
    ///   - logger: takes connection numbers and causes, never a word of a user.
    ///   - metrics: takes what is counted.
    ///   - heartbeat: what is done again and again while all loops turn.
    ///   - onListening: called once with the addresses, when clients can connect.
    ///   - onStopping: called once when it begins to stop.
    public init(
        _ configuration: ServerConfiguration, sockets: ListeningSockets? = nil, responder: any Responder,
        logger: Logger,
        metrics: any MetricsFactory = MetricsSystem.factory, heartbeat: Heartbeat? = nil,
        onListening: @escaping @Sendable ([ListeningPlace]) -> Void = { _ in },
        onStopping: @escaping @Sendable () -> Void = {}
    ) {
        self.configuration = configuration
        self.sockets = sockets
        self.responder = responder
        self.logger = logger
        self.metrics = metrics
        self.heartbeat = heartbeat
        self.onListening = onListening
        self.onStopping = onStopping
    }

    /// Serves until the service group stops or the task is cancelled; cancelling cuts all connections at once.
    ///
    /// Throws a ``ServerError`` where it cannot listen.
    public func run() async throws {
        let sockets = try sockets ?? ListeningSockets.open(configuration)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: configuration.loops ?? System.coreCount)
        do {
            let listener = try await Listener.open(house, sockets, responder: responder, group: group)
            onListening(listener.places)
            let pulse = heartbeat.map(listener.start)
            try? await gracefulShutdown()
            onStopping()
            await listener.drain()
            pulse?.cancel()
            try await group.shutdownGracefully()
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
    }

    private var house: House {
        House(
            configuration: configuration, registry: ConnectionRegistry(configuration.limits),
            metrics: ServerMetrics(metrics), logger: logger,
            instance: String(UInt64.random(in: .min ... .max), radix: 36))
    }
}
