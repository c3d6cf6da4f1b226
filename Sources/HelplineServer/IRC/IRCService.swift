public import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle
import Synchronization

/// Keeps the bot on an IRC network: connects, and connects again when it was lost, with growing pauses.
public struct IRCService: Service {
    private let configuration: IRCConfiguration
    private let responder: any Responder
    private let logger: Logger
    private let onJoined: @Sendable () -> Void

    /// Describes a client; ``run()`` connects it.
    ///
    /// - Parameters:
    ///   - configuration: the network and the nick.
    ///   - responder: what answers.
    ///   - logger: takes causes, never a word of a user.
    ///   - onJoined: called each time the network has let the bot in.
    public init(
        _ configuration: IRCConfiguration, responder: any Responder, logger: Logger,
        onJoined: @escaping @Sendable () -> Void = {}
    ) {
        self.configuration = configuration
        self.responder = responder
        self.logger = logger
        self.onJoined = onJoined
    }

    /// Stays connected until the service group stops.
    public func run() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = group.next()
        let desk = try await loop.submit { [responder] in
            NIOLoopBound(responder.desk(on: loop), eventLoop: loop)
        }.get()
        var wait = configuration.reconnect.lowerBound
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let wasJoined = await connect(on: loop, desk)
            wait = wasJoined ? configuration.reconnect.lowerBound : min(wait * 2, configuration.reconnect.upperBound)
            let pause = wait
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: pause) }
        }
        try await group.shutdownGracefully()
    }

    /// Networks ask for a sign of life every minute or two; silence for longer is a connection that is dead.
    private static let longestSilence = TimeAmount.seconds(400)

    /// Whether the network has let the bot in, told from the loop to the task that waits.
    private final class Joined: Sendable {
        private let value = Atomic<Bool>(false)

        var isTrue: Bool { value.load(ordering: .acquiring) }

        func set() { value.store(true, ordering: .releasing) }
    }

    /// Connects and stays until the connection ends; whether the network had let the bot in.
    private func connect(on loop: any EventLoop, _ desk: NIOLoopBound<any Desk>) async -> Bool {
        let joined = Joined()
        do {
            let bootstrap = ClientBootstrap(group: loop).channelInitializer { [configuration, onJoined] channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = IRCHandler(configuration, desk: desk.value) {
                        joined.set()
                        onJoined()
                    }
                    try channel.pipeline.syncOperations.addHandlers(
                        IdleStateHandler(readTimeout: Self.longestSilence), handler)
                }
            }
            let server = configuration.server
            let channel = try await bootstrap.connect(host: server.host, port: server.port).get()
            logger.notice("connected to \(server)")
            await withGracefulShutdownHandler {
                try? await channel.closeFuture.get()
            } onGracefulShutdown: {
                channel.pipeline.fireUserInboundEventTriggered(IRCHandler.Quit())
            }
            logger.notice("the connection to \(server) has ended")
        } catch {
            logger.warning("\(configuration.server): \(SocketTrouble.connecting(error)) It is tried again.")
        }
        return joined.isTrue
    }
}
