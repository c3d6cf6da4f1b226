internal import HelplineCore

/// A question with its place.
struct WrittenQuestion: Sendable {
    var slot: Slot
    /// The intent that asks it, nil for the e-mail.
    var owner: IntentID?
    var place: Place

    /// Whether the answer is whatever the user types.
    var takesText: Bool {
        switch slot.accept {
        case .text, .pattern, .hash: true
        default: false
        }
    }
}
