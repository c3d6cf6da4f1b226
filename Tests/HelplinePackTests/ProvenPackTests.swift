import Foundation
import HelplineCore
import PatternSet
import Testing

@testable import HelplinePack

@Suite("The pack that was proved last")
struct ProvenPackTests {
    /// A pack in a folder, a state folder beside it, and the pack kept there.
    private func withKept(_ body: (_ pack: URL, _ state: URL) throws -> Void) throws {
        try SamplePack().withFolder { pack in
            let state = FileManager.default.temporaryDirectory.appending(path: "state-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: state) }
            let source = PackSource(folder: pack.path(percentEncoded: false))
            let content = try #require(source.load().content)
            shelf(state).keep(KnowledgeBase(content), of: source)
            try body(pack, state)
        }
    }

    private func shelf(_ state: URL, program: String = "1") -> ProvenPack {
        ProvenPack(stateFolder: state.path(percentEncoded: false), program: program)
    }

    private func found(_ pack: URL, _ state: URL, program: String = "1") -> KnowledgeBase? {
        shelf(state, program: program).knowledge(of: PackSource(folder: pack.path(percentEncoded: false)))
    }

    @Test("The same pack is had again, from one private file")
    func kept() throws {
        try withKept { pack, state in
            #expect(found(pack, state)?.content.intents.map(\.id.name) == ["greeting", "account-stolen", "fees"])
            let files = try FileManager.default.contentsOfDirectory(atPath: state.path(percentEncoded: false))
            #expect(files == ["pack.proven"])
            let file = state.appending(path: "pack.proven").path(percentEncoded: false)
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("The same pack is had again whichever way leads to its folder, and a copy of it is another one")
    func otherSpellings() throws {
        try withKept { pack, state in
            let path = pack.resolvingSymlinksInPath().path(percentEncoded: false)
            let link = state.appending(path: "link").path(percentEncoded: false)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            let up = String(repeating: "../", count: 40)
            for spelling in [path, path + "/", path + "//", path + "/.", path + "/Smalltalk/..", link, up + path] {
                #expect(shelf(state).knowledge(of: PackSource(folder: spelling)) != nil, "\(spelling)")
            }
            let copy = state.appending(path: "copy")
            try FileManager.default.copyItem(at: pack, to: copy)
            #expect(found(copy, state) == nil)
        }
    }

    @Test("Another program, another pack and a pack that changed are not found")
    func otherPack() throws {
        try withKept { pack, state in
            #expect(found(pack, state, program: "2") == nil)
            try SamplePack().withFolder { #expect(found($0, state) == nil) }
            try Data("id: x\n".utf8).write(to: pack.appending(path: "x.yaml"))
            #expect(found(pack, state) == nil)
        }
    }

    @Test("A pack with a file that cannot be read is not found, although the others are the same")
    func unreadableFile() throws {
        try withKept { pack, state in
            try Data([0xFF, 0xFE, 0x00]).write(to: pack.appending(path: "x.yaml"))
            #expect(found(pack, state) == nil)
        }
    }

    /// Where the words begin that a slip may have been meant to be: the last part, whose length the head tells.
    private func startOfWords(_ bytes: Data) -> Int {
        bytes.count - (64..<72).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) }
    }

    @Test("A file that is damaged in its content or its index is not believed")
    func damaged() throws {
        try withKept { pack, state in
            let file = state.appending(path: "pack.proven")
            let bytes = try Data(contentsOf: file)
            for place in stride(from: 0, to: startOfWords(bytes), by: 101) {
                var damaged = bytes
                damaged[place] ^= 1
                try damaged.write(to: file)
                #expect(found(pack, state) == nil)
            }
            for length in [0, 7, 24, bytes.count - 1] {
                try bytes.prefix(length).write(to: file)
                #expect(found(pack, state) == nil)
            }
            try bytes.write(to: file)
            #expect(found(pack, state) != nil)
        }
    }

    @Test("Slips are mended by the words that were kept, and by the pack's own where those are damaged")
    func words() throws {
        try withKept { pack, state in
            let file = state.appending(path: "pack.proven")
            var bytes = try Data(contentsOf: file)
            let start = startOfWords(bytes)
            #expect(start < bytes.count)
            var scratch = MatchScratch()
            let slip = "my accuont was stollen"
            let fresh = try #require(PackSource(folder: pack.path(percentEncoded: false)).load().content)
            let meant = KnowledgeBase(fresh).classify(slip, using: &scratch).intent
            #expect(meant != nil)
            #expect(try #require(found(pack, state)).classify(slip, using: &scratch).intent == meant)
            for place in [start, (start + bytes.count) / 2, bytes.count - 1] {
                bytes[place] ^= 1
                try bytes.write(to: file)
                #expect(try #require(found(pack, state)).classify(slip, using: &scratch).intent == meant)
                bytes[place] ^= 1
            }
        }
    }

    @Test("A file that others may read or write, or that is a link, is not believed")
    func strangers() throws {
        try withKept { pack, state in
            let file = state.appending(path: "pack.proven")
            for mode in [0o644, 0o620, 0o602] {
                try FileManager.default.setAttributes(
                    [.posixPermissions: mode], ofItemAtPath: file.path(percentEncoded: false))
                #expect(found(pack, state) == nil)
            }
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: file.path(percentEncoded: false))
            #expect(found(pack, state) != nil)
            let target = state.appending(path: "elsewhere")
            try FileManager.default.moveItem(at: file, to: target)
            try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target)
            #expect(found(pack, state) == nil)
        }
    }

    @Test("A state folder that is not there breaks nothing")
    func missingFolder() throws {
        try withKept { pack, state in
            let missing = state.appending(path: "missing")
            let source = PackSource(folder: pack.path(percentEncoded: false))
            shelf(missing).keep(try #require(found(pack, state)), of: source)
            #expect(found(pack, missing) == nil)
        }
    }
}
