extension Pattern {
    /// Takes a text that was made of a pattern by putting groups in the place of groups, without compiling it.
    ///
    /// A pack fills long lists of words into short patterns; compiling the short one proves as much and costs a tenth.
    /// What stands in the text in place of a group of the skeleton MUST be a group that compiles, captures nothing and
    /// matches no less text than the one it replaces; the whole MUST stay within PCRE2's limit of 64 KB of code. A text
    /// that breaks the contract never matches: whoever runs it is told that it cannot be run.
    public init(_ text: String, filledFrom skeleton: Pattern) {
        self.text = text
        options = skeleton.options
        captureCount = skeleton.captureCount
        names = skeleton.names
        minimumLength = skeleton.minimumLength
        matchesEmpty = skeleton.matchesEmpty
    }
}
