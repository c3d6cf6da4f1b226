import HelplinePack

/// The configuration file of a run.
enum ConfigurationFile {
    /// The file that was named, else the first that exists of the usual places; nil where there is none.
    static func find(
        named name: String?, environment: [String: String]
    ) throws(ConfigurationError) -> SettingsFile? {
        if let name {
            guard let file = SettingsFile(path: name) else { throw .unreadable(name, "there is no such file") }
            return try checked(file, name)
        }
        for path in usualPlaces(environment) {
            if let file = SettingsFile(path: path) { return try checked(file, path) }
        }
        return nil
    }

    private static func usualPlaces(_ environment: [String: String]) -> [String] {
        var home = environment["XDG_CONFIG_HOME"] ?? ""
        if !home.hasPrefix("/") { home = (environment["HOME"] ?? "") + "/.config" }
        return ["helpline.yaml", home + "/helpline/helpline.yaml", "/etc/helpline/helpline.yaml"]
    }

    private static func checked(_ file: SettingsFile, _ path: String) throws(ConfigurationError) -> SettingsFile {
        let faults = file.diagnostics.filter { $0.severity == .error }
        guard faults.isEmpty else { throw .unreadable(path, "\n" + DiagnosticReport(faults).text) }
        return file
    }
}
