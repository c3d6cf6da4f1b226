/// The bot's side of a connection to an IRC network, as a value: lines in, what to do out.
///
/// It answers what is said to it alone, and what is said to its nick in a channel; nothing else. A NOTICE is never
/// answered and CTCP is ignored, so that two bots cannot talk without end (RFC 2812 section 3.3.2).
struct IRCSession: Sendable {
    /// What to do next.
    enum Action: Sendable, Equatable {
        /// Say a line to the network.
        case send(String)
        /// Answer somebody.
        case answer(Question)
        /// Somebody is gone, or has another name: whoever has the nick next is somebody else.
        case forget(nick: String)
        /// The network has let the bot in.
        case joined
    }

    /// Something said to the bot.
    struct Question: Sendable, Equatable {
        var nick: String
        var text: String
        /// The channel; nil where nobody else reads along.
        var channel: String?
    }

    private let configuration: IRCConfiguration
    /// The nick in use.
    private(set) var nick: String

    /// Begins a connection.
    init(_ configuration: IRCConfiguration) {
        self.configuration = configuration
        nick = configuration.nick
    }

    /// The first lines.
    func begin() -> [Action] {
        let capabilities = configuration.password == nil ? [] : ["CAP REQ :sasl"]
        return (capabilities + ["NICK \(nick)", "USER \(configuration.nick) 0 * :helpline"]).map { .send($0) }
    }

    /// Takes a line of the network; `isPlain` where it holds no CTCP mark.
    mutating func receive(_ message: IRCMessage, isPlain: Bool) -> [Action] {
        switch message.command {
        case "PING": return [.send("PONG :\(message.parameters.last ?? "")")]
        case "001": return [.joined] + configuration.channels.map { .send("JOIN \($0)") }
        case "433", "436": return rename()
        case "CAP": return capability(message)
        case "AUTHENTICATE": return message[0] == "+" ? [.send("AUTHENTICATE \(proof)")] : []
        case "903": return [.send("CAP END")]
        // The password was refused: going on without would be another one's nick.
        case "902", "904", "905", "906": return [.send("QUIT :SASL failed")]
        case "NICK" where message.source == nick:
            nick = message[0]
            return []
        case "NICK", "QUIT", "KILL": return [.forget(nick: message.source)]
        case "PRIVMSG" where isPlain: return question(message).map { [.answer($0)] } ?? []
        default: return []
        }
    }

    private mutating func rename() -> [Action] {
        nick += "_"
        return [.send("NICK \(nick)")]
    }

    private func capability(_ message: IRCMessage) -> [Action] {
        switch message[1] {
        case "ACK": [.send("AUTHENTICATE PLAIN")]
        case "NAK": [.send("QUIT :no SASL here")]
        default: []
        }
    }

    /// The account's name and password (RFC 4616), in base64.
    private var proof: String {
        let password = configuration.password ?? ""
        return IRCBase64.encoded(Array("\(configuration.nick)\0\(configuration.nick)\0\(password)".utf8))
    }

    private func question(_ message: IRCMessage) -> Question? {
        let (target, text) = (message[0], message[1])
        guard !message.source.isEmpty, !message.source.contains("."), message.source != nick else { return nil }
        guard target.first.map({ "#&+!".contains($0) }) == true else {
            return Question(nick: message.source, text: text, channel: nil)
        }
        return addressed(text).map { Question(nick: message.source, text: $0, channel: target) }
    }

    /// What is said to the bot in a channel: `nick: text`, `nick, text` or `@nick text`.
    private func addressed(_ text: String) -> String? {
        let begin = text.hasPrefix("@") ? text.dropFirst() : text[...]
        guard begin.lowercased().hasPrefix(nick.lowercased()) else { return nil }
        let rest = begin.dropFirst(nick.count)
        guard let next = rest.first, ":,： ，".contains(next) else { return nil }
        return String(rest.dropFirst().drop { $0 == " " })
    }
}
