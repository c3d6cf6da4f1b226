import ArgumentParser
import Foundation
import HelplineServer

/// Plays a relay against a server.
struct RelayCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relay-check",
        abstract: "Play a relay against a server and say what it answered wrongly.",
        discussion: """
            Ends with 1 where an answer is not as Documentation/PROTOCOL.md has it, with 69 where nobody answers. The secret \
            of the relay, if it has one, stands in $HELPLINE_SECRET.
            """)

    @Argument(help: "ADDRESS:PORT, or the path of a unix socket.")
    var address: String

    @Option(help: "The name to say hello with.")
    var relay = "relay-check"

    func run() throws {
        let place: ListeningPlace
        do {
            place = address.contains("/") ? .unix(path: address) : .tcp(try Endpoint(parsing: address))
        } catch {
            throw ValidationError("\(error)")
        }
        var findings: [RelayCheck.Finding] = []
        do {
            var check = try RelayCheck(place)
            findings = check.run(relay: relay, secret: ProcessInfo.processInfo.environment["HELPLINE_SECRET"])
        } catch {
            StandardError.say("helpline: \(error)")
            throw ExitStatus.unavailable
        }
        for finding in findings {
            try StandardOutput.say(
                finding.instead.map { "WRONG  \(finding.demand); came: \($0)" } ?? "ok     \(finding.demand)")
        }
        if findings.contains(where: { $0.instead != nil }) { throw ExitCode(1) }
    }
}
