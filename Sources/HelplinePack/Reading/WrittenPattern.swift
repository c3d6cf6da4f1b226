internal import HelplineCore

/// A pattern with its place.
struct WrittenPattern: Sendable {
    var trigger: Intent.Trigger
    var place: Place
}
