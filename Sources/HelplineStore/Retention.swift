public import HelplineCore
import Foundation

/// How long what is kept only for a time is kept.
public struct Retention: Sendable, Equatable {
    /// Days that the content of a mail is kept after it ended.
    public var mailDays: Int
    /// Days that a conversation is kept after its last message; never more than those of mails.
    public var conversationDays: Int

    /// Sets the days.
    public init(mailDays: Int = 30, conversationDays: Int = 7) {
        self.mailDays = mailDays
        self.conversationDays = min(conversationDays, mailDays)
    }
}

extension Store {
    /// Erases all that has been kept long enough, the copies of older databases too.
    ///
    /// Blocks for some queries; where there is nothing to erase, nothing is written.
    ///
    /// - Returns: how many conversations were forgotten.
    @discardableResult
    public func purge(_ retention: Retention, at moment: Timestamp) throws(LedgerError) -> Int {
        let conversations = moment.advanced(bySeconds: -Int64(retention.conversationDays) * 86_400)
        try purgeSources(triedBefore: moment.advanced(bySeconds: -3600))
        try purgeFiles(givenBefore: moment.advanced(bySeconds: -86_400))
        try purgeMails(endedBefore: moment.advanced(bySeconds: -Int64(retention.mailDays) * 86_400))
        try dropDrafts(idleSince: moment.advanced(bySeconds: -Conversation.draftLife))
        database.removeCopies(madeBefore: conversations)
        return try purgeConversations(idleSince: conversations)
    }
}

extension StoreDatabase {
    /// Deletes the copies of older databases that were made before `moment`.
    func removeCopies(madeBefore moment: Timestamp) {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix("helpline.db.schema") {
            let file = folder + "/" + name
            let made = try? FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
            if let made, made.timeIntervalSince1970 < Double(moment.seconds) { unlink(file) }
        }
    }
}
