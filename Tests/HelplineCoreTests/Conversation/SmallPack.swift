import PCRE2
import PatternSet

@testable import HelplineCore

/// A pack of a few intents made in code; the engine's sentences are the names of their keys.
enum SmallPack {
    static let knowledge = KnowledgeBase(content)

    static var content: Content {
        var content = Content(
            name: both("机器人", "Bot"),
            locales: LocaleChain(standard: "zh", list: ["zh", "en"], fallback: ["zh-Hant": "zh"]),
            timeZone: "Asia/Shanghai", intents: [stolen, fees, hours, human, greeting])
        content.menu = ["account-stolen", "fees", "hours"]
        content.sets = [
            "coin": WordSet(
                id: "coin",
                entries: [
                    .init(canonical: "BTC", words: ["btc", "bitcoin", "比特币"]),
                    .init(canonical: "USDT", words: ["usdt", "泰达币"]),
                ])
        ]
        content.commands = commands
        content.languageWords = ["en": ["English", "英文"], "zh": ["中文", "Chinese"]]
        content.stopWords = ["en": ["my", "the", "was", "a", "is", "i"], "zh": ["我的", "了", "吗"]]
        content.connectives = ["en": ["and also"], "zh": ["还有"]]
        content.hurry = [trigger("^[?？!！]+$", "zh"), trigger("^急+$", "zh")]
        content.otherProducts = [trigger("微信.{0,4}(密码|账号)", "zh"), trigger("wechat", "en")]
        content.ownProducts = [trigger("比特派", "zh")]
        content.texts = Dictionary(
            uniqueKeysWithValues: TextKey.allCases.map { key in
                let places = [
                    "name", "reference", "time", "to", "address", "subject", "count", "field", "list", "zone",
                    "size", "number", "limit",
                ]
                let text = "<\(key.rawValue)>" + places.map { "{{\($0)}}" }.joined()
                return (key, [both("中" + text, "en" + text)])
            })
        content.texts[.fileWords] = [both("见截图", "see attached"), both("附件里", "the screenshot")]
        content.texts[.identityWords] = [both("身份证", "passport"), both("自拍", "id card")]
        content.texts[.hurryShort] = ["二", "三", "四"].map { both("急" + $0, "hurry" + $0) }
        content.texts[.progress] = [both("（{{count}}）{{question}}", "({{count}}) {{question}}")]
        content.texts[.hurry] = ["一", "二", "三"].map { both("急" + $0, "hurry" + $0) }
        content.email = email
        content.address = "team@example.com"
        return content
    }

    static func both(_ zh: String, _ en: String) -> LocalizedText {
        LocalizedText(["zh": zh, "en": en])
    }

    static func trigger(_ text: String, _ locale: LocaleID) -> Intent.Trigger {
        guard let pattern = try? Pattern(text) else { preconditionFailure("a wrong pattern in a test: \(text)") }
        return Intent.Trigger(locale: locale, pattern: pattern, origin: Origin(text: text))
    }

    private static var stolen: Intent {
        Intent(
            id: "account-stolen", title: both("账户被盗", "My account was stolen"),
            triggers: [
                trigger("(账号|账户|钱包|币).{0,6}(被盗|盗了|没了)", "zh"),
                trigger("(account|wallet|coins).{0,12}(stolen|hacked)", "en"),
            ],
            vetoes: [trigger("how (do|can) i (avoid|prevent)", "en")],
            answers: [both("先转移剩余资产。", "Move what is left first.")],
            slots: [
                Slot(
                    id: "asset", prompt: both("哪种资产？", "Which asset?"), accept: .set("coin"),
                    invalid: both("例如 BTC。", "For example BTC.")),
                Slot(
                    id: "leaked", prompt: both("助记词泄露了吗？", "Was the phrase leaked?"),
                    accept: .choice([
                        .init(id: "yes", title: both("是", "yes"), words: ["泄露了"]),
                        .init(id: "no", title: both("否", "no"), words: ["没有"]),
                    ]), onFail: .skip),
            ],
            consequences: [
                .init(when: Condition(["leaked": ["yes"]]), text: both("{{asset}} 换新钱包。", "New wallet for {{asset}}.")),
                .init(when: Condition(), text: both("改密码。", "Change the password.")),
            ],
            followUps: [
                .init(
                    id: "how-long", triggers: [trigger("^(要)?多久", "zh"), trigger("^how long", "en")],
                    answer: both("尽快。", "Soon."))
            ],
            solved: .escalate,
            escalation: Intent.Escalation(category: "security", urgency: .high, require: ["asset"]))
    }

    private static var fees: Intent {
        Intent(
            id: "fees", title: both("手续费", "Fees"),
            triggers: [trigger("手续费|矿工费", "zh"), trigger("fees?", "en")],
            answers: [both("看页面。", "See the page.")],
            escalation: Intent.Escalation(category: "fees"))
    }

    private static var hours: Intent {
        Intent(
            id: "hours", title: both("营业时间", "Opening hours"),
            triggers: [trigger("营业时间|几点开门", "zh"), trigger("opening hours", "en")],
            answers: [both("全天。", "All day.")], solved: .skip)
    }

