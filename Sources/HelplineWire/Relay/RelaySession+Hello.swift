extension RelaySession {
    /// Lets a relay in, or ends the connection; a hello behind the first message only is refused.
    mutating func admit(_ hello: ClientMessage.Hello, _ actions: inout [Action]) throws(RelayFault) {
        guard identity == nil, tickets == 0, lanes.isEmpty else {
            throw RelayFault(.unauthorized, "hello comes once, before all messages")
        }
        guard hello.protocols.isEmpty || hello.protocols.contains(ServerMessage.protocolName) else {
            throw RelayFault(.unknownType, "this server speaks \(ServerMessage.protocolName)", isFatal: true)
        }
        guard let identity = configuration.credentials.identity(of: hello, onTrusted: configuration.isTrusted) else {
            throw RelayFault(.unauthorized, "no such relay, or not its secret", isFatal: true)
        }
        self.identity = identity
        let welcome = ServerMessage.welcome(window: configuration.window, lineLimit: configuration.lineLimit)
        actions.append(.send(welcome.encoded()))
    }
}
