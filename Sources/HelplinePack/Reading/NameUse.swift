internal import HelplineCore

/// The id of an intent used in another one, looked up when everything is known.
struct NameUse: Sendable {
    var name: String
    var place: Place
    /// The intent in which the name is used.
    var owner: IntentID?
    /// What the name is used for, for the message.
    var purpose: String
}
