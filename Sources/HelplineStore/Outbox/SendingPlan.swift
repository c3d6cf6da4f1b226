import HelplineCore

/// Decides which of the mails that wait goes next, and when: a value, without a database and without a clock.
///
/// An hour has so many mails in all. The last fifth of them is for urgent ones alone. A party on the network has a
/// third, a relay or this machine two thirds (rounded up), so that nobody can fill an hour for everybody else. Of those
/// that may go, urgent ones go first, then those whose source had the fewest in the last hour, then the oldest; within
/// a source each conversation takes its turn.
struct SendingPlan {
    /// A mail that waits.
    struct Waiting: Equatable {
        var sequence: Int64
        var source: String
        var conversation: String
        var isUrgent: Bool
        /// When it was accepted, in milliseconds; it goes no sooner, whatever the clock says since.
        var accepted: Int64
    }

    /// A mail that went, or was first tried, at a moment in milliseconds.
    struct Release: Equatable {
        var moment: Int64
        var source: String
        var isUrgent: Bool
    }

    /// The mails of an hour, by whom they may be taken.
    struct Shares {
        let all: Int

        /// What mails that are not urgent may take.
        var ordinary: Int { all - all / 5 }

        /// What one source may take.
        func of(_ source: String) -> Int {
            source.hasPrefix(MailSource.networkPrefix) ? smallest : (2 * all + 2) / 3
        }

        /// As long as fewer went within the hour, nobody has to wait, whoever it is.
        var smallest: Int { (all + 2) / 3 }
    }

    static let hour: Int64 = 3_600_000

    private let shares: Shares
    /// The moments of the mails that went, oldest first.
    private var all: [Int64] = []
    private var ordinary: [Int64] = []
    private var bySource: [String: [Int64]] = [:]
    /// What waits of each source, the next one last.
    private var queues: [String: [Waiting]] = [:]

    /// - Parameters:
    ///   - releases: what went, oldest first; what lies more than an hour back has no effect.
    ///   - waiting: what waits, oldest first.
    init(perHour: Int, releases: [Release], waiting: [Waiting]) {
        shares = Shares(all: perHour)
        for release in releases { note(release) }
        for (source, mails) in Dictionary(grouping: waiting, by: \.source) {
            queues[source] = Self.inTurn(mails).reversed()
        }
    }

    /// The mail that goes next, and when; nil where none waits.
    ///
    /// - Parameter moment: the present; nothing goes before it.
    func next(after moment: Int64) -> (mail: Waiting, moment: Int64)? {
        let heads = queues.values.compactMap(\.last).map { (mail: $0, moment: max(moment, earliest($0))) }
        guard let start = heads.map(\.moment).min() else { return nil }
        let ready = heads.filter { $0.moment == start }.map(\.mail)
        return ready.min { precedes($0, $1, at: start) }.map { ($0, start) }
    }

    /// When each of the mails that wait goes, as far as it goes before the horizon and nothing more comes.
    func schedule(after moment: Int64, until horizon: Int64, only wanted: Int64? = nil) -> [Int64: Int64] {
        var plan = self
        var moments: [Int64: Int64] = [:]
        while let (mail, start) = plan.next(after: moment), start < horizon {
            moments[mail.sequence] = start
            if mail.sequence == wanted { break }
            plan.queues[mail.source]?.removeLast()
            plan.note(Release(moment: start, source: mail.source, isUrgent: mail.isUrgent))
        }
        return moments
    }

    private mutating func note(_ release: Release) {
        all.append(release.moment)
        if !release.isUrgent { ordinary.append(release.moment) }
        bySource[release.source, default: []].append(release.moment)
    }

    /// The first moment at which every share that the mail counts to has a place.
    private func earliest(_ mail: Waiting) -> Int64 {
        let places = [
            mail.accepted,
            Self.place(in: all, of: shares.all),
            mail.isUrgent ? 0 : Self.place(in: ordinary, of: shares.ordinary),
            Self.place(in: bySource[mail.source] ?? [], of: shares.of(mail.source)),
        ]
        return places.max() ?? 0
    }

    /// An hour after the mail that is so many places before the next one.
    private static func place(in moments: [Int64], of count: Int) -> Int64 {
        moments.count < count ? 0 : moments[moments.count - count] + hour
    }

    private func precedes(_ one: Waiting, _ other: Waiting, at moment: Int64) -> Bool {
        if one.isUrgent != other.isUrgent { return one.isUrgent }
        let (first, second) = (recent(one.source, at: moment), recent(other.source, at: moment))
        return first != second ? first < second : one.sequence < other.sequence
    }

    private func recent(_ source: String, at moment: Int64) -> Int {
        bySource[source]?.reversed().prefix { $0 > moment - Self.hour }.count ?? 0
    }

    /// Urgent ones first, then the first of each conversation, then the second of each.
    private static func inTurn(_ mails: [Waiting]) -> [Waiting] {
        var counts: [String: Int] = [:]
        let numbered = mails.sorted { $0.isUrgent && !$1.isUrgent }.map { mail in
            let turn = counts[mail.conversation, default: 0]
            counts[mail.conversation] = turn + 1
            return (mail: mail, turn: turn)
        }
        return numbered.sorted { one, other in
            if one.mail.isUrgent != other.mail.isUrgent { return one.mail.isUrgent }
            return one.turn != other.turn ? one.turn < other.turn : one.mail.sequence < other.mail.sequence
        }.map(\.mail)
    }
}

extension MailSource {
    static let networkPrefix = "network "

    /// As the database keeps it.
    var stored: String {
        switch self {
        case .network(let name): Self.networkPrefix + name
        case .relay(let name): "relay \(name)"
        case .local: "local"
        }
    }
}
