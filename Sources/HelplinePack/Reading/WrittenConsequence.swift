internal import HelplineCore

/// An entry of `then` with its place.
struct WrittenConsequence: Sendable {
    var when: Condition
    /// The intent that says it.
    var owner: IntentID?
    var place: Place
}
