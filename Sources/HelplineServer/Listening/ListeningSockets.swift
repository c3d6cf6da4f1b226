/// All sockets of a server, open before it can answer: an address that is not to be had is known at once, and whoever
/// connects while a pack is being read waits and is not turned away.
///
/// ```swift
/// let sockets = try ListeningSockets.open(configuration)
/// let knowledge = try proveThePack()
/// let server = LineServer(configuration, sockets: sockets, responder: …, logger: logger)
/// ```
public struct ListeningSockets: Sendable {
    let all: [ListeningSocket]

    /// Listens at every place, or at none where one of them fails.
    ///
    /// Blocks where the name of a host has to be looked up.
    public static func open(_ configuration: ServerConfiguration) throws(ServerError) -> ListeningSockets {
        try configuration.checkPlaintext()
        var all: [ListeningSocket] = []
        do {
            for place in configuration.places { all.append(try ListeningSocket(at: place, configuration)) }
        } catch {
            for socket in all { socket.close() }
            throw error
        }
        return ListeningSockets(all: all)
    }

    /// Gives them up; only before a server has taken them.
    public func close() {
        for socket in all { socket.close() }
    }

    /// Takes the files of unix sockets away.
    func removeFiles() {
        for socket in all { socket.removeFile() }
    }
}
