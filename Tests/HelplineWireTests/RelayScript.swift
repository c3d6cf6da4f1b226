import HelplineCore
import HelplineWire

/// Plays a relay against a session without a channel and notes what happens, one word or line for each action.
struct RelayScript {
    var session: RelaySession
    var jobs: [RelaySession.Job] = []

    init(_ configuration: RelaySession.Configuration = .init()) {
        session = RelaySession(configuration)
    }

    /// Says a line and notes what follows.
    mutating func say(_ line: String) -> [String] {
        note(session.receive(.line(Array(line.utf8)[...])))
    }

    /// A message in few words.
    mutating func message(_ id: String?, _ conversation: String?, _ text: String = "hi") -> [String] {
        var fields = ["\"text\":\"\(text)\""]
        if let conversation { fields.insert("\"conversation\":\"\(conversation)\"", at: 0) }
        if let id { fields.insert("\"id\":\"\(id)\"", at: 0) }
        return say("{" + fields.joined(separator: ",") + "}")
    }

    /// Finishes the oldest job with a reply for each text.
    mutating func reply(_ texts: String...) -> [String] {
        let job = jobs.removeFirst()
        return note(session.finish(job.ticket, .replies(texts.map { .saying($0) })))
    }

    /// Finishes the oldest job with an error.
    mutating func fail(_ code: RelayErrorCode) -> [String] {
        let job = jobs.removeFirst()
        return note(session.finish(job.ticket, .failed(code, "failed")))
    }

    /// Finishes the oldest job as one whose conversation was written elsewhere.
    mutating func stale() -> [String] {
        let job = jobs.removeFirst()
        return note(session.finish(job.ticket, .stale("written elsewhere")))
    }

    mutating func note(_ actions: [RelaySession.Action]) -> [String] {
        actions.flatMap { action -> [String] in
            switch action {
            case .send(let bytes): return Self.summaries(bytes)
            case .run(let job):
                jobs.append(job)
                return ["run \(job.message.conversation ?? "-") \(job.message.text)"]
            case .load(let conversation): return ["load \(conversation)"]
            case .claim(let relay): return ["claim \(relay)"]
            case .release(let conversation): return ["release \(conversation?.text ?? "-")"]
            case .forget(let conversation): return ["forget \(conversation?.text ?? "-")"]
            case .close: return ["close"]
            }
        }
    }

    /// `r1 m1 u1 1 last hi` for a reply, `error m1 busy` for an error, else the type.
    static func summaries(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A).map { line in
            guard let value = try? JSONReader.read(line), let type = value["type"]?.string else { return "not JSON" }
            func text(_ name: String) -> String { value[name]?.string ?? "-" }
            switch type {
            case "reply":
                let place = value["last"] == .bool(true) ? "last" : "more"
                let seq = value["seq"]?.integer ?? 0
                return "\(text("id")) \(text("to")) \(text("conversation")) \(seq) \(place) \(text("text"))"
            case "error": return "error \(text("to")) \(text("code"))"
            default: return type
            }
        }
    }
}
