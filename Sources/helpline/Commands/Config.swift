import ArgumentParser

/// Prints every setting, its value and where it came from.
struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Print every setting, its value and where it was set.",
        discussion: """
            A setting comes from the command line, else from a variable such as HELPLINE_STATE, else from the \
            configuration file, else from its default. The file is YAML: `key: value`, or nested as in `mail: {from: …}`.
            """)

    @OptionGroup var pack: PackOptions
    @OptionGroup var state: StateOptions

    @Flag(help: "Print what each setting is for as well.")
    var explain = false

    func run() throws {
        let settings = try pack.configuration([.state: state.state])
        for key in ConfigurationKey.allCases {
            let setting = settings.settings[key]
            let value = setting.map { key.isSecret ? "(hidden)" : $0.value } ?? "(not set)"
            try StandardOutput.say("\(key.rawValue) = \(value)  [\(setting?.source ?? "default")]")
            if explain { try StandardOutput.say("    \(key.meaning)") }
        }
        for key in ServeSetting.allCases {
            let setting = settings.serve[key]
            try StandardOutput.say("\(key.key) = \(setting?.value ?? key.standard)  [\(setting?.source ?? "default")]")
            if explain { try StandardOutput.say("    \(key.meaning)") }
        }
        for (category, setting) in settings.recipients.sorted(by: { $0.key < $1.key }) {
            try StandardOutput.say(
                "\(Configuration.recipientPrefix)\(category) = \(setting.value)  [\(setting.source)]")
        }
    }
}
