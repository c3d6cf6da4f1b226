import Foundation
import HelplineCore
import Testing

@testable import HelplinePack

@Suite("The folder of a pack")
struct PackFolderTests {
    /// What is reported, the folder's path left out.
    private func report(_ folder: URL, _ name: String = "") -> [String] {
        let path = folder.path(percentEncoded: false)
        return Pack.load(folder: path + name).diagnostics.map {
            let place = $0.place.replacingOccurrences(of: path, with: "Pack")
            return "\(place): \($0.severity): \($0.message)" + ($0.remedy.map { " = \($0)" } ?? "")
        }
    }

    private func write(_ bytes: some Sequence<UInt8>, to name: String, in folder: URL) throws {
        try Data(bytes).write(to: folder.appending(path: name))
    }

    @Test("A pack is the same from a folder as from memory")
    func sameFromFolder() throws {
        try SamplePack().withFolder { folder in
            #expect(report(folder) == [])
            let pack = Pack.load(folder: folder.path(percentEncoded: false))
            #expect(pack.content?.intents.map(\.id.name) == ["greeting", "account-stolen", "fees"])
        }
    }

    @Test(
        "Backups and half-saved files beside the pack are left out",
        arguments: [
            "fees.yaml~", ".fees.yaml.swp", "#fees.yaml#", ".#fees.yaml", ".fees.yaml", "fees.yaml.bak", "4913",
            "fees.yaml.tmp", ".git/config.yaml", "Transcripts/broken.yaml",
        ])
    func strayFiles(name: String) throws {
        var pack = SamplePack()
        pack.files[name] = "{{ not a pack"
        try pack.withFolder { #expect(report($0) == []) }
    }

    @Test("A file with another ending of YAML's is pointed out")
    func otherEnding() throws {
        var pack = SamplePack()
        pack.files["more.yml"] = "id: more"
        try pack.withFolder {
            #expect(
                report($0) == [
                    "Pack/more.yml: warning: only files named *.yaml are read = rename it if it belongs to the pack"
                ])
        }
    }

    @Test("A folder that is missing, empty or a file is told apart")
    func missing() throws {
        try SamplePack().withFolder { folder in
            #expect(report(folder, "/no") == ["Pack/no: error: there is no such folder"])
            let empty = folder.appending(path: "empty")
            try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
            #expect(
                report(folder, "/empty") == [
                    "Pack/empty: error: no *.yaml file is in this folder"
                        + " = a pack has bot.yaml, vocabulary.yaml and one file for each intent"
                ])
            #expect(
                report(folder, "/bot.yaml") == [
                    "Pack/bot.yaml: error: this is no folder = name the folder that holds bot.yaml"
                ])
        }
    }

    @Test("A report knows whether there is a pack to speak of")
    func unreadable() throws {
        try SamplePack().withFolder { folder in
            let path = folder.path(percentEncoded: false)
            #expect(DiagnosticReport(Pack.load(folder: path + "/no").diagnostics).isUnreadable)
            #expect(!DiagnosticReport(Pack.load(folder: path + "/Smalltalk").diagnostics).isUnreadable)
        }
    }

    @Test("Bytes that are no text are reported at their place")
    func noText() throws {
        let cases: [(bytes: [UInt8], report: String)] = [
            (
                Array("id: a\nx: \0".utf8),
                ":2:4: error: a control character (U+0000) stands in the file"
                    + " = delete it; a half-saved or binary file looks like this"
            ),
            (
                Array("id: 账\u{1B}[2J".utf8),
                ":1:6: error: a control character (U+001B) stands in the file"
                    + " = delete it; a half-saved or binary file looks like this"
            ),
            (
                Array("id: a\ntitle: ".utf8) + [0xD5, 0xCA],
                ":2:8: error: the file is not UTF-8 text from here on = save it with the encoding UTF-8"
            ),
            (
                [0xFF, 0xFE, 0x69, 0x00],
                ": error: the file is saved as UTF-16 = save it with the encoding UTF-8"
            ),
        ]
        for (bytes, expected) in cases {
            try SamplePack().withFolder { folder in
                try write(bytes, to: "broken.yaml", in: folder)
                #expect(report(folder) == ["Pack/broken.yaml" + expected])
            }
        }
    }

    @Test("A byte order mark and line ends of other systems are read")
    func otherSystems() throws {
        var pack = SamplePack()
        for (name, text) in pack.files {
            pack.files[name] = "\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n")
        }
        try pack.withFolder { #expect(report($0) == []) }
    }

    @Test("A file larger than a megabyte is not read")
    func largeFile() throws {
        try SamplePack().withFolder { folder in
            try write(Array(repeating: 0x23, count: (1 << 20) + 1), to: "large.yaml", in: folder)
            #expect(
                report(folder) == [
                    "Pack/large.yaml: error: the file is larger than 1 MB and is not read"
                        + " = split it; one intent is one file"
                ])
        }
    }

    @Test("Links in a circle end, and what they lead to is read once")
    func linkLoop() throws {
        try SamplePack().withFolder { folder in
            let manager = FileManager.default
            try manager.createSymbolicLink(
                at: folder.appending(path: "Smalltalk/again"), withDestinationURL: folder)
            try manager.createSymbolicLink(
                atPath: folder.appending(path: "self.yaml").path(percentEncoded: false),
                withDestinationPath: "self.yaml")
            #expect(
                report(folder) == [
                    "Pack/Smalltalk/again: warning: this folder is a link to one that was read already, so it is left out",
                    "Pack/self.yaml: error: the file cannot be read: too many levels of symbolic links",
                ])
        }
    }

    @Test("A pipe beside the pack is refused and not waited for")
    func pipe() throws {
        try SamplePack().withFolder { folder in
            #expect(mkfifo(folder.appending(path: "pipe.yaml").path(percentEncoded: false), 0o600) == 0)
            #expect(report(folder) == ["Pack/pipe.yaml: error: this is no regular file"])
        }
    }

    @Test(
        "A link that leads out of the folder is refused, and nothing of what it leads to is shown",
        arguments: ["fees.yaml", "more"])
    func linkOut(name: String) throws {
        try SamplePack().withFolder { folder in
            let outside = FileManager.default.temporaryDirectory.appending(path: "outside-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: outside) }
            let secret = outside.appending(path: "secret.yaml")
            try Data("password: do-not-show".utf8).write(to: secret)
            let link = folder.appending(path: name)
            try? FileManager.default.removeItem(at: link)
            try FileManager.default.createSymbolicLink(
                at: link, withDestinationURL: name.hasSuffix(".yaml") ? secret : outside)
            let said = DiagnosticReport(Pack.load(folder: folder.path(percentEncoded: false)).diagnostics).text
            #expect(said.contains("this link leads out of the pack's folder and is not followed"))
            #expect(!said.contains("do-not-show"))
        }
    }

    @Test("A link to another file of the folder is followed, and so is one to the folder itself")
    func linkedFile() throws {
        try SamplePack().withFolder { folder in
            let inside = folder.appending(path: "fees.yaml")
            let outside = folder.appending(path: ".outside")
            try FileManager.default.moveItem(at: inside, to: outside)
            try FileManager.default.createSymbolicLink(at: inside, withDestinationURL: outside)
            #expect(report(folder) == [])
            let alias = FileManager.default.temporaryDirectory.appending(path: "alias-\(UUID().uuidString)")
            try FileManager.default.createSymbolicLink(at: alias, withDestinationURL: folder)
            defer { try? FileManager.default.removeItem(at: alias) }
            #expect(Pack.load(folder: alias.path(percentEncoded: false)).diagnostics.isEmpty)
        }
    }
}
