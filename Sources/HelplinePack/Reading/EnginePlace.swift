internal import HelplineCore

/// The names that the engine fills in when it speaks its own sentences.
enum EnginePlace {
    /// What a sentence of the dialogue may quote.
    static func names(for key: TextKey) -> Set<String> {
        switch key {
        case .greeting: ["name"]
        case .mailKnown: ["list"]
        case .previewTo: ["to"]
        case .previewReplyTo: ["address"]
        case .previewSubject: ["subject"]
        case .previewRedacted: ["count"]
        case .selfSend: ["to", "subject"]
        case .changed, .noted: ["field"]
        case .receiptWritten, .receiptStored, .receiptQueued, .receiptStatusHint, .duplicate: ["reference"]
        case .limited: ["time"]
        case .zoneAssumed: ["zone", "time"]
        case .statusWritten, .statusQueued, .statusSent, .statusFailed, .statusCancelled, .statusUnknown: ["time"]
        default: []
        }
    }

    /// What a sentence of the mail may quote.
    static func names(for phrase: EmailForm.Phrase) -> Set<String> {
        switch phrase {
        case .topic: ["topic"]
        case .ownWords: ["words"]
        case .name: ["name"]
        case .client: ["client"]
        case .redacted: ["count"]
        case .language: ["language"]
        default: []
        }
    }
}
