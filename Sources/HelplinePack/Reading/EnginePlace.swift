internal import HelplineCore

/// The names that the engine fills in when it speaks its own sentences.
enum EnginePlace {
    /// What a sentence of the dialogue may quote.
    static func names(for key: TextKey) -> Set<String> {
        switch key {
        case .greeting: ["name"]
        case .mailKnown, .mended, .commandMeant, .currentValue, .valuesLost: ["list"]
        case .repeated, .matterChanged, .matterOfMailChanged, .matterNoted, .matterWaiting: ["title"]
        case .progress: ["count", "question"]
        case .previewTo: ["to"]
        case .previewReplyTo, .addressRead: ["address"]
        case .previewSubject: ["subject"]
        case .previewRedacted: ["count", "list"]
        case .previewTranscript, .previewTranscriptPart, .previewTranscriptAgain: ["name", "count"]
        case .statusWaiting: ["time", "turn"]
        case .selfSend: ["to", "subject"]
        case .changed, .noted: ["field"]
        case .receiptWritten, .receiptStored, .receiptQueued, .receiptStatusHint, .receiptAdded, .duplicate,
            .addHow, .canWithdraw, .cannotWithdraw, .withdrawn, .withdrawUnknown:
            ["reference"]
        case .receiptWaiting: ["reference", "time"]
        case .fileItem: ["number", "name", "size"]
        case .fileKept: ["name", "size"]
        case .nameNoted, .fileTwice, .fileRemoved, .fileIdentity, .fileGone, .fileMissing, .fileNotRegular,
            .fileUnreadable, .fileEmpty, .fileType, .fileDamaged, .fileSecret:
            ["name"]
        case .fileTooLarge, .fileTooMany, .fileLongText: ["name", "limit"]
        case .limited: ["time"]
        case .zoneAssumed: ["zone", "time"]
        case .statusWritten, .statusQueued, .statusSent, .statusFailed, .statusCancelled, .statusTrial,
            .statusUnknown:
            ["time"]
        default: []
        }
    }

    /// What a sentence of the mail may quote.
    static func names(for phrase: EmailForm.Phrase) -> Set<String> {
        switch phrase {
        case .topic, .advised: ["topic"]
        case .field: ["label", "value"]
        case .addition: ["reference"]
        case .pair: ["first", "second"]
        case .urgentSubject: ["subject"]
        case .replyHint, .writeTo: ["address"]
        case .ownWords: ["words"]
        case .name: ["name"]
        case .client: ["client"]
        case .redacted: ["count"]
        case .files: ["list"]
        case .language: ["language"]
        default: []
        }
    }
}
