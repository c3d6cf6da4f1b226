import Foundation
import Testing

/// The mails of whole conversations, as the program itself composes them; `Scripts/record-mails` writes them anew.
@Suite("Golden mails of conversations", .enabled(if: Judge.isAvailable))
struct GoldenMailTests {
    private static let golden = RunningProgram.package.appendingPathComponent("Tests/IntegrationTests/Golden")

    @Test("A conversation leads to the very mail under version control", arguments: ["zh", "en"])
    func golden(language: String) throws {
        let room = try Room()
        let folder = room.path("mails")
        let outcome = try room.run(
            [
                "test", "--intents", SamplePack.shipped, Self.golden.path + "/mails.\(language).yaml", "--mails",
                folder,
            ], environment: ["HELPLINE_MAIL_LANGUAGE": language])
        #expect(outcome.code == 0, "\(outcome.text)")
        let kept = try mails(Self.golden.path, language)
        let made = try mails(folder, language)
        #expect(made.keys.sorted() == kept.keys.sorted())
        #expect(made.count > 1)
        for (name, text) in made { #expect(text == kept[name], "\(name) differs; Scripts/record-mails, then read it") }
        for name in made.keys { #expect(try Judge.read(folder + "/" + name).defects == []) }
    }

    /// The mails of a language, without the version of the program, which changes with every release.
    private func mails(_ folder: String, _ language: String) throws -> [String: String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasPrefix("mails.\(language)-") && $0.hasSuffix(".eml") }
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                let text = try String(
                    decoding: Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)), as: UTF8.self)
                return (name, text.replacing(/X-Helpline-Version: [^\r\n]*/, with: "X-Helpline-Version: …"))
            })
    }
}
