import Foundation
import GRDB
import HelplineCore
import Testing

@testable import HelplineStore

@Suite("What is on the disk")
struct DurabilityTests {
    let folder = TemporaryFolder()

    @Test("The writing connection syncs at every commit, overwrites what it deletes and uses the write-ahead log")
    func settings() throws {
        let store = try Store(folder: folder.path)
        let expected = [
            "synchronous": "2", "secure_delete": "1", "journal_mode": "wal", "foreign_keys": "1", "temp_store": "2",
        ]
        let found = try store.database.pool.writeWithoutTransaction { db in
            try expected.keys.reduce(into: [:]) { $0[$1] = try String.fetchOne(db, sql: "PRAGMA \($1)") }
        }
        #expect(found == expected)
    }

    @Test("The new folder has the mode 0700, every file in it 0600, whatever the umask")
    func modes() async throws {
        let store = try Store(folder: folder.path)
        _ = try await store.commit(turn())
        #expect(try folder.mode() == 0o700)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files == ["helpline.db", "helpline.db-shm", "helpline.db-wal"])
        for file in files { #expect(try folder.mode(file) == 0o600, "\(file)") }
    }

    @Test("An empty folder is closed to others, a folder in use keeps its mode, a readable database is closed")
    func existingModes() throws {
        let wide: [FileAttributeKey: Any] = [.posixPermissions: 0o755]
        try FileManager.default.createDirectory(
            atPath: folder.path, withIntermediateDirectories: true, attributes: wide)
        try Store(folder: folder.path).close()
        #expect(try folder.mode() == 0o700)
        try FileManager.default.setAttributes(wide, ofItemAtPath: folder.path)
        try FileManager.default.setAttributes(wide, ofItemAtPath: folder.database)
        try Store(folder: folder.path + "/").close()
        #expect(try folder.mode() == 0o755)
        #expect(try folder.mode("helpline.db") == 0o600)
    }

    @Test("What was committed is there after the process has gone without closing")
    func reopening() async throws {
        let dropped = try Store(folder: folder.path)
        _ = try await dropped.commit(turn(remembered: replies("m", "x"), mail: mail(1)))
        // A copy of the files as they lie there is what a killed process leaves.
        let rescue = TemporaryFolder()
        try FileManager.default.copyItem(atPath: folder.path, toPath: rescue.path)
        let store = try Store(folder: rescue.path)
        #expect(try await store.load(ann)?.remembered == [replies("m", "x")])
        #expect(try store.bytes(of: reference(1)) == [1, 2, 3])
        let check = try await store.database.pool.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
        #expect(check == "ok")
    }

    @Test("A turn that masks an earlier one leaves nothing of it in any file")
    func masking() async throws {
        let store = try Store(folder: folder.path)
        let secret = "witch collapse practice feed shame open despair creek road again ice least"
        _ = try await store.commit(turn(state: Array(secret.utf8), remembered: replies("m1", secret)))
        #expect(try folder.holds(secret))
        _ = try await store.commit(
            turn(version: 1, state: [0], remembered: replies("m2", "x"), rewritten: [replies("m1", "…")]))
        #expect(try folder.holds("witch") == false)
    }

    @Test("A secret that stood in the state alone leaves nothing either")
    func maskingState() async throws {
        let store = try Store(folder: folder.path)
        let secret = "witch collapse practice feed shame open despair creek road again ice least"
        _ = try await store.commit(turn(state: Array(secret.utf8)))
        var masking = turn(version: 1, state: [0])
        masking.masksEarlier = true
        _ = try await store.commit(masking)
        #expect(try folder.holds("witch") == false)
    }

    @Test("A purged mail leaves nothing in any file")
    func purging() async throws {
        let store = try Store(folder: folder.path)
        let words = "a sentence that nobody else writes"
        var mail = mail(1)
        mail.composed.bytes = Array(words.utf8)
        _ = try await store.commit(turn(mail: mail))
        let leased = try #require(try store.lease(at: noon, for: 60, owner: "d"))
        try store.settle(leased, .delivered("ok"), at: noon)
        try store.purgeMails(endedBefore: noon.advanced(bySeconds: 1))
        #expect(try folder.holds(words) == false)
    }

    @Test("Closing leaves one file that holds everything")
    func closing() async throws {
        let store = try Store(folder: folder.path)
        _ = try await store.commit(turn())
        try store.close()
        let wal = folder.database + "-wal"
        let size = try? FileManager.default.attributesOfItem(atPath: wal)[.size] as? Int
        #expect(size ?? 0 == 0)
    }
}
