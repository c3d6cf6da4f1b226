import Foundation
import HelplineCore
import Testing

@testable import HelplineStore

@Suite("What is kept only for a time") struct RetentionTests {
    let folder = TemporaryFolder()
    let store: Store

    init() throws {
        store = try Store(folder: folder.path)
    }

    private let day: Int64 = 86_400

    @Test("Conversations are kept no longer than mails, whatever their own days are")
    func noLonger() {
        #expect(Retention(mailDays: 5, conversationDays: 100).conversationDays == 5)
        #expect(Retention(mailDays: 30, conversationDays: 7).conversationDays == 7)
    }

    @Test("One purge takes all that is old enough and nothing else")
    func all() async throws {
        _ = try await store.commit(turn(ann, at: noon))
        _ = try await store.commit(turn(bob, at: noon.advanced(bySeconds: day)))
        var files = turn(ConversationKey(relay: "chat", name: "1"), at: noon, state: nil)
        files.files = FileChange(drawer: files.key, added: [KeptFile(number: 1, bytes: [1])], kept: [1])
        _ = try await store.commit(files)
        let keep = Retention(mailDays: 30, conversationDays: 7)
        #expect(try store.purge(keep, at: noon.advanced(bySeconds: day)) == 0)
        #expect(try await store.files(of: files.key).count == 1)
        #expect(try store.purge(keep, at: noon.advanced(bySeconds: 7 * day + 1)) == 1)
        #expect(try await store.files(of: files.key) == [])
        #expect(try await store.load(ann) == nil)
        #expect(try await store.load(bob) != nil)
    }

    @Test("A copy of an older database goes when the conversations in it would have gone")
    func copies() throws {
        let copy = folder.path + "/helpline.db.schema1"
        try Data([1]).write(to: URL(filePath: copy))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: Double(noon.seconds))], ofItemAtPath: copy)
        try store.purge(Retention(), at: noon.advanced(bySeconds: 7 * day))
        #expect(FileManager.default.fileExists(atPath: copy))
        try store.purge(Retention(), at: noon.advanced(bySeconds: 7 * day + 1))
        #expect(!FileManager.default.fileExists(atPath: copy))
        #expect(FileManager.default.fileExists(atPath: folder.database))
    }
}
