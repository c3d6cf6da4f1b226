import ArgumentParser
import Foundation

/// What every command that reads a pack takes.
struct PackOptions: ParsableArguments {
    @Option(name: .long, help: "The folder of the pack. (default: Intents)")
    var intents: String?

    @Option(
        name: .long,
        help:
            "A configuration file; else ./helpline.yaml, $XDG_CONFIG_HOME/helpline/helpline.yaml, /etc/helpline/helpline.yaml."
    )
    var config: String?

    /// The settings with what the command line says.
    func configuration(_ more: [ConfigurationKey: String?] = [:]) throws -> Configuration {
        var flags = more.compactMapValues { $0 }
        if let intents { flags[.intents] = intents }
        do {
            return try Configuration(flags: flags, file: config, environment: ProcessInfo.processInfo.environment)
        } catch {
            StandardError.say("helpline: \(error)")
            throw ExitStatus.configuration
        }
    }
}

/// What every command that keeps something takes.
struct StateOptions: ParsableArguments {
    @Option(
        name: .long,
        help: """
            The folder of the database and the outbox. (default: $HELPLINE_STATE, else $STATE_DIRECTORY, else \
            $XDG_STATE_HOME/helpline)
            """)
    var state: String?
}
