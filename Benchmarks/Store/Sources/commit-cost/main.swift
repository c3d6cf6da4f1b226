import Dispatch
import Foundation
import HelplineCore
import HelplineStore

// What it costs to make a turn durable: alone, with a mail, with a file, and with others that share its sync.
//
// usage: commit-cost FOLDER [COUNT]; FOLDER is on the disk that is to be measured, and must not exist.

let arguments = CommandLine.arguments
guard arguments.count > 1, !FileManager.default.fileExists(atPath: arguments[1]) else {
    print("usage: commit-cost FOLDER [COUNT], where FOLDER does not exist yet")
    exit(64)
}
let count = arguments.count > 2 ? Int(arguments[2]) ?? 500 : 500
let store = try Store(folder: arguments[1], limits: .none)
let moment = Timestamp(seconds: 1_795_309_507)

func mail(_ number: Int, bytes: Int) -> OutgoingMail {
    let reference = Reference(random: UInt64(number))
    return OutgoingMail(
        reference: reference, category: "security", replyTo: nil, contentHash: UInt64(number),
        composed: ComposedMail(
            messageID: "<\(reference)@bot.example>", sender: "bot@bot.example", recipient: "team@team.example",
            subject: "[\(reference)]", bytes: [UInt8](repeating: 65, count: bytes)))
}

/// A turn of a new conversation.
func turn(_ number: Int, mail: OutgoingMail? = nil, file: Int? = nil) -> Commit {
    let key = ConversationKey(relay: "bench", name: "u\(number)")
    var commit = Commit(
        key: key, moment: moment, expectedVersion: 0, state: [UInt8](repeating: 7, count: 4096),
        remembered: RememberedReplies(message: "m", replies: [[UInt8](repeating: 8, count: 1024)]), mail: mail)
    if let file {
        let kept = KeptFile(number: 1, bytes: [UInt8](repeating: 9, count: file))
        commit.files = FileChange(drawer: key, added: [kept], kept: [1])
    }
    return commit
}

/// Commits one after another and prints the times.
func measure(_ name: String, _ count: Int, _ make: (Int) -> Commit) {
    var times: [Double] = []
    for number in 0..<count {
        let done = DispatchSemaphore(value: 0)
        let start = DispatchTime.now()
        store.commit(make(number)) { _ in done.signal() }
        done.wait()
        times.append(Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e6)
    }
    times.sort()
    let shown = [0.5, 0.99].map { String(format: "%.2f", times[min(times.count - 1, Int(Double(times.count) * $0))]) }
    print("\(name): median \(shown[0]) ms, 99 of 100 within \(shown[1]) ms (\(count))")
}

measure("a turn", count) { turn($0) }
measure("a turn with a mail of 21 KB", count) { turn(1_000_000 + $0, mail: mail(1_000_000 + $0, bytes: 21_000)) }
measure("a turn with a file of 1 MB", min(count, 100)) { turn(2_000_000 + $0, file: 1_000_000) }
measure("a turn with a mail of 9.5 MB", min(count, 20)) { turn(3_000_000 + $0, mail: mail(3_000_000 + $0, bytes: 9_500_000)) }

let start = DispatchTime.now()
let all = DispatchGroup()
for number in 0..<(20 * count) {
    all.enter()
    store.commit(turn(4_000_000 + number)) { _ in all.leave() }
}
all.wait()
let seconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
print("\(20 * count) turns at once: \(Int(Double(20 * count) / seconds)) a second")
try store.close()
