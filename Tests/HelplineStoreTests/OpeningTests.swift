import Foundation
import GRDB
import HelplineCore
import Testing

@testable import HelplineStore

@Suite("Opening a state folder")
struct OpeningTests {
    let folder = TemporaryFolder()

    func expectRefusal(
        _ path: String, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: LedgerError.self, sourceLocation: sourceLocation) {
            try Store(folder: path, patience: 0.1)
        }
        let sentence = error?.description ?? ""
        for word in [path] + words {
            #expect(sentence.contains(word), "\(sentence)", sourceLocation: sourceLocation)
        }
    }

    @Test("A folder below a file cannot be made, and the sentence says where and why")
    func belowAFile() throws {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: folder.path + "/file"))
        expectRefusal(folder.path + "/file/state", "/file is a file and no folder", "--state")
        expectRefusal(folder.path + "/file", "/file is a file and no folder", "--state")
    }

    @Test("A place where nobody may write is refused")
    func notWritable() {
        expectRefusal("/proc/helpline", "cannot be made", "--state")
    }

    @Test("A folder that may be read only is refused to whoever that binds, which is everybody but root")
    func readOnly() throws {
        let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o500]
        try FileManager.default.createDirectory(
            atPath: folder.path, withIntermediateDirectories: true, attributes: mode)
        if geteuid() == 0 {
            try Store(folder: folder.path).close()
        } else {
            expectRefusal(folder.path, "right to write")
        }
    }

    @Test("A file that is no database is refused and left as it is")
    func noDatabase() throws {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        let text = Data(String(repeating: "This is a letter to my aunt.\n", count: 99).utf8)
        try text.write(to: URL(fileURLWithPath: folder.database))
        expectRefusal(folder.path, "helpline.db is not a database")
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == text)
    }

    @Test("The database of another program is refused")
    func foreign() throws {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try DatabaseQueue(path: folder.database).write { try $0.execute(sql: "CREATE TABLE songs (title)") }
        expectRefusal(folder.path, "another program")
    }

    @Test("A damaged database is told as such", arguments: [100, 4096])
    func damaged(offset: Int) async throws {
        let store = try Store(folder: folder.path)
        for number in 0..<50 {
            _ = try await store.commit(
                turn(ConversationKey(relay: "r", name: "\(number)"), state: Array(repeating: 5, count: 900)))
        }
        try store.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.database))
        try file.seek(toOffset: UInt64(offset))
        try file.write(contentsOf: Data(repeating: 0xFF, count: 40_000))
        try file.close()
        let error = await #expect(throws: LedgerError.self) {
            let store = try Store(folder: folder.path)
            for number in 0..<50 { _ = try await store.load(ConversationKey(relay: "r", name: "\(number)")) }
        }
        #expect(error?.description.contains("damaged") == true, "\(error?.description ?? "")")
    }

    @Test("A database that another process holds locked is told after the patience")
    func locked() async throws {
        let store = try Store(folder: folder.path, patience: 0.05)
        let other = try DatabaseQueue(path: folder.database)
        let error = try await other.writeWithoutTransaction { db in
            try db.beginTransaction(.immediate)
            defer { try? db.rollback() }
            return #expect(throws: LedgerError.self) { try store.lease(at: noon, for: 1, owner: "d") }
        }
        #expect(error?.description.contains("locked by another process") == true)
        #expect(try await store.commit(turn()) == .committed(version: 1))
    }

    @Test("A full disk refuses the turn and nothing of it is written; later turns are written again")
    func full() async throws {
        let store = try Store(folder: folder.path)
        _ = try await store.commit(turn(state: [1]))
        try await store.database.pool.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let large = turn(version: 1, state: Array(repeating: 1, count: 60_000), mail: mail(1))
        let error = await #expect(throws: LedgerError.self) { try await store.commit(large) }
        #expect(error?.description.contains("full") == true)
        #expect(try await store.load(ann)?.state == [1])
        #expect(try store.list(limit: 1).isEmpty)
        try await store.database.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
        #expect(try await store.commit(large) == .committed(version: 2))
    }

    @Test("One turn that cannot be written fails alone; the others of its batch are written")
    func onlyTheBadOne() async throws {
        let store = try Store(folder: folder.path)
        try await store.database.pool.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER refuse BEFORE INSERT ON conversations WHEN NEW.name = 'bad'
                    BEGIN SELECT RAISE(ABORT, 'refused'); END
                    """)
        }
        let batch = ["a", "bad", "c"].map { turn(ConversationKey(relay: "r", name: $0)) }
        let results = Store.write(batch, to: store.database, limits: .none)
        #expect(results[0] == .success(.committed(version: 1)))
        #expect(results[2] == .success(.committed(version: 1)))
        #expect(throws: LedgerError.self) { try results[1].get() }
        #expect(try await store.load(ConversationKey(relay: "r", name: "c")) != nil)
        #expect(try await store.load(ConversationKey(relay: "r", name: "bad")) == nil)
    }

    @Test("Where the transaction itself fails, no turn of the batch is told to be written")
    func allOrNone() async throws {
        let store = try Store(folder: folder.path)
        try await store.database.pool.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER refuse BEFORE INSERT ON conversations WHEN NEW.name = 'bad'
                    BEGIN SELECT RAISE(ROLLBACK, 'refused'); END
                    """)
        }
        let batch = ["a", "bad", "c"].map { turn(ConversationKey(relay: "r", name: $0)) }
        for result in Store.write(batch, to: store.database, limits: .none) {
            #expect(throws: LedgerError.self) { try result.get() }
        }
        for name in ["a", "bad", "c"] {
            #expect(try await store.load(ConversationKey(relay: "r", name: name)) == nil)
        }
    }
}
