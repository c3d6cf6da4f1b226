import TestSupport
import Testing

@testable import HelplineCore

/// Secrets made at random, by encoders of their own.
@Suite("The redactor on secrets made at random")
struct RedactionPropertyTests {
    private let redactor = Redactor()

    private func isKept(_ line: String) -> Bool {
        var memory = RedactionMemory()
        return redactor.redact(line, memory: &memory).isEmpty
    }

    private func bytes(_ count: Int, from generator: inout SeededGenerator) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    private func base58Check(_ payload: [UInt8]) -> String { SecretKeys.base58Check(payload) }

    @Test("masks keys in WIF, compressed or not, without any word about them")
    func wif() {
        var generator = SeededGenerator(seed: 31)
        for place in 0..<100 {
            let network: UInt8 = place % 3 == 0 ? 0xEF : 0x80
            let key = [network] + bytes(32, from: &generator) + (place % 2 == 0 ? [1] : [])
            #expect(!isKept("看看这个 \(base58Check(key))"))
        }
    }

    @Test("masks extended private keys and keeps extended public ones")
    func extended() {
        var generator = SeededGenerator(seed: 32)
        let privates: [[UInt8]] = [[0x04, 0x88, 0xAD, 0xE4], [0x04, 0xB2, 0x43, 0x0C], [0x04, 0x35, 0x83, 0x94]]
        for version in privates {
            for _ in 0..<20 {
                let head = bytes(41, from: &generator)
                #expect(!isKept("key: " + base58Check(version + head + [0] + bytes(32, from: &generator))))
                let point = [UInt8.random(in: 2...3, using: &generator)] + bytes(32, from: &generator)
                #expect(isKept("key: " + base58Check([0x04, 0x88, 0xB2, 0x1E] + head + point)))
            }
        }
    }

    @Test("keeps addresses")
    func addresses() {
        var generator = SeededGenerator(seed: 33)
        for _ in 0..<100 {
            #expect(isKept("地址 \(base58Check([0] + bytes(20, from: &generator)))"))
            #expect(isKept("我转到 \(base58Check([0x41] + bytes(20, from: &generator)))"))
            let hex = bytes(20, from: &generator).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            #expect(isKept("sent to 0x\(hex)"))
        }
    }

    @Test("tells 64 digits by the words near them", arguments: 1...3 as ClosedRange<UInt64>)
    func hexKeys(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let hex = bytes(32, from: &generator).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            for line in ["我的私钥\(hex)", "private key: 0x\(hex)", hex, "wallet \(hex) what now"] {
                #expect(!isKept(line))
            }
            for line in ["交易哈希\(hex)", "tx id 0x\(hex)", "哈希：\(hex)，一直没到账"] { #expect(isKept(line)) }
        }
    }

    @Test("masks cards as they are written")
    func cards() {
        var generator = SeededGenerator(seed: 34)
        for _ in 0..<200 {
            var digits = [Int.random(in: 3...6, using: &generator)]
            digits += (0..<14).map { _ in Int.random(in: 0...9, using: &generator) }
            // Luhn from the left: with the check digit there are sixteen, so the even places are doubled.
            let sum = digits.enumerated().reduce(0) { sum, digit in
                let value = digit.offset % 2 == 0 ? digit.element * 2 : digit.element
                return sum + value / 10 + value % 10
            }
            digits.append((10 - sum % 10) % 10)
            let plain = digits.map(String.init).joined()
            let groups = stride(from: 0, to: 16, by: 4).map { String(plain.dropFirst($0).prefix(4)) }
            let wide = String(
                String.UnicodeScalarView(plain.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
            for form in [plain, groups.joined(separator: " "), groups.joined(separator: "-"), wide, "卡号\(plain)被扣"] {
                #expect(!isKept(form), "\(form)")
            }
        }
    }

    @Test("masks Chinese identity numbers and keeps those with a wrong check digit")
    func identities() {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let checks = Array("10X98765432")
        var generator = SeededGenerator(seed: 35)
        for _ in 0..<200 {
            let month = Int.random(in: 1...9, using: &generator)
            let text =
                "110105\(Int.random(in: 1950...2010, using: &generator))0\(month)1"
                + "\(Int.random(in: 0...9, using: &generator))\(Int.random(in: 100...999, using: &generator))"
            let sum = zip(text, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
            let check = checks[sum % 11]
            #expect(!isKept("身份证\(text)\(check)"))
            #expect(!isKept("\(text)\(check.lowercased())"))
            // Area codes that begin with 1 keep the wrong ones from being cards.
            #expect(isKept("流水 \(text)\(check == "7" ? "8" : "7")"))
        }
    }
}
