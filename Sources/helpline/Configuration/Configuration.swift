import HelplineMail
import HelplinePack
import HelplineWire

/// The settings of a run, each with the place it came from.
struct Configuration {
    /// A value and where it was set.
    struct Setting: Equatable {
        var value: String
        var source: String
    }

    /// A recipient for one category of mail: `mail.recipient.security`.
    static let recipientPrefix = "mail.recipient."

    private(set) var settings: [ConfigurationKey: Setting] = [:]
    /// The recipients by category.
    private(set) var recipients: [String: Setting] = [:]
    /// The limits and waits of the server that were set.
    private(set) var serve: [ServeSetting: Setting] = [:]

    /// Reads the settings of a run.
    ///
    /// - Parameters:
    ///   - flags: what the command line sets.
    ///   - file: the file named by `--config`, which must exist.
    ///   - environment: the process's variables.
    /// - Throws: ``ConfigurationError`` for a file that cannot be read, an unknown key, a value that cannot be.
    init(
        flags: [ConfigurationKey: String] = [:], file: String? = nil, environment: [String: String]
    ) throws(ConfigurationError) {
        for key in ConfigurationKey.allCases {
            if let value = key.standard { settings[key] = Setting(value: value, source: "default") }
        }
        settings[.state] = Setting(value: Self.stateFolder(environment), source: "default")
        if let found = try ConfigurationFile.find(named: file, environment: environment) {
            try take(found)
        }
        take(environment)
        for (key, value) in flags { settings[key] = Setting(value: value, source: "command line") }
        try validate()
    }

    /// The value of a setting, nil where there is none.
    subscript(key: ConfigurationKey) -> String? {
        settings[key]?.value
    }

    /// The value of a setting that has a default.
    func value(_ key: ConfigurationKey) -> String {
        settings[key]?.value ?? key.standard ?? ""
    }

    /// The value of a setting that is a number and has a default.
    func number(_ key: ConfigurationKey) -> Int {
        Int(value(key)) ?? key.standard.flatMap { Int($0) } ?? 0
    }

    private mutating func take(_ file: SettingsFile) throws(ConfigurationError) {
        for entry in file.entries {
            let setting = Setting(value: entry.value, source: entry.place)
            if let key = ConfigurationKey(rawValue: entry.key) {
                settings[key] = setting
            } else if entry.key.hasPrefix(Self.recipientPrefix) {
                recipients[String(entry.key.dropFirst(Self.recipientPrefix.count))] = setting
            } else if let limit = ServeSetting.allCases.first(where: { $0.key == entry.key }) {
                serve[limit] = setting
            } else {
                throw .unknownKey(entry.key, at: entry.place)
            }
        }
    }

    private mutating func take(_ environment: [String: String]) {
        for key in ConfigurationKey.allCases {
            if let value = environment[key.variable], !value.isEmpty {
                settings[key] = Setting(value: value, source: key.variable)
            }
        }
        for setting in ServeSetting.allCases {
            if let value = environment[setting.variable], !value.isEmpty {
                serve[setting] = Setting(value: value, source: setting.variable)
            }
        }
        let prefix = ConfigurationKey.mailRecipient.variable + "_"
        for (name, value) in environment where name.hasPrefix(prefix) && !value.isEmpty {
            recipients[name.dropFirst(prefix.count).lowercased()] = Setting(value: value, source: name)
        }
    }

    private func validate() throws(ConfigurationError) {
        for key in ConfigurationKey.allCases {
            if let setting = settings[key], setting.value.isEmpty { throw .empty(key, from: setting.source) }
        }
        try check(.color, in: ["auto", "always", "never"])
        try checkAddress(settings[.mailFrom], of: ConfigurationKey.mailFrom.rawValue)
        try checkAddress(settings[.mailRecipient], of: ConfigurationKey.mailRecipient.rawValue)
        for (category, setting) in recipients { try checkAddress(setting, of: Self.recipientPrefix + category) }
        try checkAddress(settings[.mailSender], of: ConfigurationKey.mailSender.rawValue)
        try check(.mailTransport, in: MailWay.allCases.map(\.rawValue))
        try check(.smtpSecurity, in: SMTPServer.Security.allCases.map(\.rawValue))
        try checkNumber(.mailPerHour, within: 1...100_000)
        try checkNumber(.fileCount, within: 0...20)
        try checkNumber(.fileBytes, within: 1...RelaySession.largestFile)
        try checkNumber(.fileRoom, within: 1...(1 << 40))
        try checkNumber(.smtpPort, within: 1...65_535)
        try checkNumber(.keepDays, within: 1...36_500)
        for (key, setting) in serve {
            guard let wanted = key.objection(to: setting.value) else { continue }
            throw .wrongServeValue(setting.value, of: key, wanted, from: setting.source)
        }
        try check(.logLevel, in: ["trace", "debug", "info", "notice", "warning", "error", "critical"])
    }

    private func checkAddress(_ setting: Setting?, of key: String) throws(ConfigurationError) {
        guard let setting else { return }
        do {
            _ = try EmailAddress(parsing: setting.value)
        } catch {
            throw .wrongAddress(setting.value, of: key, "\(error)", from: setting.source)
        }
    }

    private func checkNumber(_ key: ConfigurationKey, within range: ClosedRange<Int>) throws(ConfigurationError) {
        guard let setting = settings[key], Int(setting.value).map({ range.contains($0) }) != true else { return }
        throw .wrongNumber(setting.value, of: key.rawValue, range, from: setting.source)
    }

    private func check(_ key: ConfigurationKey, in values: [String]) throws(ConfigurationError) {
        guard let setting = settings[key], !values.contains(setting.value) else { return }
        throw .wrongValue(setting.value, of: key.rawValue, allowed: values, from: setting.source)
    }

    /// $STATE_DIRECTORY of systemd, else the user's state folder (XDG Base Directory Specification).
    private static func stateFolder(_ environment: [String: String]) -> String {
        if let folder = environment["STATE_DIRECTORY"], !folder.isEmpty {
            return String(folder.prefix { $0 != ":" })
        }
        if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") { return folder + "/helpline" }
        return (environment["HOME"] ?? ".") + "/.local/state/helpline"
    }
}
