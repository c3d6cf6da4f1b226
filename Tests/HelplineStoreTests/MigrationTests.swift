import Foundation
import GRDB
import HelplineCore
import Testing

@testable import HelplineStore

@Suite("From one schema to the next")
struct MigrationTests {
    let folder = TemporaryFolder()
    let next = Schema(steps: Schema.current.steps + ["ALTER TABLE mails ADD COLUMN note TEXT"])
    let broken = Schema(steps: Schema.current.steps + ["CREATE TABLE extra (a); DROP TABLE nothing"])

    @Test("An older database is brought forward with all it holds, and a private copy of it is kept")
    func forward() async throws {
        let old = try Store(folder: folder.path)
        _ = try await old.commit(turn(remembered: replies("m", "x"), mail: mail(1)))
        try old.close()
        let new = Store(database: try StoreDatabase(folder: folder.path, schema: next, patience: 1), limits: .none)
        #expect(try await new.load(ann)?.remembered == [replies("m", "x")])
        #expect(try await new.database.pool.read { try $0.columns(in: "mails").map(\.name) }.contains("note"))
        #expect(try folder.mode("helpline.db.schema\(Schema.current.version)") == 0o600)
        let copy = try DatabaseQueue(path: folder.path + "/helpline.db.schema\(Schema.current.version)")
        #expect(try await copy.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM conversations") } == 1)
        #expect(try await copy.read { try $0.columns(in: "mails").map(\.name) }.contains("note") == false)
    }

    @Test("A database of a newer version is refused in a sentence and left as it is")
    func newer() async throws {
        try StoreDatabase(folder: folder.path, schema: next, patience: 1).close()
        let error = #expect(throws: LedgerError.self) { try Store(folder: folder.path) }
        #expect(error?.description.contains("newer version") == true)
        #expect(error?.description.contains(folder.database) == true)
    }

    @Test("A migration that fails changes nothing; the older program still opens the database")
    func failing() async throws {
        let old = try Store(folder: folder.path)
        _ = try await old.commit(turn())
        try old.close()
        for _ in 0..<2 {
            #expect(throws: LedgerError.self) {
                try StoreDatabase(folder: folder.path, schema: broken, patience: 1)
            }
        }
        let again = try Store(folder: folder.path)
        #expect(try await again.load(ann)?.version == 1)
        #expect(try await again.database.pool.read { try $0.tableExists("extra") } == false)
    }

    @Test("A crash before the first step is no foreign database")
    func halfMade() throws {
        try StoreDatabase(folder: folder.path, schema: Schema(steps: []), patience: 1).close()
        try DatabaseQueue(path: folder.database).write {
            try $0.execute(sql: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        try Store(folder: folder.path).close()
    }

    @Test("A database that is up to date is opened without a copy")
    func noCopy() throws {
        try Store(folder: folder.path).close()
        try Store(folder: folder.path).close()
        #expect(FileManager.default.fileExists(atPath: folder.path + "/helpline.db.schema1") == false)
    }
}
