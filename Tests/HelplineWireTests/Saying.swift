@testable import HelplineCore

extension Reply {
    /// A reply with nothing but words, for tests of everything around it.
    static func saying(_ text: String, kind: Kind = .notice) -> Reply {
        Reply(kind: kind, text: SafeText(trusting: text), locale: "en")
    }
}
