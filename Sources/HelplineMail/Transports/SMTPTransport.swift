public import HelplineCore

/// Hands each mail to an SMTP server.
///
/// libcurl speaks with the server, in the program `helpline-smtp` that is started for each mail. A mail is delivered
/// only where libcurl saw no fault and the server's last word was 250. What is the operator's to mend, such as a
/// password or a certificate, holds the queue and fails no mail.
public struct SMTPTransport: Transport {
    private let server: SMTPServer
    private let helper: String
    private let greeting: String
    private let lock: String?
    private let backoff: Backoff

    /// A transport to a server.
    ///
    /// - Parameters:
    ///   - helper: the path of `helpline-smtp`.
    ///   - greeting: the domain named in EHLO, the sender's own.
    ///   - lock: a file that the helper locks while it hands over a mail, the same for all of a state folder; without
    ///     it a helper whose starter was killed may overlap with the next one for a moment.
    ///   - backoff: when a mail that was not taken is tried again.
    public init(
        _ server: SMTPServer, helper: String, greeting: String, lock: String? = nil, backoff: Backoff = .standard
    ) {
        self.server = server
        self.helper = helper
        self.greeting = greeting
        self.lock = lock
        self.backoff = backoff
    }

    /// `smtp`.
    public var name: String { "smtp" }

    /// Five minutes more than the longest try.
    public var leaseSeconds: Int64 { server.timeouts.altogether + 300 }

    /// What stands in the way of every mail: the helper is not there.
    public var obstacle: String? {
        SystemCall.isExecutable(helper) ? nil : "\(helper) is missing; it belongs beside the program helpline"
    }

    /// Hands the mail over, and waits for the server's answer.
    public func deliver(_ mail: LeasedMail, at moment: Timestamp) -> DeliveryResult {
        let submission: [UInt8]
        do {
            submission = try encoded(mail.composed)
        } catch {
            return .held(error.description)
        }
        let child = ChildProcess(path: helper, arguments: [])
        let result = child.run(input: submission, seconds: server.timeouts.altogether + 60)
        let place = "\(server.host):\(server.port)"
        switch result.ending {
        case .notStarted(let code): return .held("\(helper) cannot be started: \(SystemCall.message(code))")
        case .exited(127): return .held("\(helper) cannot be started; is libcurl installed?")
        case .exited(0):
            guard let answer = SMTPAnswer(result.output) else {
                return .held("\(helper) gave no answer; is it of the same version as this program?")
            }
            return answer.result(at: place, after: mail, moment, backoff)
        case .exited(64): return .held("\(helper) does not understand this program; is it of the same version?")
        case .exited(73): return .held("\(lock ?? "its lock file") cannot be locked")
        case .exited, .signalled, .timedOut:
            return backoff.result(after: mail, at: moment, reason: "\(place): the try ended without an answer")
        }
    }

    /// The mail as the helper reads it.
    func encoded(_ mail: ComposedMail) throws(TransportError) -> [UInt8] {
        for address in [mail.sender, mail.recipient] where (try? EmailAddress(parsing: address))?.isASCII != true {
            throw TransportError("the envelope has an address that no server takes: \(address.headerText(limit: 254))")
        }
        let scheme = server.security == .implicit ? "smtps" : "smtp"
        var lines = [
            "url \(scheme)://\(server.host):\(server.port)/\(greeting)",
            "tls \(server.security == .none ? "none" : "required")",
            "from \(mail.sender)", "to \(mail.recipient)", "connecting \(server.timeouts.connecting)",
            "answering \(server.timeouts.answering)", "altogether \(server.timeouts.altogether)",
        ]
        if let lock { lines.append("lock \(lock)") }
        if let authorities = server.authorities { lines.append("ca \(authorities)") }
        if let user = server.user, let password = server.password {
            lines += ["user \(user)", "password \(try password.lookedUp())"]
        }
        guard lines.allSatisfy({ !$0.utf8.contains(0x0A) }) else {
            throw TransportError("a setting of the SMTP server has a line break")
        }
        return Array((lines.joined(separator: "\n") + "\n\n").utf8) + mail.bytes
    }
}

extension SMTPServer.Password {
    /// The password itself.
    fileprivate func lookedUp() throws(TransportError) -> String {
        guard case .file(let path) = self else {
            if case .text(let text) = self { return text }
            return ""
        }
        do {
            guard case .bytes(let bytes) = try SystemCall.read(path, limit: 4096, follows: true) else {
                throw SystemError(code: SystemError.notAFile)
            }
            let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
            guard !line.isEmpty else { throw TransportError("the password file \(path) is empty") }
            return String(decoding: line, as: UTF8.self)
        } catch let error as TransportError {
            throw error
        } catch {
            let code = (error as? SystemError)?.code ?? 0
            throw TransportError("the password file \(path) cannot be read: \(SystemCall.message(code))")
        }
    }
}
