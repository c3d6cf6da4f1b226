/// What a whole line can ask of the conversation itself, in the words of the pack.
public enum Command: String, Sendable, CaseIterable {
    /// Leave the form.
    case cancel
    /// Return to the question before.
    case back
    /// Leave this question out.
    case skip
    /// Go on with what is being asked, and leave what was said beside it.
    case goOn = "go_on"
    /// Alter an answer; the field and the new value may follow the word.
    case change
    /// Speak to a person: begins the e-mail.
    case human
    /// List the topics.
    case menu
    /// Say the last reply again.
    case again
    /// Explain how to use the bot.
    case help
    /// Agree.
    case yes
    /// Decline.
    case no
    /// Send the mail in the preview.
    case send
    /// "I will send it myself": show address and text, send nothing.
    case selfSend = "self_send"
    /// The advice did not help.
    case notSolved = "not_solved"
    /// What became of a mail; the reference may follow the word.
    case status
    /// Add what follows the word to the last mail.
    case add
    /// List the mails of this conversation and their state.
    case mails
    /// Take a mail back that is not sent yet; the reference may follow the word.
    case withdraw
    /// Take a file off the mail that is being written; its number or name follows the word.
    case removeFile = "remove_file"
    /// Begin anew.
    case restart
    /// Leave the chat.
    case quit
    /// None of the offered topics.
    case neither
}
