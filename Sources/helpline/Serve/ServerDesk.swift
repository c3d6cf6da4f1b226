import HelplineCore
import HelplineServer
import HelplineStore
import HelplineWire

/// Answers what the operator asks a running server.
struct ServerDesk: Sendable {
    let store: Store
    let way: MailWay
    let reloader: PackReloader
    let metrics: MetricsBook
    let protection: Protection?
    let started: Timestamp
    let folder: String

    /// Days before its end at which a certificate should have been renewed; those of 90 days are at 60.
    private static let certificateNotice = 14

    /// Answers a command, at once but for a reload, which takes its time.
    func answer(_ command: String, _ reply: @escaping ControlSocket.Reply) {
        switch command {
        case "status": reply(status)
        case "metrics": reply(ControlAnswer(text))
        case "reload": reloader.reload(reply)
        default:
            let shown = Controls.removed(from: command)
            reply(ControlAnswer(status: 64, "There is no command “\(shown)”, only status, metrics and reload.\n"))
        }
    }

    /// What is going on; the status is not 0 where somebody should look.
    private var status: ControlAnswer {
        var lines = [
            "helpline \(Helpline.release), running for \(Self.span(since: started))",
            "pack: \(folder), read \(Self.span(since: reloader.loaded)) ago",
            "connections: \(whole("helpline_connections")) now, \(whole("helpline_connections_total")) in all",
            "conversations of relays in memory: \(whole("helpline_conversations"))",
            "lines: \(whole("helpline_lines_total")), turns: \(whole("helpline_turns_total"))",
        ]
        var troubles: [String] = []
        do {
            let counts = try store.mailCounts()
            let parts = MailState.allCases.compactMap { state in counts[state].map { "\($0) \(name(of: state))" } }
            lines.append("mails: " + (parts.isEmpty ? "none" : parts.joined(separator: ", ")))
            let later = try store.turns(at: .now).values.filter { $0 > .now }
            if let last = later.max() {
                let span = Self.span(.now, last)
                lines.append("mails that wait for their turn (mail.per_hour): \(later.count), the last for \(span)")
            }
            for state in [MailState.held, .failed] {
                if let count = counts[state] { troubles.append("\(count) mail(s) \(state.rawValue): helpline outbox") }
            }
        } catch {
            troubles.append("the outbox cannot be read: \(error)")
        }
        if let days = certificateDays {
            lines.append("certificate: ends in \(days) days")
            if days < Self.certificateNotice {
                troubles.append("the certificate ends in \(days) days: renew it, then helpline ctl reload")
            }
        }
        if let fault = reloader.fault { troubles.append("the last reload failed: \(fault); helpline check") }
        let limited = whole("helpline_matches_limited_total")
        if limited > 0 { troubles.append("\(limited) message(s) hit the bounds of matching: helpline explain") }
        let unsaved = whole("helpline_turns_unsaved_total")
        if unsaved > 0 { troubles.append("\(unsaved) turn(s) could not be saved") }
        lines += troubles.map { "LOOK: \($0)" }
        return ControlAnswer(status: troubles.isEmpty ? 0 : 1, lines.map { $0 + "\n" }.joined())
    }

    private func name(of state: MailState) -> String {
        state == .sent && !way.sends ? "written" : state.rawValue
    }

    /// The counted numbers, with those that only the store knows.
    private var text: String {
        let mails = (try? store.mailCounts()) ?? [:]
        let lines = MailState.allCases.map { "helpline_mails{state=\"\($0.rawValue)\"} \(mails[$0] ?? 0)\n" }
        return metrics.text + "# TYPE helpline_mails gauge\n" + lines.joined()
            + "# TYPE helpline_reload_failed gauge\nhelpline_reload_failed \(reloader.fault == nil ? 0 : 1)\n"
    }

    /// How many days the certificate holds; nil without one.
    private var certificateDays: Int64? {
        protection.map { ($0.expires - Timestamp.now.seconds) / 86_400 }
    }

    private func whole(_ label: String) -> Int {
        Int(metrics.value(label) ?? 0)
    }

    private static func span(since moment: Timestamp) -> String { span(moment, .now) }

    private static func span(_ start: Timestamp, _ end: Timestamp) -> String {
        let seconds = max(0, end.seconds - start.seconds)
        if seconds < 120 { return "\(seconds) s" }
        if seconds < 7200 { return "\(seconds / 60) min" }
        return seconds < 172_800 ? "\(seconds / 3600) h" : "\(seconds / 86_400) days"
    }
}
