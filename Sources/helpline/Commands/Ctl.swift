import ArgumentParser
import HelplineServer

/// Asks a running server.
struct Ctl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ctl",
        abstract: "Ask a running server for its state, or to read its pack anew.",
        discussion: """
            The server is found by its state folder. `status` ends with 1 where mail is held or failed, a reload failed, a \
            turn could not be saved or matching hit its bounds; `reload` with 65 where the pack has faults and was kept out; \
            all of them with 69 where no server runs.
            """)

    /// What can be asked.
    enum Question: String, ExpressibleByArgument, CaseIterable {
        case status
        case metrics
        case reload
    }

    @Argument(help: "status, metrics (as Prometheus reads it) or reload.")
    var question: Question

    @OptionGroup var pack: PackOptions
    @OptionGroup var state: StateOptions

    func run() throws {
        let settings = try pack.configuration([.state: state.state])
        let path = Self.socket(settings)
        let answer: ControlAnswer
        do {
            answer = try ControlSocket.ask(question.rawValue, at: path)
        } catch {
            StandardError.say("helpline: \(error) (--state names the server's folder)")
            throw ExitStatus.unavailable
        }
        try StandardOutput.write(Array(answer.text.utf8))
        guard answer.status == 0 else { throw ExitCode(Int32(answer.status)) }
    }

    /// Where the server of a state folder answers its operator.
    static func socket(_ settings: Configuration) -> String {
        settings.value(.state) + "/control"
    }
}
