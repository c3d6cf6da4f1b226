internal import HelplineCore

/// A question with its place.
struct WrittenQuestion: Sendable {
    var slot: SlotID
    /// Whether the answer is whatever the user types.
    var takesText: Bool
    var place: Place
}
