/// A sentence that the engine itself speaks; the pack words it, in `texts:` of bot.yaml.
public enum TextKey: String, Sendable, CaseIterable {
    // The beginning, the menu, the end.
    case greeting
    case menuHead = "menu_head"
    case menuFoot = "menu_foot"
    case secretsLine = "secrets_line"
    case help
    case goodbye
    case leaveDraft = "leave_draft"
    case leaveKey = "leave_key"
    case leaveDraftKey = "leave_draft_key"
    case restarted
    case languageSwitched = "language_switched"
    case nothingToRepeat = "nothing_to_repeat"
    // Lines that are no question.
    case emptyLine = "empty_line"
    case hurry
    case hurryShort = "hurry_short"
    case enough
    case otherProduct = "other_product"
    // The ladder of fallback.
    case fallbackFirst = "fallback_first"
    case fallbackOffer = "fallback_offer"
    case rephrase
    case nearest
    case didYouMean = "did_you_mean"
    case choiceInvalid = "choice_invalid"
    case neitherReply = "neither_reply"
    case mended
    case commandMeant = "command_meant"
    case moreQuestions = "more_questions"
    // Forms.
    case invalidAnswer = "invalid_answer"
    case ownAddress = "own_address"
    case foreignAddress = "foreign_address"
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
    case questionHere = "question_here"
    case sameMatter = "same_matter"
    case unchanged
    case currentValue = "current_value"
    case nothingToChange = "nothing_to_change"
    case addressMissing = "address_missing"
    case addressRead = "address_read"
    case progress
    case nameNoted = "name_noted"
    case grumble
    case dropWords = "drop_words"
    case addedToCase = "added_to_case"
    case unsureWords = "unsure_words"
    case consentAgain = "consent_again"
    case toldWords = "told_words"
    case toldAlready = "told_already"
    // Another matter than the one that is being talked about.
    case matterWords = "matter_words"
    case alsoWords = "also_words"
    case matterChanged = "matter_changed"
    case matterOfMailChanged = "matter_of_mail_changed"
    case matterNoted = "matter_noted"
    case matterWaiting = "matter_waiting"
    // After an answer.
    case solvedAsk = "solved_ask"
    case solvedYes = "solved_yes"
    case whyNot = "why_not"
    case whyUnrelated = "why_unrelated"
    case whyFailed = "why_failed"
    case whyOther = "why_other"
    case repeated
    case seeAlso = "see_also"
    case offerMail = "offer_mail"
    case offerDeclined = "offer_declined"
    // The e-mail.
    case mailIntro = "mail_intro"
    case mailKnown = "mail_known"
    case mailCancelled = "mail_cancelled"
    case mailEmpty = "mail_empty"
    case mailDropped = "mail_dropped"
    case draftGone = "draft_gone"
    case previewHead = "preview_head"
    case previewTo = "preview_to"
    case previewReplyTo = "preview_reply_to"
    case previewNoReply = "preview_no_reply"
    case previewSubject = "preview_subject"
    case previewRedacted = "preview_redacted"
    case previewTranscript = "preview_transcript"
    case previewTranscriptPart = "preview_transcript_part"
    case previewTranscriptAgain = "preview_transcript_again"
    case previewAdd = "preview_add"
    case previewPhone = "preview_phone"
    case previewFoot = "preview_foot"
    case previewUnclear = "preview_unclear"
    case previewLanguage = "preview_language"
    case selfSend = "self_send"
    case receiptWritten = "receipt_written"
    case receiptStored = "receipt_stored"
    case receiptQueued = "receipt_queued"
    case receiptWaiting = "receipt_waiting"
    case receiptStatusHint = "receipt_status_hint"
    case receiptAdded = "receipt_added"
    case duplicate
    case limited
    case notAccepted = "not_accepted"
    case trial
    // Files that go with a mail.
    case previewFiles = "preview_files"
    case previewPictures = "preview_pictures"
    case fileItem = "file_item"
    case fileKept = "file_kept"
    case fileTwice = "file_twice"
    case fileStays = "file_stays"
    case fileRemoved = "file_removed"
    case fileNone = "file_none"
    case fileUnknown = "file_unknown"
    case fileIdentity = "file_identity"
    case fileLater = "file_later"
    case fileHow = "file_how"
    case fileUpload = "file_upload"
    case fileReply = "file_reply"
    case fileNotHere = "file_not_here"
    case filePromised = "file_promised"
    case fileGone = "file_gone"
    case fileNoRoom = "file_no_room"
    case fileMissing = "file_missing"
    case fileNotRegular = "file_not_regular"
    case fileUnreadable = "file_unreadable"
    case fileEmpty = "file_empty"
    case fileTooLarge = "file_too_large"
    case fileTooMany = "file_too_many"
    case fileType = "file_type"
    case fileDamaged = "file_damaged"
    case fileLongText = "file_long_text"
    case fileSecret = "file_secret"
    case triedWords = "tried_words"
    case doneWords = "done_words"
    case fileWords = "file_words"
    case identityWords = "identity_words"
    // The state of a mail.
    case statusWhich = "status_which"
    case statusCheck = "status_check"
    case statusUnknown = "status_unknown"
    case statusWritten = "status_written"
    case statusQueued = "status_queued"
    case statusWaiting = "status_waiting"
    case statusSent = "status_sent"
    case statusFailed = "status_failed"
    case statusCancelled = "status_cancelled"
    case statusTrial = "status_trial"
    // What can be done about a mail that was sent.
    case addHow = "add_how"
    case mailsHead = "mails_head"
    case mailsNone = "mails_none"
    case canWithdraw = "can_withdraw"
    case cannotWithdraw = "cannot_withdraw"
    case withdrawn
    case withdrawUnknown = "withdraw_unknown"
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
    case valuesLost = "values_lost"
    case startedAfresh = "started_afresh"
    case zoneAssumed = "zone_assumed"
}
