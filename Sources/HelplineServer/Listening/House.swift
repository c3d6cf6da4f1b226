import Logging

/// What all connections of a server share.
struct House: Sendable {
    let configuration: ServerConfiguration
    let registry: ConnectionRegistry
    let relays = RelayRegistry()
    let metrics: ServerMetrics
    let logger: Logger
    /// Tells this run of the server from every other.
    let instance: String

    /// Notes what happened to a connection; nothing that a user said may stand in it.
    func log(_ event: @autoclosure () -> String, connection: UInt64) {
        logger.debug("\(event())", metadata: ["connection": "\(connection)"])
    }
}
