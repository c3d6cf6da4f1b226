import ArgumentParser
import HelplinePack

/// Proves a pack.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove that a pack says what its authors mean.",
        discussion: """
            Reads every file, names every fault with file, line and column, and proves that each example wins its intent,
            that no example of what is not meant does, and that no two intents tie. Ends with code 0, or with 65 where
            there is an error; with --strict also where there is a warning.
            """)

    @OptionGroup var pack: PackOptions

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @Flag(help: "Print errors only.")
    var quiet = false

    func run() throws {
        let folder = try pack.configuration().value(.intents)
        let diagnostics = PackFolder.prove(PackSource(folder: folder)).diagnostics
        let report = DiagnosticReport(quiet ? diagnostics.filter { $0.severity == .error } : diagnostics)
        if !report.diagnostics.isEmpty { print(json ? report.jsonLines : report.text) }
        if !json { print("\(folder): \(report.summary)") }
        if let code = PackFolder.exitCode(diagnostics) { throw code }
        if strict, diagnostics.contains(where: { $0.severity == .warning }) { throw ExitStatus.dataFault }
    }
}
