import TestSupport
import Testing

@testable import HelplineCore

@Suite("The redactor, line by line")
struct RedactorTests {
    private let redactor = Redactor()
    private static let stars = RedactionMarkers(
        Dictionary(uniqueKeysWithValues: SecretKind.allCases.map { ($0, "*" as SafeText) }))

    private func redact(_ line: String) -> Redaction {
        var memory = RedactionMemory()
        return redactor.redact(line, memory: &memory, context: RedactionContext(markers: Self.stars))
    }

    @Test("masks a password where one is told", arguments: RedactionTables.passwords + RedactionTables.credentials)
    func passwords(line: String, left: String) {
        let redaction = redact(line)
        #expect(redaction.text.string == left)
        #expect(redaction.findings.map(\.kind) == [.password])
    }

    @Test("masks every value of a line, and one of which the line before spoke", arguments: RedactionTables.several)
    func several(lines: [String], left: [String]) {
        var memory = RedactionMemory()
        let kept = lines.map {
            redactor.redact($0, memory: &memory, context: RedactionContext(markers: Self.stars)).text.string
        }
        #expect(kept == left)
    }

    @Test("masks a one-time code", arguments: RedactionTables.codes)
    func codes(line: String, left: String) {
        let redaction = redact(line)
        #expect(redaction.text.string == left)
        #expect(redaction.findings.map(\.kind) == [.code])
    }

    @Test("masks private keys in every usual form", arguments: RedactionTables.keys)
    func keys(line: String, left: String) {
        let redaction = redact(line)
        #expect(redaction.text.string == left)
        #expect(Set(redaction.findings.map(\.kind)).isSubset(of: [.privateKey, .keystore]))
    }

    @Test("masks cards and identity numbers by their check digits", arguments: RedactionTables.numbers)
    func numbers(line: String, left: String) {
        #expect(redact(line).text.string == left)
    }

    @Test("takes nothing out of an ordinary line", arguments: RedactionTables.harmless)
    func harmless(line: String) {
        let redaction = redact(line)
        #expect(redaction.isEmpty)
        #expect(redaction.text.string == line)
    }

    @Test("asks about 64 digits that nothing names, and keeps them masked meanwhile")
    func keyOrHash() {
        let redaction = redact(RedactionTables.hex)
        #expect(redaction.asksKeyOrHash)
        #expect(redaction.text == "*")
        #expect(redact("我的钱包打不开 \(RedactionTables.hex)").asksKeyOrHash)
    }

    @Test(
        "asks about 64 digits of which the user asks what they are",
        arguments: ["is %@ a key or a hash?", "is “%@” a hash or a private key", "%@ 这是哈希还是私钥", "这串是私钥还是哈希 %@"])
    func keyOrHashAsked(line: String) {
        let redaction = redact(line.replacing("%@", with: RedactionTables.hex))
        #expect(!redaction.text.string.contains(RedactionTables.hex))
        #expect(redact("my transaction hash is \(RedactionTables.hex)").isEmpty)
    }

    @Test("finds nothing more in what it has masked", arguments: [RedactionMarkers.english, .chinese])
    func stable(markers: RedactionMarkers) {
        let tables = RedactionTables.passwords + RedactionTables.codes + RedactionTables.keys + RedactionTables.numbers
        for (line, _) in tables {
            var memory = RedactionMemory()
            let once = redactor.redact(line, memory: &memory, context: RedactionContext(markers: markers)).text
            memory = RedactionMemory()
            #expect(redactor.redact(once.string, memory: &memory).isEmpty, "\(once)")
        }
    }

    @Test("gives any part of a line without the secret that the part touches")
    func parts() {
        let line = "密码：qwerty99 账号 bob"
        let redaction = redact(line)
        let text = NormalizedText(line)
        #expect(redaction.text(in: 0..<line.utf8.count) == redaction.text)
        for (match, part) in [("账号bob", "账号 bob"), ("qwerty99", "*"), ("wer", "*"), ("99账号", "* 账号"), ("码:q", "码：*")] {
            let range = text.bytes.firstRange(of: match.utf8) ?? 0..<0
            #expect(redaction.text(in: text.sourceRange(of: range)).string == part)
        }
        #expect(redaction.text(in: 3..<3).isEmpty)
        #expect(redaction.text(in: 900..<1_000).isEmpty)
    }

    @Test("names each kind in its marker, in both languages")
    func markers() {
        var memory = RedactionMemory()
        let english = redactor.redact("pwd: hunter2", memory: &memory)
        #expect(english.text == "pwd: [password removed]")
        let chinese = redactor.redact(
            "验证码 483920", memory: &memory, context: RedactionContext(markers: .chinese))
        #expect(chinese.text == "验证码 [验证码已隐去]")
        #expect(RedactionMarkers([:])[.card] == RedactionMarkers.english[.card])
    }

    @Test("takes any input without harm", arguments: 1...4 as ClosedRange<UInt64>)
    func anyInput(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "密码", "是", ":", " ", "pass", "password ", "is ", "abc123", "\"", "4111111111111111", "-", "验证码", "483920",
            "seed phrase ", "sausage ", "velvet,", "\u{200B}", "０", "Ｘ", "{", "}", "ciphertext", "-----BEGIN ",
            "PRIVATE KEY",
            "私钥", RedactionTables.hex, "0x", "\n", "👩‍👩‍👧", "é", "。", "?", "as ", "my ", "1", "x", "'",
        ]
        var memory = RedactionMemory()
        for _ in 0..<1_000 {
            let line = (0..<Int.random(in: 0...12, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let redaction = redactor.redact(line, memory: &memory)
            var end = 0
            for finding in redaction.findings {
                #expect(finding.range.lowerBound >= end && !finding.range.isEmpty)
                end = finding.range.upperBound
            }
            #expect(end <= line.utf8.count)
            let start = Int.random(in: 0...40, using: &generator)
            #expect(redaction.text(in: start..<start + 20).string.utf8.count < 400)
            #expect(RedactionMemory(encoded: memory.encoded) == memory)
        }
    }
}
