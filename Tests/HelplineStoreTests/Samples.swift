import HelplineCore
import HelplineStore

/// 2026-11-05T08:00:00Z.
let noon = Timestamp(seconds: 1_793_865_600)
let hour: Int64 = 3600
let ann = ConversationKey(relay: "irc", name: "ann")
let bob = ConversationKey(relay: "irc", name: "bob")

func reference(_ number: UInt64) -> Reference { Reference(random: number) }

func mail(_ number: UInt64, replyTo: String? = nil, hash: UInt64? = nil, bytes: [UInt8] = [1, 2, 3]) -> OutgoingMail {
    OutgoingMail(
        reference: reference(number), category: "security", replyTo: replyTo,
        contentHash: hash ?? (.max - number),
        composed: ComposedMail(
            messageID: "<\(number)@helpline.example>", sender: "bot@example.org", recipient: "team@example.org",
            subject: "[\(reference(number))] security: 账户被盗", bytes: bytes))
}

func turn(
    _ key: ConversationKey = ann, at moment: Timestamp = noon, version: Int64 = 0, state: [UInt8]? = [7],
    remembered: RememberedReplies? = nil, rewritten: [RememberedReplies] = [], mail: OutgoingMail? = nil
) -> Commit {
    Commit(
        key: key, moment: moment, expectedVersion: version, state: state, remembered: remembered,
        rewritten: rewritten, mail: mail)
}

/// A mail of a conversation that is not kept.
func submission(
    _ number: UInt64, from key: ConversationKey = ann, at moment: Timestamp = noon, replyTo: String? = nil,
    hash: UInt64? = nil
) -> Commit {
    turn(key, at: moment, state: nil, mail: mail(number, replyTo: replyTo, hash: hash))
}

func replies(_ message: String, _ texts: String...) -> RememberedReplies {
    RememberedReplies(message: message, replies: texts.map { Array($0.utf8) })
}

extension Store {
    func commit(_ commit: Commit) async throws -> CommitOutcome {
        try await withCheckedContinuation { done in
            self.commit(commit) { done.resume(returning: $0) }
        }.get()
    }

    func forget(_ key: ConversationKey) async throws {
        try await withCheckedThrowingContinuation { continuation in
            forget(key) { continuation.resume(with: $0) }
        }
    }

    func load(_ key: ConversationKey) async throws -> StoredConversation? {
        try await withCheckedContinuation { done in
            load(key) { done.resume(returning: $0) }
        }.get()
    }

    func files(of key: ConversationKey) async throws -> [KeptFile] {
        try await withCheckedContinuation { done in
            files(of: key) { done.resume(returning: $0) }
        }.get()
    }

    func lookup(
        _ reference: Reference, for key: ConversationKey, at moment: Timestamp = noon
    ) async throws -> MailStatus? {
        try await withCheckedContinuation { done in
            lookup(reference, for: key, at: moment) { done.resume(returning: $0) }
        }.get()
    }
}
