import TestSupport
import Testing

@testable import HelplineCore

@Suite("Private keys told in parts")
struct KeyPartTests {
    /// A key cut into parts of equal length.
    private func parts(of key: String, _ count: Int) -> [String] {
        let size = (key.count + count - 1) / count
        return (0..<count).map { String(key.dropFirst($0 * size).prefix(size)) }
    }

    private func expectNothing(of parts: [String], in lines: [String]) {
        let kept = KeptLines(lines).text
        for part in parts { #expect(!kept.contains(part), "\(kept)") }
        #expect(kept.contains("removed"))
    }

    @Test(
        "leave no part behind, whatever is written with each",
        arguments: KeyPartForm.all, ["L", "x", "h"])
    func named(form: KeyPartForm, kind: Character) {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<12 {
            let parts = parts(of: SecretKeys.key(kind, from: &generator), 2)
            expectNothing(of: parts, in: [form.first + parts[0]] + form.between + [form.second + parts[1]])
        }
    }

    @Test("leave no part behind where there are up to eight of them", arguments: [3, 4, 8])
    func many(count: Int) {
        var generator = SeededGenerator(seed: 42)
        for _ in 0..<12 {
            let hex = parts(of: SecretKeys.key("h", from: &generator), count)
            expectNothing(of: hex, in: hex)
            let extended = parts(of: SecretKeys.key("x", from: &generator), min(count, 4))
            expectNothing(of: extended, in: extended)
        }
    }

    @Test("are not seen in what is told in several lines and is no key")
    func harmless() {
        let hash = RedactionTables.hex
        let rows = [
            ["txid in two lines:", String(hash.prefix(32)), String(hash.suffix(32))],
            ["20261122000158", "20261122000159", "2026112200015811"],
            ["TJRabPrwbZy45sbavfcjinPJC18kjpRTv8", "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe"],
            ["我的私钥导入以后地址变成了TJRabPrwbZy45sbavfcjinPJC18kjpRTv8", "0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe"],
            ["HL-7K3Q-M2XV", "part 2", "order 8123456789", "zhang8888@example.com", "a1b2c3d4e5f6", "b2c3d4e5f6a7"],
        ]
        for lines in rows { #expect(KeptLines(lines).text == lines.joined(separator: "\n")) }
    }
}

/// What is written with the two halves of a key.
struct KeyPartForm: Sendable, CustomTestStringConvertible {
    var first = ""
    var second = ""
    var between: [String] = []

    var testDescription: String { "\(first)… \(between.count) lines \(second)…" }

    static let all = [
        KeyPartForm(), KeyPartForm(between: ["thanks", "手续费多少"]),
        KeyPartForm(first: "私钥前半段：", second: "后半段："), KeyPartForm(first: "我的私钥前面是", second: "后面是"),
        KeyPartForm(first: "my private key first half ", second: "second half "),
        KeyPartForm(
            first: "my private key first half ", second: "the rest is ", between: ["ok", "how are fees calculated"]),
        KeyPartForm(first: "part 1: ", second: "part 2: "), KeyPartForm(first: "1. ", second: "2. "),
    ]
}

/// Private keys made at random, by an encoder of its own.
enum SecretKeys {
    /// A key: L in WIF, x extended, h as 64 hexadecimal digits.
    static func key(_ kind: Character, from generator: inout SeededGenerator) -> String {
        func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) } }
        switch kind {
        case "L": return base58Check([0x80] + bytes(32) + [1])
        case "x": return base58Check([0x04, 0x88, 0xAD, 0xE4] + bytes(41) + [0] + bytes(32))
        default: return bytes(32).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }

    static func base58Check(_ payload: [UInt8]) -> String {
        let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
        let whole = payload + SHA256.hash(SHA256.hash(payload)).prefix(4)
        var digits: [Int] = []
        for byte in whole {
            var carry = Int(byte)
            for place in digits.indices {
                carry += digits[place] * 256
                digits[place] = carry % 58
                carry /= 58
            }
            while carry > 0 {
                digits.append(carry % 58)
                carry /= 58
            }
        }
        let zeros = whole.prefix { $0 == 0 }.count
        return String(repeating: "1", count: zeros) + String(digits.reversed().map { alphabet[$0] })
    }
}
