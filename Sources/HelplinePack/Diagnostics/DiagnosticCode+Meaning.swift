extension DiagnosticCode {
    /// What a finding of this kind says, and what helps in general; Documentation/FINDINGS.md lists both.
    struct Entry {
        var meaning: Sentence
        var advice: Sentence

        init(_ meaning: Sentence, _ advice: Sentence) {
            (self.meaning, self.advice) = (meaning, advice)
        }
    }

    /// What to do where a finding itself does not say.
    public var advice: Sentence { entry.advice }

    /// What a finding of this kind says.
    public var meaning: Sentence { entry.meaning }

    private var entry: Entry {
        entryOfFiles ?? entryOfNames ?? entryOfPatterns ?? entryOfProof
    }

    private var entryOfFiles: Entry? {
        switch self {
        case .folderMissing: Entry("the folder is not there, or is no folder", "name the folder that holds bot.yaml")
        case .unreadable: Entry("the folder or a file cannot be read", "look at its permissions and its name")
        case .folderEmpty: Entry("no intent is in the folder", "write one with “helpline new”")
        case .botMissing: Entry("bot.yaml is missing", "name the folder that holds bot.yaml")
        case .vocabularyMissing:
            Entry("vocabulary.yaml is missing, and word sets of it are named", "put the file back, or write those sets")
        case .tooLarge: Entry("something is larger than a pack needs", "split it")
        case .notText: Entry("the file is no UTF-8 text", "save it with the encoding UTF-8")
        case .syntax:
            Entry("the file is not YAML", "mend the line that is shown; quotes and indentation are the usual causes")
        case .yamlLimit: Entry("YAML beyond what a pack needs", "write it plainly: texts, lists, keys and values")
        case .cutText: Entry("a text is cut off by a # in it", "put the text in quotes")
        case .wideMark:
            Entry(
                "marks of a Chinese keyboard where YAML wants English ones", "write ' \" , : with an English keyboard")
        case .joinedLines: Entry("lines of a text are joined into one", "write | after the key, and the text below it")
        case .duplicateKey: Entry("a key stands twice in the same place", "put everything under one of them")
        case .wrongShape: Entry("a list where a text is wanted, and the like", "compare with a file that works")
        case .badValue: Entry("a value that the key does not take", "write one of those it takes")
        case .todo: Entry("a text that still has to be written", "write it")
        default: nil
        }
    }

    private var entryOfNames: Entry? {
        switch self {
        case .unknownKey: Entry("a key that does not exist", "look for a slip of the pen, or take it out")
        case .missingKey: Entry("a key that has to be there", "add it")
        case .missingText: Entry("a language lacks a text", "write it in that language too")
        case .badName: Entry("a name written as names are not", "use letters, digits, hyphens and underscores")
        case .duplicateName: Entry("two things with one name", "give one of them another name")
        case .unknownName: Entry("a name that nothing has", "look for a slip of the pen, or write what it names")
        case .cycle: Entry("names that lead back to themselves", "write the words out in one of them")
        default: nil
        }
    }

    private var entryOfPatterns: Entry? {
        switch self {
        case .badPattern: Entry("PCRE2 refuses the pattern", "mend it, or write a phrase instead")
        case .deadPattern: Entry("the pattern can never match", "write it as messages are written after normalising")
        case .emptyPattern:
            Entry("the pattern may match nothing at all", "leave out ? or * where something has to stand")
        case .slowPattern: Entry("the pattern is tried on every message", "let every alternative hold a word")
        case .explosivePattern:
            Entry(
                "the work of the pattern doubles with every few characters",
                "let each part of it take characters that the next one cannot")
        case .riskyPattern:
            Entry("trying the pattern can take long", "bound its repeats, and keep \\b for Latin words")
        case .longPattern: Entry("the pattern is too long with its sets filled in", "split it")
        case .badPhrase: Entry("the phrase cannot be read", "write words and {{sets}} with spaces between them")
        case .sharedPattern: Entry("a pattern stands in two intents", "keep it in one of them")
        case .unprovenPattern:
            Entry("no example needs the pattern", "add an example that only it finds, or take it out")
        default: nil
        }
    }

    private var entryOfProof: Entry {
        switch self {
        case .exampleLost:
            Entry("an example is answered by another intent, or by none", "ask “helpline explain” about it")
        case .exampleTied: Entry("an example ties with another intent", "ask “helpline explain” about it")
        case .counterExample: Entry("a line that must not be answered is", "add a pattern to “unless”")
        case .noExamples: Entry("an intent has no example in a language", "add what users type to “examples”")
        case .shadowedIntent: Entry("an intent wins none of its examples", "narrow the other by “unless”")
        case .titleLost: Entry("a title, typed, does not lead to its intent", "add a phrase that finds it")
        case .unreachable: Entry("a question or text that no conversation comes to", "compare the conditions before it")
        case .unusedSet: Entry("nothing uses the word set", "take it out, or name it where it is meant")
        case .unverifiedFact: Entry("nobody has confirmed the fact", "ask, then write “verified: true”")
        case .typedFact: Entry("a fact is typed by hand", "name it: {{fact.name}}")
        case .forbiddenPromise: Entry("a promise that no text may make", "say what really happens")
        case .foreignAddress: Entry("an address or link that is no fact", "make it a fact of bot.yaml")
        case .longText: Entry("a text too long for a chat", "shorten it")
        case .translationGap: Entry("one language has what another lacks", "add it in the other language")
        case .secretSlot: Entry("a question asks for a secret", "ask whether it leaked instead")
        case .commandAnswer: Entry("an answer is obeyed as a command", "keep the word in one of them")
        case .commandClash: Entry("a word means two commands", "keep the word in one of them")
        case .transcript:
            Entry("a conversation goes otherwise than written", "mend the pack, or record anew with --update")
        case .uncovered: Entry("no example and no transcript touches it", "play it in a transcript")
        default: Entry("more findings of a file than are listed", "mend those above first")
        }
    }
}
