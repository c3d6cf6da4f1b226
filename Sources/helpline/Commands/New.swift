import ArgumentParser
import Foundation
import HelplineCore
import HelplinePack

/// Begins an intent.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Begin an intent: write a file with everything it needs and TODO where you have to say it.",
        discussion: """
            Nothing that is there is written over. Until every TODO is replaced, helpline check tells of each. Editors that \
            know YAML help with the keys, as the first line of the file names its schema; the schemas are written beside \
            the pack where they are missing.
            """)

    @Argument(help: "The id of the intent, or FOLDER/ID: letters, digits and hyphens.")
    var intent: String?

    @OptionGroup var pack: PackOptions
    @OptionGroup var author: AuthorOptions

    @Flag(help: "Write the schemas of this version into the pack's folder schema/, in place of older ones.")
    var schema = false

    func validate() throws {
        if intent == nil, !schema { throw ValidationError("Name the intent, such as: helpline new lost-phone") }
    }

    func run() throws {
        let folder = try pack.configuration().value(.intents)
        let loaded = Pack.load(folder: folder)
        if DiagnosticReport(loaded.diagnostics).isUnreadable {
            StandardError.say(DiagnosticReport(loaded.diagnostics).text(in: author.language))
            throw ExitStatus.noInput
        }
        if let intent { try write(skeleton(intent, loaded), below: folder) }
        for kind in PackSchema.allCases {
            let path = "\(folder)/\(PackSchema.folder)/\(kind.fileName)"
            if schema || !FileManager.default.fileExists(atPath: path) {
                try write(kind.text, to: path, replacing: true)
            }
        }
        if intent != nil { try say("Now replace each TODO, and run “helpline check”.") }
    }

    private func skeleton(_ name: String, _ loaded: LoadedPack) throws -> IntentSkeleton {
        do {
            return try IntentSkeleton(name, in: loaded, language: author.language)
        } catch .badName(let suggestion) {
            complain("“\(name)” cannot be the id of an intent; an id has letters, digits and hyphens.")
            if let suggestion { complain("Did you mean “\(suggestion)”?") }
            throw ExitCode.validationFailure
        } catch .taken(let place) {
            complain("The id “\(name)” is taken: see \(place).")
            throw ExitStatus.cannotCreate
        }
    }

    private func write(_ skeleton: IntentSkeleton, below folder: String) throws {
        let path = "\(folder)/\(skeleton.file)"
        if FileManager.default.fileExists(atPath: path) {
            complain("“\(path)” is there already, and was left as it is.")
            throw ExitStatus.cannotCreate
        }
        try write(skeleton.text, to: path, replacing: false)
    }

    private func write(_ text: String, to path: String, replacing: Bool) throws {
        let file = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file, options: replacing ? .atomic : .withoutOverwriting)
        } catch {
            complain("“\(path)” could not be written: \(error.localizedDescription)")
            throw ExitStatus.cannotCreate
        }
        try say("Written: \(path)")
    }

    private func say(_ sentence: Sentence) throws {
        try StandardOutput.say(sentence.said(in: author.language))
    }

    private func complain(_ sentence: Sentence) {
        StandardError.say("helpline: " + sentence.said(in: author.language))
    }
}
