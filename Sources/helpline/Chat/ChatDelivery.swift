import Dispatch
import HelplineMail

/// Delivers the mails of a chat, which has no service running beside it.
///
/// Files are written at once, before the receipt is shown. A server may take minutes to answer, so mails go to it on a
/// thread of their own while the conversation goes on.
final class ChatDelivery {
    private let service: DeliveryService
    private let sends: Bool
    private let queue = DispatchQueue(label: "helpline.chat.delivery")
    private let running = DispatchGroup()

    /// How long the end of a chat waits for a server, in seconds.
    private static let patience = 20

    init(_ service: DeliveryService, sends: Bool) {
        self.service = service
        self.sends = sends
    }

    /// Delivers what is due, unless another process delivers from this folder.
    func begin() {
        guard sends else { return Self.tell(service.drainOnce()) }
        queue.async(group: running) { [service] in
            Self.tell(service.drainOnce())
        }
    }

    /// Waits for what was begun; what is not done by then stays in the outbox.
    func finish() {
        guard running.wait(timeout: .now() + .seconds(Self.patience)) == .timedOut else { return }
        StandardError.say(
            "helpline: a mail is still on its way; it stays in the outbox, and “helpline outbox deliver” tries it again."
        )
    }

    private static func tell(_ result: DrainResult) {
        switch result {
        case .drained, .heldElsewhere: break
        case .held(let reason, _): StandardError.say("helpline: mails wait until this is mended: \(reason)")
        case .unavailable(let reason, _): StandardError.say("helpline: \(reason)")
        }
    }
}
