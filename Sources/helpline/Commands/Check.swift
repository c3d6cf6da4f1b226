import ArgumentParser
import HelplinePack

/// Proves a pack.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Prove that a pack says what its authors mean.",
        discussion: """
            Reads every file, names every fault with file, line and column and what to do about it, and proves that each \
            example wins its intent, that no example of what is not meant does, and that no two intents tie. What each \
            code means: Documentation/FINDINGS.md.

            Ends with code 0, with 65 where there is an error, with 66 where the folder is not there; with --strict also \
            with 65 where there is a warning.
            """)

    @Argument(help: "The folder of the pack, as --intents.")
    var folder: String?

    @OptionGroup var pack: PackOptions
    @OptionGroup var author: AuthorOptions

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @Flag(help: "Print notes too: what is right, and could be tidier.")
    var notes = false

    @Flag(help: "Print how near the intents come to one another on their examples.")
    var matrix = false

    @Flag(help: "Print what text each pattern needs, and how often it is tried on the pack's own examples.")
    var patterns = false

    @Flag(help: "Print one JSON object a line, notes included.")
    var json = false

    @Flag(help: "Print errors only; the last line still counts the rest.")
    var quiet = false

    func validate() throws {
        if matrix, json { throw ValidationError("--matrix is a table for people; leave out --json.") }
        if patterns, json { throw ValidationError("--patterns is a table for people; leave out --json.") }
        if folder?.isEmpty == true {
            throw ValidationError("The name of the folder is empty; write one, or leave it out.")
        }
        if let folder, let intents = pack.intents, folder != intents {
            throw ValidationError("Name the folder once: “\(folder)” and --intents “\(intents)” are two.")
        }
    }

    func run() throws {
        let folder = try folder ?? pack.configuration().value(.intents)
        let opened = PackFolder.prove(PackSource(folder: folder))
        let report = DiagnosticReport(opened.diagnostics)
        let shown = DiagnosticReport(report.diagnostics.filter(isShown))
        if !shown.diagnostics.isEmpty {
            try StandardOutput.say(json ? shown.jsonLines(in: author.language) : shown.text(in: author.language))
        }
        if matrix, !json, let confusions = opened.confusions {
            try StandardOutput.say(confusions.table(in: author.language) + "\n")
        }
        if patterns, let knowledge = opened.knowledge {
            try StandardOutput.say(PatternReport(opened.pack, knowledge).table(in: author.language) + "\n")
        }
        if !json { try StandardOutput.say("\(folder): \(report.summary(in: author.language, shown: shown))") }
        if let code = PackFolder.exitCode(report.diagnostics) { throw code }
        if strict, report.count(.warning) > 0 { throw ExitStatus.dataFault }
    }

    private func isShown(_ diagnostic: Diagnostic) -> Bool {
        switch diagnostic.severity {
        case .error: true
        case .warning: !quiet
        case .note: !quiet && (notes || json)
        }
    }
}
