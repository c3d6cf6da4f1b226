import Glibc
import HelplineWire
import NIOCore
import NIOPosix

/// The sockets a server listens on and the loops that answer.
struct Listener {
    let house: House
    let group: MultiThreadedEventLoopGroup
    let channels: [any Channel]
    private let sockets: [UnixSocket]

    /// Connections that may wait to be accepted; the kernel has a limit of its own.
    private static let backlog: Int32 = 4096
    /// Connections accepted in one turn of a loop: NIO's 16 lets those of a crowd wait for seconds.
    private static let acceptedPerTurn: UInt = 256

    /// Listens on every endpoint, or on none where one of them fails.
    static func open(
        _ house: House, responder: any Responder, group: MultiThreadedEventLoopGroup
    ) async throws -> Listener {
        let bootstrap = bootstrap(house, seats: try await seats(responder, house.configuration, group), group)
        var channels: [any Channel] = []
        var sockets: [UnixSocket] = []
        do {
            for place in house.configuration.places {
                let channel = try await open(place, bootstrap, &sockets)
                channels.append(channel)
                try check(channel, place, house.configuration)
            }
        } catch {
            for channel in channels { try? await channel.close() }
            for socket in sockets { socket.remove() }
            throw error
        }
        return Listener(house: house, group: group, channels: channels, sockets: sockets)
    }

    private static func open(
        _ place: ListeningPlace, _ bootstrap: ServerBootstrap, _ sockets: inout [UnixSocket]
    ) async throws -> any Channel {
        do {
            switch place {
            case .tcp(let endpoint):
                return try await bootstrap.bind(host: endpoint.host, port: endpoint.port).get()
            case .unix(let path):
                let socket = try UnixSocket(path: path, backlog: backlog)
                sockets.append(socket)
                return try await bootstrap.withBoundSocket(socket.descriptor).get()
            case .inherited(let descriptor):
                guard isListening(descriptor) else {
                    throw ServerError(.bind, "this is no listening socket", at: place.description)
                }
                return try await bootstrap.withBoundSocket(descriptor).get()
            }
        } catch let error as ServerError {
            throw error
        } catch {
            throw SocketTrouble.listening(error, at: place)
        }
    }

    /// Whether a number is that of a socket that listens, whoever has opened it.
    private static func isListening(_ descriptor: Int32) -> Bool {
        var answer: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &answer, &size) == 0 && answer == 1
    }

    /// Refuses an inherited socket, or a name with an address, that the network can reach.
    private static func check(
        _ channel: any Channel, _ place: ListeningPlace, _ configuration: ServerConfiguration
    ) throws(ServerError) {
        guard !configuration.mayBeReached, let address = channel.localAddress, !address.isLocal else { return }
        throw .plaintext(at: "\(place)")
    }

    /// Where the server listens, the ports that were free included.
    var places: [ListeningPlace] {
        zip(channels, house.configuration.places).map { channel, place in
            guard let address = channel.localAddress, let host = address.ipAddress, let port = address.port else {
                return place
            }
            return .tcp(Endpoint(host: host, port: port))
        }
    }

    /// Accepts nobody any more and lets every connection finish; those that take too long are cut.
    func drain() async {
        for channel in channels { try? await channel.close() }
        for socket in sockets { socket.remove() }
        let open = house.registry.channels
        for channel in open { channel.pipeline.fireUserInboundEventTriggered(ConnectionHandler.Drain()) }
        let cut = group.any().scheduleTask(in: TimeAmount(house.configuration.waits.drain)) { Self.cut(open) }
        await withTaskCancellationHandler {
            for channel in open { try? await channel.closeFuture.get() }
        } onCancel: {
            Self.cut(open)
        }
        cut.cancel()
    }

    private static func cut(_ channels: [any Channel]) {
        for channel in channels { channel.close(promise: nil) }
    }

    /// One seat a loop, made on it.
    private static func seats(
        _ responder: any Responder, _ configuration: ServerConfiguration, _ group: MultiThreadedEventLoopGroup
    ) async throws -> [ObjectIdentifier: NIOLoopBound<Seat>] {
        var seats: [ObjectIdentifier: NIOLoopBound<Seat>] = [:]
        for loop in group.makeIterator() {
            seats[ObjectIdentifier(loop)] = try await loop.submit {
                NIOLoopBound(Seat(responder.desk(on: loop), on: loop, configuration), eventLoop: loop)
            }.get()
        }
        return seats
    }

    /// What stands before a connection over TCP where the server has a certificate.
    private static func door(of channel: any Channel, _ configuration: ServerConfiguration) -> TLSDoor? {
        guard let protection = configuration.protection, channel.parent?.localAddress?.ipAddress != nil else {
            return nil
        }
        return TLSDoor(protection)
    }

    private static func bootstrap(
        _ house: House, seats: [ObjectIdentifier: NIOLoopBound<Seat>], _ group: MultiThreadedEventLoopGroup
    ) -> ServerBootstrap {
        let received = ChannelOptions.Types.SocketOption.Value(house.configuration.limits.receiveBuffer)
        return ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: backlog)
            .serverChannelOption(.maxMessagesPerRead, value: acceptedPerTurn)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.socketOption(.so_rcvbuf), value: received)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let seat = seats[ObjectIdentifier(channel.eventLoop)]?.value else { return }
                    let door = door(of: channel, house.configuration)
                    let connection = ConnectionHandler(house, seat: seat, isProtected: door != nil)
                    if let door { try channel.pipeline.syncOperations.addHandler(door) }
                    try channel.pipeline.syncOperations.addHandlers(BackPressureHandler(), connection)
                }
            }
    }
}
