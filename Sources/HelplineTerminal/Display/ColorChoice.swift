/// Whether output is coloured: `--color`, then NO_COLOR (no-color.org), then TERM=dumb, then whether it is a terminal.
public enum ColorChoice: String, Sendable, CaseIterable {
    /// As the environment tells.
    case auto
    /// Always.
    case always
    /// Never.
    case never

    /// The decision.
    ///
    /// - Parameters:
    ///   - environment: the process's variables.
    ///   - isTerminal: whether output goes to a terminal.
    public func isOn(environment: [String: String], isTerminal: Bool) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb" && isTerminal
        }
    }
}
