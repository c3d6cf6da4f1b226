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
        guard identity.isProven else { return welcome(&actions) }
        isClaiming = true
        actions.append(.claim(identity.relay))
    }

    /// Says that no other connection speaks for the relay any more.
    public mutating func admitted() -> [Action] {
        guard isClaiming else { return [] }
        var actions: [Action] = []
        isClaiming = false
        welcome(&actions)
        return actions
    }

    private func welcome(_ actions: inout [Action]) {
        let welcome = ServerMessage.welcome(window: configuration.window, lineLimit: configuration.lineLimit)
        actions.append(.send(welcome.encoded()))
    }
}
