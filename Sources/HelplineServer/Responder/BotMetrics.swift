import HelplineCore
import Metrics

/// What the bot counts.
struct BotMetrics: Sendable {
    private let turns: Counter
    private let limited: Counter
    private let mails: Counter
    private let unsaved: Counter
    private let stale: Counter

    init(_ factory: any MetricsFactory) {
        turns = Counter(label: "helpline_turns_total", factory: factory)
        limited = Counter(label: "helpline_matches_limited_total", factory: factory)
        mails = Counter(label: "helpline_mails_accepted_total", factory: factory)
        unsaved = Counter(label: "helpline_turns_unsaved_total", factory: factory)
        stale = Counter(label: "helpline_turns_stale_total", factory: factory)
    }

    func took(_ turn: Turn) {
        turns.increment()
        if turn.isLimited { limited.increment() }
    }

    func finished(_ completion: TurnCommitter.Completion) {
        if completion.accepted != nil { mails.increment() }
        if completion.failure != nil { (completion.isStale ? stale : unsaved).increment() }
    }
}
