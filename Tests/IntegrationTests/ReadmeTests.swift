import Foundation
import Testing

/// What the two pages at the front show is what the program prints.
@Suite("The pages at the front")
struct ReadmeTests {
    private static let pages = ["README.md", "README.zh-CN.md"]

    private func page(_ name: String) throws -> String {
        try String(contentsOf: RunningProgram.package.appendingPathComponent(name), encoding: .utf8)
    }

    /// A fenced part of a page.
    private struct Block {
        var kind: String
        var text: String

        static func all(in page: String) -> [Block] {
            page.components(separatedBy: "\n```").dropFirst().enumerated().compactMap { index, part in
                guard index.isMultiple(of: 2) else { return nil }
                let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
                return Block(kind: String(lines[0]), text: lines.count > 1 ? String(lines[1]) : "")
            }
        }
    }

    @Test("The conversation goes as the page shows it", arguments: pages)
    func conversation(name: String) throws {
        let block = try #require(try Block.all(in: page(name)).first { $0.kind.isEmpty })
        let lines = block.text.split(separator: "\n").map(String.init)
        let typed = lines.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
        #expect(typed.count > 2 && lines.first?.hasPrefix("> ") == true)
        // What each line is answered with: the same conversation, a line longer each time.
        var before: [String] = []
        let turns = lines.split { $0.hasPrefix("> ") }.map { $0.map { String($0.dropFirst(2)) } }
        #expect(turns.count == typed.count)
        let room = try Room()
        for (count, shown) in zip(1..., turns) {
            let said = try room.chat(Array(typed[..<count]), pack: SamplePack.shipped).text
            let told = said.split(separator: "\n").map(String.init)
            let fresh = told.dropFirst(before.count).joined(separator: "\n")
            #expect(Array(told.prefix(before.count)) == before)
            #expect(
                AuthorsPageTests.fits(fresh, shown.joined(separator: "\n")), "\(name): \(typed[count - 1])\n\(fresh)")
            before = told
        }
    }

    @Test("The first own intent, and each command that shows what it says", arguments: pages)
    func firstIntent(name: String) throws {
        let room = try Room()
        let work = room.folder.appendingPathComponent("work")
        try FileManager.default.copyItem(
            at: URL(fileURLWithPath: SamplePack.shipped), to: work.appendingPathComponent("Intents"))
        var commandCount = 0
        for block in try Block.all(in: page(name)) {
            if block.kind == "yaml" {
                try (block.text + "\n").write(
                    to: work.appendingPathComponent("Intents/paper-wallet.yaml"), atomically: true, encoding: .utf8)
            }
            guard block.kind == "console" else { continue }
            for part in ("\n" + block.text).components(separatedBy: "\n$ ").dropFirst() {
                let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
                // What a server answers is tested where a server runs.
                if lines[0].contains("| nc ") { continue }
                let line = String(lines[0]).replacing(".build/release/helpline", with: "helpline")
                let said = try AuthorsPageTests.run(line, in: room, language: "C.UTF-8")
                let shown = lines.count > 1 ? lines[1].trimmingCharacters(in: .newlines) : ""
                #expect(AuthorsPageTests.fits(said, shown), "\(name): $ \(line)\n\(said)")
                commandCount += 1
            }
        }
        #expect(commandCount >= 2)
    }
}
