import ArgumentParser
import Foundation
import HelplineCore
import HelplinePack

/// Plays the transcripts of a pack.
struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Play the transcripts of a pack, and tell where a conversation goes otherwise.",
        discussion: """
            A transcript is a YAML file below the pack's Transcripts/: conversations with what the user types and what \
            must be in the replies. Each is played with a conversation of its own, twice: as it is, and over \
            helpline/1 with every message sent three times and the state kept and read back between any two lines. The clock stands at 2026-11-22 10:00 UTC when it begins.

            To record a conversation, write only what the user types and let --update add what the bot says; then read \
            it. --coverage tells what no transcript and no example touches.
            """)

    @OptionGroup var pack: PackOptions
    @OptionGroup var author: AuthorOptions

    @Argument(help: "Only the files whose path ends so, or any file.")
    var files: [String] = []

    @Flag(help: "Write what was really said into the files, where it differs or nothing was expected.")
    var update = false

    @Flag(help: "Tell which intents, patterns, questions and texts no transcript and no example touches.")
    var coverage = false

    @Option(help: "Write the mails that are confirmed into this folder, as they go out to a team of mail.language.")
    var mails: String?

    @Flag(help: "Print one JSON object a line for each difference.")
    var json = false

    func run() throws {
        let settings = try pack.configuration()
        let folder = settings.value(.intents)
        let opened = PackFolder.prove(PackSource(folder: folder), warnings: false)
        let knowledge = try PackFolder.accepted(opened, folder)
        let (transcripts, faults) = try chosen(folder)
        let shelf = mails.map { MailShelf($0, language: settings[.mailLanguage].map { LocaleID($0) }) }
        var session = TestSession(knowledge, language: author.language, shelf: shelf)
        for transcript in transcripts { session.play(transcript) }
        if update { try session.update() }
        try show(faults + session.differences)
        if !json { try StandardOutput.say(session.summary) }
        if let fault = shelf?.fault {
            StandardError.say("helpline: \(fault)")
            throw ExitStatus.cannotCreate
        }
        if coverage { try show(TranscriptCoverage(opened.pack, session.records)) }
        if !(faults + session.differences).isEmpty { throw ExitStatus.dataFault }
    }

    /// The transcripts that are named, all where none is.
    private func chosen(_ folder: String) throws -> (transcripts: [Transcript], faults: [Diagnostic]) {
        var (transcripts, faults) = Transcript.load(folder: folder + "/" + Pack.transcripts)
        if files.isEmpty, transcripts.isEmpty, faults.isEmpty {
            StandardError.say("helpline: no transcript is in “\(folder)/\(Pack.transcripts)”.")
            throw ExitStatus.noInput
        }
        guard !files.isEmpty else { return (transcripts, faults) }
        let all = transcripts
        transcripts = all.filter { transcript in files.contains { transcript.path.hasSuffix($0) } }
        faults.removeAll { fault in !files.contains { fault.file.hasSuffix($0) } }
        for file in files where !(all.map(\.path) + faults.map(\.file)).contains(where: { $0.hasSuffix(file) }) {
            guard FileManager.default.fileExists(atPath: file) else {
                StandardError.say("helpline: no transcript is called “\(file)”; \(names(of: all))")
                throw ExitStatus.noInput
            }
            let (more, others) = Transcript.load(file: file)
            transcripts += more
            faults += others
        }
        return (transcripts, faults)
    }

    private func names(of transcripts: [Transcript]) -> String {
        let names = transcripts.map { $0.path.split(separator: "/").last.map(String.init) ?? $0.path }
        return names.isEmpty ? "the pack has none." : "there are \(names.sorted().joined(separator: ", "))."
    }

    private func show(_ diagnostics: [Diagnostic]) throws {
        guard !diagnostics.isEmpty else { return }
        let report = DiagnosticReport(diagnostics)
        try StandardOutput.say(json ? report.jsonLines(in: author.language) : report.text(in: author.language))
    }

    private func show(_ coverage: TranscriptCoverage) throws {
        try show(coverage.untouched)
        guard !json else { return }
        for share in coverage.shares { try StandardOutput.say(share.said(in: author.language)) }
    }
}
