import Foundation
import HelplineCore

// What the redactor costs a line, in nanoseconds: the best of 30 rounds, of 2,000 calls for one line.
//
//     cd Benchmarks/Redaction && swift run -c release redaction-cost [PACK | LINE]
//
// Of LINE, for a profiler, long enough to see where its time goes. Else of some lines, then the harmless lines of the
// tests, and with PACK the examples of a pack, each as a line of its own: the mean, and the cost that 99 of 100 lines
// stay below, of the best call of each.

let lines = [
    "1", "取消", "你好", "hello", "ok thanks", "忘记密码了怎么办", "转账失败怎么办，手续费是多少？",
    "我的账户被盗了，今天早上九点左右发现的", "how do I change my password", "when will support answer my email",
    "my transfer of 120 USDT has not arrived since yesterday evening",
    "地址 0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe 收不到币",
    "my recovery phrase is letter advice cage absurd amount doctor acoustic avoid letter advice cage above",
]

/// The time of one call, in nanoseconds.
func cost(of line: String, rounds: Int = 30, calls: Int = 2_000) -> Int {
    let redactor = Redactor()
    let rounds = (0..<rounds).map { _ in
        var found = 0
        let time = ContinuousClock().measure {
            for _ in 0..<calls {
                var memory = RedactionMemory()
                found += redactor.redact(line, memory: &memory).findings.count
            }
        }
        return found < 0 ? 0 : Int(time / .nanoseconds(1)) / calls
    }
    return rounds.min() ?? 0
}

/// The lines under `examples:` and `not_examples:` of every file of a pack, read as plainly as they are written.
func examples(in folder: String) -> [String] {
    let names = (FileManager.default.enumerator(atPath: folder)?.allObjects ?? []).compactMap { $0 as? String }
    return names.filter { $0.hasSuffix(".yaml") }.sorted().flatMap { name -> [String] in
        let text = (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? ""
        var isInside = false
        return text.split(separator: "\n").compactMap { line in
            if line.first != " " { isInside = line.hasSuffix("examples:") }
            guard isInside, line.hasPrefix("    - ") else { return nil }
            return line.dropFirst(6).trimmingCharacters(in: CharacterSet(charactersIn: "'\""))
        }
    }
}

/// Prints what many lines cost.
func report(_ name: String, _ lines: [String]) {
    let costs = lines.map { cost(of: $0, rounds: 7, calls: 100) }.sorted()
    guard !costs.isEmpty else { return }
    let characters = lines.reduce(0) { $0 + $1.count } / lines.count
    let mean = costs.reduce(0, +) / costs.count
    print(
        "\(name): \(costs.count) lines of \(characters) characters, mean \(mean) ns, median \(costs[costs.count / 2]) ns, "
            + "99 of 100 below \(costs[costs.count * 99 / 100]) ns")
}

let argument = CommandLine.arguments.dropFirst().first
var isFolder: ObjCBool = false
if let argument, !FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) || !isFolder.boolValue {
    print("\(cost(of: argument, calls: 50_000)) ns")
    exit(0)
}
for line in lines { print("\(cost(of: line)) ns  \(line)") }
report("harmless lines of the tests", HarmlessRows.all + RedactionTables.harmless)
if let argument { report("examples of the pack", examples(in: argument)) }
