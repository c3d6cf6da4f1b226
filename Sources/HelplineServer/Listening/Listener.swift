import HelplineWire
import NIOCore
import NIOPosix

/// The sockets a server listens on and the loops that answer.
struct Listener {
    let house: House
    let group: MultiThreadedEventLoopGroup
    let channels: [any Channel]
    private let sockets: ListeningSockets

    /// Connections accepted in one turn of a loop: NIO's 16 lets those of a crowd wait for seconds.
    private static let acceptedPerTurn: UInt = 256

    /// Answers whoever comes to the sockets, or gives all up where one of them fails.
    static func open(
        _ house: House, _ sockets: ListeningSockets, responder: any Responder, group: MultiThreadedEventLoopGroup
    ) async throws -> Listener {
        let bootstrap = bootstrap(house, seats: try await seats(responder, house.configuration, group), group)
        var channels: [any Channel] = []
        var taken = 0
        do {
            for socket in sockets.all {
                taken += 1
                let channel = try await open(socket, bootstrap)
                channels.append(channel)
                try check(channel, socket.place, house.configuration)
            }
        } catch {
            for channel in channels { try? await channel.close() }
            for socket in sockets.all.dropFirst(taken) { socket.close() }
            sockets.removeFiles()
            throw error
        }
        return Listener(house: house, group: group, channels: channels, sockets: sockets)
    }

    private static func open(
        _ socket: ListeningSocket, _ bootstrap: ServerBootstrap
    ) async throws(ServerError) -> any Channel {
        do {
            let channel = try await bootstrap.withBoundSocket(socket.descriptor).get()
            socket.lengthenQueue()
            return channel
        } catch {
            throw SocketTrouble.listening(error, at: socket.place)
        }
    }

    /// Refuses an inherited socket that the network can reach.
    private static func check(
        _ channel: any Channel, _ place: ListeningPlace, _ configuration: ServerConfiguration
    ) throws(ServerError) {
        guard !configuration.mayBeReached, let address = channel.localAddress, !address.isLocal else { return }
        throw .plaintext(at: "\(place)")
    }

    /// Where the server listens, the ports that were free included.
    var places: [ListeningPlace] {
        zip(channels, sockets.all.map(\.place)).map { channel, place in
            guard let address = channel.localAddress, let host = address.ipAddress, let port = address.port else {
                return place
            }
            return .tcp(Endpoint(host: host, port: port))
        }
    }

    /// Accepts nobody any more and lets every connection finish; those that take too long are cut.
    func drain() async {
        for channel in channels { try? await channel.close() }
        sockets.removeFiles()
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
        return ServerBootstrap(group: group)
            .serverChannelOption(.maxMessagesPerRead, value: acceptedPerTurn)
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
