public import HelplineCore
public import HelplineWire
public import Metrics
public import NIOCore

/// Answers with the bot itself.
public struct BotResponder: Responder {
    /// Makes the outside of a turn: time, zone, seed and mailbox, with what a relay told of its user.
    public typealias Surroundings = @Sendable (RelayUser?) -> Environment

    let shelf: KnowledgeShelf
    let committer: TurnCommitter
    let ledger: (any Ledger)?
    let surroundings: Surroundings
    let metrics: BotMetrics
    let report: @Sendable (LedgerError) -> Void
    let reportCutOff: @Sendable (Origin) -> Void

    /// Joins what the bot needs.
    ///
    /// - Parameters:
    ///   - shelf: the pack served now.
    ///   - committer: what performs effects and makes turns durable.
    ///   - ledger: where conversations of relays are kept, the committer's own; nil where they end with their
    ///     connection.
    ///   - metrics: takes what is counted.
    ///   - report: takes what the operator should know; from any thread.
    ///   - reportCutOff: takes a pattern that hit a limit of the matching, once for each loop and pack; from any
    ///     thread.
    ///   - surroundings: called once a message, on its loop; it must not block.
    public init(
        shelf: KnowledgeShelf, committer: TurnCommitter, keeping ledger: (any Ledger)? = nil,
        metrics: any MetricsFactory = MetricsSystem.factory,
        report: @escaping @Sendable (LedgerError) -> Void = { _ in },
        reportCutOff: @escaping @Sendable (Origin) -> Void = { _ in }, surroundings: @escaping Surroundings
    ) {
        self.shelf = shelf
        self.committer = committer
        self.ledger = ledger
        self.metrics = BotMetrics(metrics)
        self.report = report
        self.reportCutOff = reportCutOff
        self.surroundings = surroundings
    }

    /// Makes the bot's part of one loop: the pack and the compiled patterns.
    public func desk(on loop: any EventLoop) -> any Desk {
        BotDesk(self, on: loop)
    }
}
