import HelplineCore
import Synchronization

/// An outbox in memory, with the leases of the real one.
final class MemoryOutbox: Outbox {
    struct Row {
        var mail: LeasedMail
        var state = MailState.ready
        var due: Timestamp
        var detail = ""
    }

    private struct State {
        var rows: [Row] = []
        var failure: LedgerError?
    }

    private let state = Mutex(State())

    /// Makes every call fail until it is taken back.
    func fail(with reason: String?) {
        state.withLock { $0.failure = reason.map { LedgerError($0) } }
    }

    /// Makes the leased mails due.
    func releaseLeases(at moment: Timestamp) {
        state.withLock { state in
            for index in state.rows.indices where state.rows[index].state == .sending {
                state.rows[index].state = .ready
                state.rows[index].due = moment
            }
        }
    }

    func add(_ mail: LeasedMail) {
        state.withLock { $0.rows.append(Row(mail: mail, due: mail.created)) }
    }

    func row(_ reference: Reference) -> Row? {
        state.withLock { $0.rows.first { $0.mail.reference == reference } }
    }

    var states: [MailState] { state.withLock { $0.rows.map(\.state) } }

    func lease(at moment: Timestamp, for seconds: Int64, owner: String) throws(LedgerError) -> LeasedMail? {
        try state.withLock { state throws(LedgerError) in
            if let failure = state.failure { throw failure }
            let index = state.rows.firstIndex { [.ready, .sending].contains($0.state) && $0.due <= moment }
            guard let index else { return nil }
            state.rows[index].state = .sending
            state.rows[index].due = moment.advanced(bySeconds: seconds)
            state.rows[index].mail.owner = owner
            return state.rows[index].mail
        }
    }

    func settle(_ mail: LeasedMail, _ result: DeliveryResult, at moment: Timestamp) throws(LedgerError) {
        try state.withLock { state throws(LedgerError) in
            if let failure = state.failure { throw failure }
            let index = state.rows.firstIndex { $0.mail.reference == mail.reference && $0.mail.owner == mail.owner }
            guard let index else { return }
            state.rows[index].mail.attempts += 1
            switch result {
            case .delivered(let place):
                (state.rows[index].state, state.rows[index].detail) = (.sent, place)
            case .deferred(let reason, let next):
                (state.rows[index].state, state.rows[index].detail) = (.ready, reason)
                state.rows[index].due = next
            case .failed(let reason):
                (state.rows[index].state, state.rows[index].detail) = (.failed, reason)
            case .held(let reason):
                (state.rows[index].state, state.rows[index].detail) = (.held, reason)
            }
        }
    }

    func releaseHeld(at moment: Timestamp) throws(LedgerError) -> Int {
        state.withLock { state in
            let held = state.rows.indices.filter { state.rows[$0].state == .held }
            for index in held {
                state.rows[index].state = .ready
                state.rows[index].due = moment
                state.rows[index].mail.since = moment
            }
            return held.count
        }
    }

    func hasHeld() throws(LedgerError) -> Bool { states.contains(.held) }

    func nextDue() throws(LedgerError) -> Timestamp? {
        try state.withLock { state throws(LedgerError) in
            if let failure = state.failure { throw failure }
            return state.rows.filter { [.ready, .sending].contains($0.state) }.map(\.due).min()
        }
    }

    func list(limit: Int) throws(LedgerError) -> [OutboxEntry] { [] }

    func bytes(of reference: Reference) throws(LedgerError) -> [UInt8]? { row(reference)?.mail.composed.bytes }
}
