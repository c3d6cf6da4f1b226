/// Why the server ends a connection that did nothing forbidden and yet cannot stay.
enum Dismissal: String, Sendable, CaseIterable {
    /// It never said a whole line.
    case firstLine = "no_line"
    /// Its line does not end.
    case slowLine = "slow_line"
    /// It has been silent for long.
    case idle
    /// A relay that gives no sign of life.
    case silent = "no_pong"
    /// A line far beyond all limits.
    case endless = "too_long"

    /// What a person reads.
    var words: String {
        switch self {
        case .firstLine: "No line came; good-bye. 一直没有收到消息，连接关闭。"
        case .slowLine: "Your line did not end; good-bye. 这一行一直没有结束，连接关闭。"
        case .idle: "Nothing was said for a while; good-bye, come back any time. 很久没有消息，连接关闭，欢迎随时再来。"
        case .silent, .endless: "A line without end; good-bye. 一行太长，连接关闭。"
        }
    }
}
