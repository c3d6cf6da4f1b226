public import HelplineCore

/// When a mail that could not be handed over is tried again.
///
/// A value: the jitter follows from the mail, so that the same mail has the same moments and two mails that failed
/// together do not come back together.
public struct Backoff: Sendable, Equatable {
    /// What comes after a failed try.
    public enum Step: Sendable, Equatable {
        /// Another try, not before that moment.
        case retry(Timestamp)
        /// No further try.
        case giveUp
    }

    /// The waits in seconds after the first, second and each further try; the last one repeats.
    public var waits: [Int64]
    /// The part of a wait, in percent, by which it may be shorter or longer.
    public var jitter: Int64
    /// The age in seconds at which a mail is given up.
    public var lifetime: Int64

    /// Describes a schedule; without waits each failed try is the last.
    public init(waits: [Int64], jitter: Int64 = 20, lifetime: Int64) {
        self.waits = waits
        self.jitter = jitter
        self.lifetime = lifetime
    }

    /// 1, 5, 15, 30, 60, 120 minutes, then every 4 hours, each give or take a fifth; given up after 48 hours.
    public static let standard = Backoff(waits: [60, 300, 900, 1800, 3600, 7200, 14_400], lifetime: 172_800)

    /// What comes after a try that failed at `moment`.
    public func step(after mail: LeasedMail, at moment: Timestamp) -> Step {
        guard let last = waits.last, moment < mail.since.advanced(bySeconds: lifetime) else { return .giveUp }
        let wait = waits.indices.contains(mail.attempts) ? waits[mail.attempts] : last
        let spread = wait * jitter / 100
        let shift = spread > 0 ? Int64(Self.mixed(mail) % UInt64(2 * spread + 1)) - spread : 0
        return .retry(moment.advanced(bySeconds: wait + shift))
    }

    /// The step as the result of a delivery, with the reason of the failure.
    public func result(after mail: LeasedMail, at moment: Timestamp, reason: String) -> DeliveryResult {
        switch step(after: mail, at: moment) {
        case .retry(let next): .deferred(reason, until: next)
        case .giveUp: .failed(reason)
        }
    }

    /// A number drawn from the reference and the count of tries (FNV-1a, 64 bits).
    private static func mixed(_ mail: LeasedMail) -> UInt64 {
        let bytes = Array(mail.reference.description.utf8) + Array("\(mail.attempts)".utf8)
        return bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
