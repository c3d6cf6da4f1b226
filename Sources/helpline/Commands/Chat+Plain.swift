extension Chat {
    /// Takes a command line of nothing but `chat`, `--intents FOLDER` and `--state FOLDER`; nil for any other.
    ///
    /// So nearly every chat is started, and whoever starts it waits for the answer: the argument parser finds its
    /// options by reflection, which takes as long as reading the pack. Any other line is the parser's, faults included.
    init?(plain arguments: [String]) {
        var folders: [String: String] = [:]
        var rest = arguments.first == "chat" ? arguments.dropFirst() : arguments[...]
        while let name = rest.popFirst() {
            guard ["--intents", "--state"].contains(name), folders[name] == nil, let folder = rest.popFirst(),
                !folder.isEmpty, !folder.hasPrefix("-")
            else { return nil }
            folders[name] = folder
        }
        var (pack, state, speech) = (PackOptions(), StateOptions(), AuthorOptions())
        pack.intents = folders["--intents"]
        pack.config = nil
        state.state = folders["--state"]
        speech.lang = nil
        self.init()
        (self.pack, self.state, self.speech) = (pack, state, speech)
        (json, plain, trial, author, watch, noColor) = (false, false, false, false, false, false)
        color = nil
    }
}