    private static var human: Intent {
        Intent(
            id: "write-mail", kind: .human, reportsAs: "hours", title: both("写邮件", "Write a mail"),
            triggers: [trigger("(转|找|要).{0,2}(人工|客服)", "zh"), trigger("(talk|speak) to a (human|person)", "en")])
    }

    private static var greeting: Intent {
        Intent(
            id: "greeting", kind: .smalltalk, title: both("问候", "Greeting"),
            triggers: [trigger("^(你好|您好)", "zh"), trigger("^(hello|hi)\\b", "en")],
            answers: [both("您好！", "Hello!")])
    }

    private static var commands: [Command: [LocaleID: [String]]] {
        [
            .cancel: ["zh": ["取消"], "en": ["cancel"]], .back: ["zh": ["返回"], "en": ["back"]],
            .skip: ["zh": ["跳过"], "en": ["skip"]], .change: ["zh": ["改*", "修改*"], "en": ["change*"]],
            .human: ["zh": ["人工"], "en": ["human"]], .menu: ["zh": ["菜单"], "en": ["menu"]],
            .again: ["zh": ["再说一遍"], "en": ["again"]], .help: ["zh": ["帮助"], "en": ["help"]],
            .yes: ["zh": ["是", "好"], "en": ["yes"]], .no: ["zh": ["不", "没有"], "en": ["no"]],
            .send: ["zh": ["发送"], "en": ["send"]], .selfSend: ["zh": ["我自己发"], "en": ["i will send it myself"]],
            .notSolved: ["zh": ["没用"], "en": ["that did not help"]], .status: ["zh": ["查*"], "en": ["status*"]],
            .restart: ["zh": ["重新开始"], "en": ["restart"]], .quit: ["zh": ["再见"], "en": ["bye"]],
            .neither: ["zh": ["都不是"], "en": ["neither"]], .add: ["zh": ["补充*"], "en": ["add*"]],
            .mails: ["zh": ["我的邮件"], "en": ["my e-mails"]], .withdraw: ["zh": ["撤回*"], "en": ["withdraw*"]],
            .removeFile: ["zh": ["删除附件*"], "en": ["remove attachment*"]],
        ]
    }

    private static var email: EmailForm {
        let consent = Slot(
            id: "consent", prompt: both("要写邮件吗？", "Shall I write to support?"),
            accept: .choice([
                .init(id: "yes", title: both("好", "yes"), words: ["是"]),
                .init(id: "no", title: both("不用", "no"), words: ["不"]),
            ]), digress: .leave)
        let slots = [
            consent,
            Slot(
                id: "problem", prompt: both("什么问题？", "What happened?"), accept: .text(minimum: 2), digress: .refuse,
                label: both("问题", "problem")),
            Slot(
                id: "time", prompt: both("什么时候？", "When?"), accept: .date(.past), optional: true,
                label: both("时间", "time")),
            Slot(
                id: "asset", prompt: both("哪种资产？", "Which asset?"), accept: .set("coin"), optional: true,
                label: both("资产", "asset")),
            Slot(
                id: "contact", prompt: both("回信邮箱？", "Which address?"), accept: .email,
                invalid: both("邮箱不对。", "No address."), onFail: .skip, label: both("邮箱", "address")),
        ]
        return EmailForm(
            slots: slots,
            phrases: [
                .salutation: both("您好：", "Hello,"), .introduction: both("用户确认。", "Confirmed by the user."),
                .topic: both("类型：{{topic}}", "Topic: {{topic}}"), .urgent: both("紧急", "Urgent"),
                .urgentSubject: both("【紧急】{{subject}}", "URGENT {{subject}}"),
                .field: both("{{label}}：{{value}}", "{{label}}: {{value}}"),
                .addition: both("补充 {{reference}}", "Adds to {{reference}}"),
                .pair: both("{{first}}，{{second}}", "{{first}}, {{second}}"),
                .ownWords: both("（原话“{{words}}”）", "(“{{words}}”)"),
                .unknown: both("未提供", "not given"), .words: both("原话：", "In the user's words:"),
                .redacted: both("已隐去 {{count}} 处", "{{count}} removed"),
                .language: both("语言 {{language}}", "Language {{language}}"),
                .replyHint: both("直接回复 {{address}}", "Just reply to {{address}}"),
                .writeTo: both("请写信到 {{address}}", "Write to {{address}}"), .noReply: both("未留邮箱", "No address"),
                .amount: both("金额", "Amount"),
                .network: both("网络", "Network"), .hash: both("哈希", "Hash"),
                .files: both("附件：{{list}}", "Files: {{list}}"), .thanks: both("谢谢！", "Thanks!"),
                .transcript: both("记录.txt", "transcript.txt"), .transcriptPart: both("更早的没有", "No more is kept"),
                .user: both("用户", "user"), .bot: both("助手", "bot"),
            ],
            categories: ["security": both("安全", "Security"), "fees": both("费用", "Fees"), "other": both("其他", "Other")])
    }
}
