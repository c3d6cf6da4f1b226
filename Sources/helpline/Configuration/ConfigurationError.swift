import HelplinePack

/// A configuration that cannot be used, and why.
struct ConfigurationError: Error, CustomStringConvertible {
    var description: String

    static func unreadable(_ path: String, _ reason: String) -> ConfigurationError {
        ConfigurationError(description: "The configuration file “\(path)” cannot be used: \(reason)")
    }

    static func unknownKey(_ key: String, at place: String) -> ConfigurationError {
        let known = ConfigurationKey.allCases.map(\.rawValue) + ServeSetting.allCases.map(\.key)
        let remedy =
            NearestName.of(key, among: known).map { "Did you mean “\($0)”?" }
            ?? "“helpline config” lists them all; a recipient of one category is mail.recipient.CATEGORY."
        return ConfigurationError(description: "\(place): there is no setting “\(key)”. \(remedy)")
    }

    static func empty(_ key: ConfigurationKey, from source: String) -> ConfigurationError {
        ConfigurationError(
            description: "\(source): \(key.rawValue) is empty (\(key.meaning)); write a value, or leave it out.")
    }

    static func wrongAddress(
        _ value: String, of key: String, _ reason: String, from source: String
    ) -> ConfigurationError {
        let shown = String(value.unicodeScalars.map { $0.value < 0x20 ? "?" : Character($0) })
        return ConfigurationError(description: "\(source): “\(shown)” cannot be used as \(key): \(reason).")
    }

    static func wrongNumber(
        _ value: String, of key: String, _ range: ClosedRange<Int>, from source: String
    ) -> ConfigurationError {
        ConfigurationError(
            description: "\(source): “\(value)” is no value of \(key); "
                + "use a number from \(range.lowerBound) to \(range.upperBound).")
    }

    static func wrongServeValue(
        _ value: String, of setting: ServeSetting, _ wanted: String, from source: String
    ) -> ConfigurationError {
        let shown = String(value.unicodeScalars.map { $0.value < 0x20 ? "?" : Character($0) })
        return ConfigurationError(description: "\(source): “\(shown)” is no value of \(setting.key); write \(wanted).")
    }

    static func wrongValue(
        _ value: String, of key: String, allowed: [String], from source: String
    ) -> ConfigurationError {
        ConfigurationError(
            description: "\(source): “\(value)” is no value of \(key); use one of \(allowed.joined(separator: ", ")).")
    }
}
