/// Where a server can be reached.
public enum ListeningPlace: Sendable, Hashable, CustomStringConvertible {
    /// An address and a port.
    case tcp(Endpoint)
    /// A socket in the file system, which its owner and group may use (mode 0660).
    case unix(path: String)
    /// A listening socket that was opened by whoever started the process; its number.
    case inherited(descriptor: Int32)

    /// The address and port; nil for everything else.
    public var endpoint: Endpoint? {
        guard case .tcp(let endpoint) = self else { return nil }
        return endpoint
    }

    /// The place in words.
    public var description: String {
        switch self {
        case .tcp(let endpoint): endpoint.description
        case .unix(let path): path
        case .inherited(let descriptor): "descriptor \(descriptor)"
        }
    }
}
