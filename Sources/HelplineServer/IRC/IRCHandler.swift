import HelplineCore
import HelplineWire
import NIOCore

/// One connection to an IRC network; everything happens on its loop.
final class IRCHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Sent through the pipeline when the service stops.
    struct Quit: Sendable {}

    private struct Partner {
        let talk: any Talk
        var used: Int
        var isWaiting = false
    }

    /// With tags a line may have 8,191 bytes more (IRCv3 message-tags).
    private static let longestLine = 8192 + 512
    /// Lines that wait to be said; what comes beyond is not answered.
    private static let mostWaiting = 200

    private let configuration: IRCConfiguration
    private let desk: any Desk
    private let onJoined: () -> Void
    private var session: IRCSession
    private var framer = LineFramer(limit: longestLine)
    private var partners: [String: Partner] = [:]
    private var turns = 0
    private var waiting: [String] = []
    private var pace = PaceKeeper()
    private var isSpeaking = false
    private var context: ChannelHandlerContext?

    init(_ configuration: IRCConfiguration, desk: any Desk, onJoined: @escaping () -> Void) {
        self.configuration = configuration
        self.desk = desk
        self.onJoined = onJoined
        session = IRCSession(configuration)
    }

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        perform(session.begin())
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.context = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        framer.append(unwrapInboundIn(data).readableBytesView)
        while let event = framer.next() {
            guard case .line(let bytes) = event else { continue }
            let isPlain = !bytes.contains(0x01)
            if let message = IRCMessage(parsing: LineText(bytes).string) {
                perform(session.receive(message, isPlain: isPlain))
            }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is Quit { write("QUIT :good-bye") }
        if event is Quit || event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
    }

    private func perform(_ actions: [IRCSession.Action]) {
        for action in actions {
            switch action {
            case .send(let line): write(line)
            case .answer(let question): answer(question)
            case .forget(let nick): partners = partners.filter { $0.key != nick && !$0.key.hasPrefix(nick + " ") }
            case .joined: onJoined()
            }
        }
    }

    // MARK: Answers

    private func answer(_ question: IRCSession.Question) {
        let name = question.channel.map { "\(question.nick) \($0)" } ?? question.nick
        var partner = partners[name] ?? newPartner(name)
        // What is said while an answer is on its way to the disk is left out: nobody types that fast.
        guard !partner.isWaiting else { return }
        turns += 1
        partner.used = turns
        var message = RelayMessage(
            audience: question.channel == nil ? .private : .group, user: RelayUser(name: question.nick),
            text: question.text)
        message.canBringFiles = false
        let answer = partner.talk.answer(message) { [weak self] answer in
            self?.partners[name]?.isWaiting = false
            self?.say(answer.replies, to: question)
        }
        partner.isWaiting = answer == nil
        partners[name] = partner
        if let answer { say(answer.replies, to: question) }
    }

    private func newPartner(_ name: String) -> Partner {
        if partners.count >= configuration.conversations,
            let oldest = partners.filter({ !$0.value.isWaiting }).min(by: { $0.value.used < $1.value.used })?.key
        {
            partners[oldest] = nil
        }
        let key = ConversationKey(relay: "irc \(configuration.server)", name: name)
        return Partner(talk: desk.talk(key), used: turns)
    }

    private func say(_ replies: [Reply], to question: IRCSession.Question) {
        let target = question.channel ?? question.nick
        let lead = question.channel == nil ? "" : "\(question.nick): "
        let room = IRCText.room(to: target, behind: lead, as: session.nick, limit: configuration.lineLimit)
        for reply in replies {
            let lines = IRCText.lines(of: reply.text.string, limit: room)
            for line in lines where waiting.count < Self.mostWaiting {
                waiting.append("PRIVMSG \(target) :\(lead)\(line)")
            }
        }
        speak()
    }

    /// Says what waits, as fast as the network allows.
    private func speak() {
        guard let context, !isSpeaking else { return }
        while !waiting.isEmpty {
            let wait = pace.admit(at: .now(), configuration.pace)
            guard wait <= .zero else {
                isSpeaking = true
                context.eventLoop.assumeIsolated().scheduleTask(in: wait) { [weak self] in
                    self?.isSpeaking = false
                    self?.speak()
                }
                return
            }
            write(waiting.removeFirst())
        }
    }

    private func write(_ line: String) {
        guard let context else { return }
        let bytes = Array(IRCText.fitted(Controls.removed(from: line)).utf8) + [0x0D, 0x0A]
        context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(bytes: bytes)), promise: nil)
    }
}
