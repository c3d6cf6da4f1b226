import HelplineCore

extension HelplineCore.Environment.User {
    /// The user of this terminal, with the language of the locale where it names one: `zh_CN.UTF-8` is zh, `C` none.
    static func ofTerminal(_ environment: [String: String]) -> Self {
        let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let tag = name.prefix { $0 != "." && $0 != "@" }.replacing("_", with: "-")
        return Self(language: tag.isEmpty || tag == "C" || tag == "POSIX" ? nil : LocaleID(String(tag)))
    }
}
