/// A sentence that the engine itself speaks; the pack words it, in `texts:` of bot.yaml.
public enum TextKey: String, Sendable, CaseIterable {
    // The beginning, the menu, the end.
    case greeting
    case menuHead = "menu_head"
    case menuFoot = "menu_foot"
    case secretsLine = "secrets_line"
    case help
    case goodbye
    case restarted
    case languageSwitched = "language_switched"
    case nothingToRepeat = "nothing_to_repeat"
    // Lines that are no question.
    case emptyLine = "empty_line"
    case hurry
    case otherProduct = "other_product"
    // The ladder of fallback.
    case fallbackFirst = "fallback_first"
    case fallbackOffer = "fallback_offer"
    case nearest
    case didYouMean = "did_you_mean"
    case choiceInvalid = "choice_invalid"
    case neitherReply = "neither_reply"
    // Forms.
    case invalidAnswer = "invalid_answer"
    case ownAddress = "own_address"
    case resumed
    case formCancelled = "form_cancelled"
    case formDone = "form_done"
    case skipped
    case cannotGoBack = "cannot_go_back"
    case nothingPending = "nothing_pending"
    case changeWhat = "change_what"
    case changeUnknown = "change_unknown"
    case changed
    case noted
    case keptText = "kept_text"
    case answerFirst = "answer_first"
    case chooseNumber = "choose_number"
    case unknownValue = "unknown_value"
    // After an answer.
    case solvedAsk = "solved_ask"
    case solvedYes = "solved_yes"
    case seeAlso = "see_also"
    case offerMail = "offer_mail"
    case offerDeclined = "offer_declined"
    // The e-mail.
    case mailIntro = "mail_intro"
    case mailKnown = "mail_known"
    case mailCancelled = "mail_cancelled"
    case previewHead = "preview_head"
    case previewTo = "preview_to"
    case previewReplyTo = "preview_reply_to"
    case previewNoReply = "preview_no_reply"
    case previewSubject = "preview_subject"
    case previewRedacted = "preview_redacted"
    case previewFoot = "preview_foot"
    case previewUnclear = "preview_unclear"
    case selfSend = "self_send"
    case receiptWritten = "receipt_written"
    case receiptStored = "receipt_stored"
    case receiptQueued = "receipt_queued"
    case receiptStatusHint = "receipt_status_hint"
    case duplicate
    case limited
    case notAccepted = "not_accepted"
    case trial
    // The state of a mail.
    case statusWhich = "status_which"
    case statusCheck = "status_check"
    case statusUnknown = "status_unknown"
    case statusWritten = "status_written"
    case statusQueued = "status_queued"
    case statusSent = "status_sent"
    case statusFailed = "status_failed"
    case statusCancelled = "status_cancelled"
    // Secrets and privacy.
    case secretSeen = "secret_seen"
    case hashOrKey = "hash_or_key"
    case hashAgain = "hash_again"
    case groupOnly = "group_only"
    // Trouble.
    case tooLong = "too_long"
    case notUTF8 = "not_utf8"
    case notSaved = "not_saved"
    case stateLost = "state_lost"
    case zoneAssumed = "zone_assumed"
}
