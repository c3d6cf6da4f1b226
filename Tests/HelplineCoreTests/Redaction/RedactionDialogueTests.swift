import Testing

@testable import HelplineCore

@Suite("The redactor, from line to line")
struct RedactionDialogueTests {
    private let redactor = Redactor()

    /// What is left of the last of some lines.
    private func last(_ lines: [String], question: RedactionContext.Question = .none) -> Redaction {
        var memory = RedactionMemory()
        var redaction = redactor.redact("", memory: &memory)
        for (place, line) in lines.enumerated() {
            let asked = place == lines.count - 1 ? question : .none
            redaction = redactor.redact(line, memory: &memory, context: RedactionContext(question: asked))
        }
        return redaction
    }

    @Test(
        "takes what follows an introduction for the password",
        arguments: [["my password is", "hunter2"], ["密码：", "sunshine"], ["我的密码", "Abc12345"], ["pin", "4821"]])
    func introduced(lines: [String]) {
        #expect(last(lines).text == "[password removed]")
    }

    @Test(
        "lets an answer be that does not look like one",
        arguments: [
            ["my password is", "wrong"], ["密码", "忘了怎么办"], ["password", "how do I change it"], ["密码", "help"],
        ])
    func notIntroduced(lines: [String]) {
        #expect(last(lines).isEmpty)
    }

    @Test("takes bare digits soon after a code was spoken of for the code, unless a number was asked for")
    func bareDigits() {
        #expect(last(["验证码收不到", "483920"]).text == "[code removed]")
        #expect(last(["the verification code", "hm", "483 920"]).text == "[code removed]")
        #expect(last(["验证码收不到", "好的", "嗯", "483920"]).isEmpty)
        #expect(last(["验证码收不到", "483920"], question: .number).isEmpty)
        #expect(last(["483920"]).isEmpty)
        #expect(last(["483920"], question: .code).text == "[code removed]")
    }

    @Test("takes an answer to a question about a password for one where it looks like one")
    func askedPassword() {
        #expect(last(["Zx90!kk"], question: .password).text == "[password removed]")
        #expect(last(["I do not remember"], question: .password).isEmpty)
    }

    @Test("reads 64 digits by what was said before or asked")
    func hexDigits() {
        let hex = RedactionTables.hex
        #expect(last(["这是我的私钥", hex]).findings.map(\.kind) == [.privateKey])
        #expect(last(["交易哈希如下", hex]).isEmpty)
        #expect(last([hex], question: .transactionHash).isEmpty)
        #expect(last(["私钥 \(hex)"], question: .transactionHash).findings.map(\.kind) == [.privateKey])
        #expect(last([hex, "哈希", hex]).isEmpty)
        #expect(last([hex, "a transaction", hex]).isEmpty)
        #expect(last([hex, "是哈希，不是私钥", hex]).isEmpty)
        #expect(last([hex, "私钥", hex]).findings.map(\.kind) == [.privateKey])
        #expect(last(["txid", "ok", "thanks", "and", "this", hex]).asksKeyOrHash)
    }

    @Test(
        "says which earlier line a later one gives away",
        arguments: [
            ("txid \(RedactionTables.hex)", "不对，那是私钥", Redaction.Reveal.Subject.hexKey, SecretKind.privateKey),
            ("Abc12345!", "that is my password", .line, .password),
            ("483920", "这是验证码", .line, .code),
            ("483920", "是我的支付密码", .line, .password),
        ])
    func reveals(first: String, second: String, subject: Redaction.Reveal.Subject, kind: SecretKind) throws {
        let redaction = last([first, second])
        let reveal = try #require(redaction.reveals.first)
        #expect(reveal == Redaction.Reveal(linesBack: 1, subject: subject, kind: kind))
        let masked = reveal.masked(SafeText(trusting: first)).string
        #expect(!masked.contains(first.suffix(6)))
    }

    @Test("a question about a password gives nothing away")
    func noReveal() {
        #expect(last(["Abc12345!", "忘记密码怎么办"]).isEmpty)
        #expect(last(["AB123456", "my password is wrong"]).isEmpty)
        #expect(last(["txid \(RedactionTables.hex)", "how do I keep my private key safe"]).isEmpty)
        #expect(last(["忘记密码", "13800138000"]).isEmpty)
        #expect(last(["483920", "did you get the code?"]).isEmpty)
    }

    @Test("remembers numbers only, and few of them")
    func memory() {
        var memory = RedactionMemory()
        for place in 0..<100 {
            _ = redactor.redact("velvet", memory: &memory)
            _ = redactor.redact(place % 3 == 0 ? "私钥" : "tx", memory: &memory)
        }
        #expect(memory.encoded.count <= 16)
        #expect(RedactionMemory(encoded: memory.encoded) == memory)
        #expect(RedactionMemory(encoded: []) == nil)
        #expect(RedactionMemory(encoded: [9, 0, 0, 0, 0, 0, 0]) == nil)
        #expect(RedactionMemory(encoded: [UInt8](repeating: 0, count: 99)) == nil)
    }
}
