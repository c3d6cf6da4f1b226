internal import HelplineCore

/// Puts the files of a pack together: first what the others need, then the intents, then the names between them.
struct PackLoader {
    private let files: [SourceFile]
    private let folder: String
    private let hasFolderFault: Bool
    private var reader: PackReader
    private var intents: [Intent] = []
    private var places: [IntentID: Place] = [:]
    /// The names, without `.yaml`, of files whose intent could not be read.
    private var unread: Set<String> = []

    init(files: [SourceFile], diagnostics: [Diagnostic], folder: String) {
        self.files = files
        self.folder = folder
        var log = DiagnosticLog(files: files)
        for diagnostic in diagnostics { log.add(diagnostic) }
        hasFolderFault = log.hasErrors
        reader = PackReader(log: log)
    }

    mutating func load() -> LoadedPack {
        let roots = readYAML()
        var content = Content(name: LocalizedText(), locales: reader.locales)
        if let bot = root("bot.yaml", roots), !isFaulty("vocabulary.yaml", roots) {
            guard reader.readBasics(bot) else { return finished(content) }
            reader.vocabulary.isMissing = !files.contains { $0.name == "vocabulary.yaml" }
            if let root = root("vocabulary.yaml", roots) { reader.readVocabulary(root) }
            content = reader.readBot(bot)
            if let root = root("out-of-scope.yaml", roots) { reader.readOutOfScope(root) }
            readIntents(roots, email: content.email)
            checkNames()
        }
        reportMissingFiles(hasBot: files.contains { $0.name == "bot.yaml" })
        content.intents = PackList(intents)
        content.sets = reader.vocabulary.sets
        return finished(content)
    }

    /// The roots of all files, nil where a file has none.
    private mutating func readYAML() -> [YAMLNode?] {
        let log = reader.log.part()
        let results = Array(files.enumerated()).concurrentMap { [log] number, file in
            var log = log
            let root = YAMLReader.read(file, number: number, log: &log)
            return (root: root, log: log)
        }
        for result in results { reader.log.absorb(result.log) }
        return results.map(\.root)
    }

    /// Reads the intents of all other files; a few files at a time are a part of the work.
    private mutating func readIntents(_ roots: [YAMLNode?], email: EmailForm) {
        let work = zip(files, roots).filter { !Pack.commonFiles.contains($0.0.name) }
        let parts = work.chunks(of: 8).concurrentMap { [reader] chunk in
            var part = reader.part()
            let intents = chunk.map { file, root in
                (file: file, root: root, intent: root.flatMap { part.readIntent($0, email: email) })
            }
            return (intents: intents, reader: part)
        }
        for part in parts {
            reader.absorb(part.reader)
            for (file, root, intent) in part.intents {
                if let root, let intent { add(intent, root) } else { unread.insert(file.stem) }
            }
        }
    }

    private func root(_ name: String, _ roots: [YAMLNode?]) -> YAMLNode? {
        zip(files, roots).first { $0.0.name == name }?.1
    }

    /// Whether a file is there and could not be read, so that everything that needs it would seem wrong.
    private func isFaulty(_ name: String, _ roots: [YAMLNode?]) -> Bool {
        zip(files, roots).contains { $0.0.name == name && $0.1 == nil }
    }

    /// Adds an intent to the pack, unless another one has its id.
    private mutating func add(_ intent: Intent, _ root: YAMLNode) {
        let place = root["id"]?.place ?? root.place
        if let first = places[intent.id] {
            let owner = reader.log.words(for: first)
            reader.log.error(
                .duplicateName, at: place, width: intent.id.name.unicodeScalars.count,
                "the id \(intent.id.name.named) is taken by \(owner)",
                remedy: "give one of them another id")
            return
        }
        places[intent.id] = place
        intents.append(intent)
    }

    /// A folder without the files that make a pack; nothing is said of what a graver fault explains.
    private mutating func reportMissingFiles(hasBot: Bool) {
        guard !hasFolderFault else { return }
        if files.isEmpty {
            reader.log.add(
                Diagnostic(
                    .error, .folderEmpty, file: folder, message: "no *.yaml file is in this folder",
                    remedy: "a pack has bot.yaml, vocabulary.yaml and one file for each intent"))
        } else if !hasBot {
            reader.log.add(
                Diagnostic(
                    .error, .botMissing, file: folder, message: "bot.yaml is not in this folder",
                    remedy: "name the folder that holds bot.yaml, or write one"))
        } else if intents.isEmpty, !reader.log.hasErrors {
            reader.log.add(Diagnostic(.error, .folderEmpty, file: folder, message: "no intent is in this folder"))
        }
        reportMissingVocabulary()
    }

    /// A pack needs no word sets; one that names some is told so once, and not at each place.
    private mutating func reportMissingVocabulary() {
        let names = reader.vocabulary.missed.map(\.name).sorted()
        guard !names.isEmpty else { return }
        reader.log.add(
            Diagnostic(
                .error, .vocabularyMissing, file: folder,
                message:
                    "vocabulary.yaml is not in this folder, and the pack names word sets of it (\(names.count) in all): \(names.prefix(6).listed(.and))",
                remedy: "put the file back, or write one with those sets"))
    }

    /// The names that intents use for each other.
    private mutating func checkNames() {
        let kinds = Dictionary(intents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for use in reader.names {
            let width = use.name.unicodeScalars.count
            guard let target = kinds[IntentID(use.name)] else {
                if unread.contains(use.name) { continue }
                reader.log.error(
                    .unknownName, at: use.place, width: width, "no intent has the id \(use.name.named)",
                    remedy: NearestName.of(use.name, among: kinds.keys.map(\.name).sorted())
                        .map { "did you mean \($0.named)?" })
                continue
            }
            if target.id == use.owner {
                reader.log.error(.badValue, at: use.place, width: width, "“\(use.purpose)” names the intent itself")
            } else if use.purpose == "reports_as", target.reportsAs != nil || target.kind != .faq {
                reader.log.error(
                    .badValue, at: use.place, width: width, "\(use.name.named) is not reported by its own id",
                    remedy: target.reportsAs.map { "write \($0.name.named)" })
            }
        }
    }

    private func finished(_ content: Content) -> LoadedPack {
        let vocabulary = reader.vocabulary
        let evidence = PackEvidence(
            files: files, locales: reader.locales, facts: reader.facts, texts: reader.texts,
            questions: reader.questions,
            outcomes: reader.outcomes,
            patterns: reader.patterns, commandWords: reader.commandWords, forbidden: reader.forbidden,
            intents: places, sets: vocabulary.written.mapValues(\.place), usedSets: vocabulary.used)
        return LoadedPack(
            content: reader.log.hasErrors ? nil : content, diagnostics: reader.log.finished(),
            examples: reader.examples, outOfScope: reader.outOfScope, evidence: evidence)
    }
}
