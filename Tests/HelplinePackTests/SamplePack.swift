import Foundation
import HelplineCore

@testable import HelplinePack

/// A small pack without faults, which tests change in one place.
struct SamplePack {
    var files: [String: String]

    init() {
        files = [
            "bot.yaml": Self.bot,
            "vocabulary.yaml": Self.vocabulary,
            "account-stolen.yaml": Self.stolen,
            "fees.yaml": Self.fees,
            "Smalltalk/greeting.yaml": Self.greeting,
        ]
    }

    /// The pack with a part of a file replaced; the part must be there.
    func replacing(_ part: String, with other: String, in file: String = "account-stolen.yaml") -> SamplePack {
        var copy = self
        let text = copy.files[file] ?? ""
        precondition(text.contains(part), "“\(part)” is not in \(file)")
        copy.files[file] = text.replacingOccurrences(of: part, with: other)
        return copy
    }

    func adding(_ text: String, to file: String = "account-stolen.yaml") -> SamplePack {
        var copy = self
        copy.files[file, default: ""] += text
        return copy
    }

    func load() -> LoadedPack {
        Pack.load(
            files: files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, name: $0.key, text: $0.value) },
            folder: "Pack")
    }

    /// What is reported, as `place: severity: message` and the remedy.
    func report() -> [String] {
        load().diagnostics.map { diagnostic in
            "\(diagnostic.place): \(diagnostic.severity): \(diagnostic.message)"
                + (diagnostic.remedy.map { " = \($0)" } ?? "")
        }
    }

    /// Writes the pack into a new folder that is removed afterwards.
    func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try body(folder)
    }
}

extension SamplePack {
    static let vocabulary = """
        coin:
          BTC: [BTC, bitcoin, 比特币]
          USDT: [USDT, tether, 泰达币]
        account: [账号, 账户, account, wallet*]
        stolen: [被盗, 被偷, stolen, hacked]
        mine: ["{{account}}", "{{coin}}", "my {{coin}}"]
        """ + "\n"

    static let stolen = """
        id: account-stolen
        # What the tests damage.
        title:
          zh: 账户被盗
          en: My account was stolen
        phrases:
          zh: ["{{account}} {{stolen}}"]
          en: [{all: [mine, stolen], within: 6}]
        patterns:
          zh: ['(币|资产).{0,4}(不见|没)了']
        unless:
          en: ['how (do|can) i (avoid|prevent)']
        examples:
          zh: [我的账号被盗了怎么办]
          en: [someone stole my account, my bitcoin was stolen]
        not_examples:
          en: [how do i avoid being hacked]
        answer:
          zh: |
            请先转走剩下的资产。

            再写信到 {{fact.address}}。
          en:
            - Move what is left first.
            - Move everything first.
        ask:
          - id: asset
            prompt: {zh: 哪种资产？, en: Which asset?}
            accept: {set: coin}
            retry:
              - {zh: 例如 USDT。, en: For example USDT.}
          - id: leaked
            prompt: {zh: 助记词泄露了吗？, en: Did the phrase leak?}
            accept:
              choice:
                - {id: leak-yes, zh: [是, 有], en: "yes"}
                - {id: leak-no, zh: 没有, en: ["no", never]}
            when: {asset: [BTC, USDT]}
            optional: true
        then:
          - when: {asset: USDT}
            text: {zh: "记下了：{{asset}}。", en: "Noted: {{asset}}."}
          - text: {zh: 好的。, en: All right.}
        follow_ups:
          - id: how-long
            phrases: {zh: [多久], en: [how long]}
            answer: {zh: 看情况。, en: It depends.}
        solved: escalate
        escalate: {category: security, urgency: high, require: [asset, problem]}
        see_also: [fees]
        """ + "\n"

    static let fees = """
        id: fees
        title: {zh: 手续费, en: Fees}
        patterns:
          zh: ['手续费']
          en: ['\\bfees?\\b']
        examples: {zh: [手续费多少], en: [what is the fee]}
        answer: {zh: 请看应用。, en: See the app.}
        """ + "\n"

    static let greeting = """
        id: greeting
        kind: smalltalk
        patterns: {zh: ['你好'], en: ['\\bhello\\b']}
        examples: {zh: [你好], en: [hello]}
        answer: {zh: 您好！, en: Hello!}
        """ + "\n"

    /// `bot.yaml` with every text and word the engine wants.
    static let bot = """
        name: {zh: 助手, en: Helper}
        locales: {default: zh, list: [zh, en], fallback: {zh-Hant: zh}}
        time_zone: Asia/Shanghai
        facts:
          address: {text: support@example.org, verified: true}
          hours: {text: {zh: 24小时内, en: within 24 hours}, verified: true}
        stop_words: {zh: [的, 我], en: [the, my]}
        connectives: {zh: [还有], en: [and also]}
        hurry: {zh: ['^在吗$'], en: ['^hurry$']}
        other_products: {zh: ['微信'], en: ['wechat']}
        own_products: {zh: ['钱包'], en: ['wallet']}
        forbidden: {zh: ['一定能追回'], en: ['we (will|can) refund']}
        commands:

        """ + commands + """
            email:
              maximum_questions: 6
              default_category: other
              categories: {security: {zh: 安全, en: Security}, other: {zh: 其他, en: Other}}
              slots:
                - {id: consent, prompt: {zh: 写信吗？, en: Write?}, accept: text}
                - {id: problem, prompt: {zh: 什么问题？, en: What is wrong?}, accept: {text: {min: 3}}}
                - {id: contact, prompt: {zh: 您的邮箱？, en: Your address?}, accept: email}
              phrases:

            """ + phrases + "texts:\n" + texts

    private static let commands =
        Command.allCases.map { "  \($0.rawValue): {zh: [命令\($0.rawValue)], en: [cmd \($0.rawValue)]}\n" }.joined()
        + "  languages: {zh: [中文], en: [english]}\n"

    private static let phrases = EmailForm.Phrase.allCases.map { "    \($0.rawValue): {zh: 甲, en: A}\n" }.joined()

    private static let texts = TextKey.allCases.map { "  \($0.rawValue): {zh: [乙, 丙], en: [B, C]}\n" }.joined()
}
