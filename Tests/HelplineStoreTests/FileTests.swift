import Foundation
import GRDB
import HelplineCore
import Testing

@testable import HelplineStore

@Suite("Files of drafts") struct FileTests {
    let folder = TemporaryFolder()

    private func files(
        _ added: [KeptFile], kept: [Int]? = nil, of key: ConversationKey = ann, at moment: Timestamp = noon,
        version: Int64 = 0, mail: OutgoingMail? = nil
    ) -> Commit {
        var commit = turn(key, at: moment, version: version, state: nil, mail: mail)
        commit.files = FileChange(drawer: key, added: added, kept: kept ?? added.map(\.number))
        return commit
    }

    private func file(_ number: Int, _ text: String) -> KeptFile { KeptFile(number: number, bytes: Array(text.utf8)) }

    @Test("Files are kept by conversation, and what is not named any more is gone")
    func keep() async throws {
        let store = try Store(folder: folder.path)
        _ = try await store.commit(files([file(1, "one"), file(2, "two")]))
        _ = try await store.commit(files([file(1, "of bob")], of: bob))
        #expect(try await store.files(of: ann) == [file(1, "one"), file(2, "two")])
        _ = try await store.commit(files([file(3, "three")], kept: [2, 3]))
        #expect(try await store.files(of: ann) == [file(2, "two"), file(3, "three")])
        _ = try await store.commit(files([file(3, "other")], kept: [3]))
        #expect(try await store.files(of: ann) == [file(3, "other")])
        #expect(try await store.files(of: bob) == [file(1, "of bob")])
        try await store.forget(bob)
        #expect(try await store.files(of: bob) == [])
    }

    @Test("A turn that is not written keeps no file and erases none")
    func together() async throws {
        let store = try Store(folder: folder.path)
        _ = try await store.commit(files([file(1, "one")]))
        _ = try await store.commit(turn())
        var late = turn(version: 7)
        late.files = FileChange(drawer: ann, added: [file(2, "two")], kept: [2])
        #expect(try await store.commit(late) == .conflict(version: 1))
        #expect(try await store.files(of: ann) == [file(1, "one")])
        _ = try await store.commit(files([], kept: [1], mail: mail(1, hash: 5)))
        let again = files([], kept: [], mail: mail(2, hash: 5))
        #expect(try await store.commit(again) == .duplicate(of: reference(1)))
        #expect(try await store.files(of: ann) == [file(1, "one")])
    }

    @Test("Where there is no room nothing of the turn is written; mails that are kept count as well")
    func room() async throws {
        let store = try Store(folder: folder.path, limits: StoreLimits(bytes: 10))
        _ = try await store.commit(turn(mail: mail(1, bytes: [1, 2, 3])))
        #expect(try await store.commit(files([file(1, "12345678")])) == .filesFull)
        #expect(try await store.files(of: ann) == [])
        #expect(try await store.commit(files([file(1, "1234567")])) == .committed(version: 0))
        #expect(try await store.commit(files([file(1, "x")], of: bob)) == .filesFull)
        #expect(try await store.commit(files([file(2, "7654321")], kept: [2])) == .committed(version: 0))
        #expect(try await store.commit(submission(2, from: bob)) == .committed(version: 0))
    }

    @Test("Files of drafts that nobody goes on with are purged by age")
    func purge() async throws {
        let store = try Store(folder: folder.path)
        _ = try await store.commit(files([file(1, "old")]))
        _ = try await store.commit(files([file(1, "new")], of: bob, at: noon.advanced(bySeconds: 60)))
        #expect(try store.purgeFiles(givenBefore: noon.advanced(bySeconds: 30)) == 1)
        #expect(try await store.files(of: ann) == [])
        #expect(try await store.files(of: bob) == [file(1, "new")])
    }

    @Test("What was taken off leaves the disk, small or large", arguments: [40, 400_000])
    func erased(size: Int) async throws {
        let store = try Store(folder: folder.path)
        let mark = "a picture nobody should find again "
        let text = String(repeating: mark, count: size / mark.count + 1)
        _ = try await store.commit(files([file(1, text)]))
        #expect(try folder.holds(mark))
        _ = try await store.commit(files([], kept: []))
        #expect(try !folder.holds(mark))
        try store.close()
    }

    @Test("A database without files is brought forward")
    func forward() async throws {
        let old = Schema(steps: Array(Schema.current.steps.prefix(2)))
        let before = try StoreDatabase(folder: folder.path, schema: old, patience: 1)
        try before.write { db in
            try db.execute(
                sql: "INSERT INTO conversations (relay, name, version, updated, state) VALUES (?, ?, 1, 0, x'07')",
                arguments: [ann.relay, ann.name])
        }
        try before.close()
        let store = try Store(folder: folder.path)
        #expect(try await store.load(ann)?.version == 1)
        #expect(try await store.commit(files([file(1, "one")])) == .committed(version: 0))
        #expect(FileManager.default.fileExists(atPath: folder.path + "/helpline.db.schema2"))
    }
}
