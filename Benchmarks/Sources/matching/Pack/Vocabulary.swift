import TestSupport

/// The words of the generated pack: what users want, what they talk about, and what they put around it.
enum Vocabulary {
    static let chineseActions = [
        "怎么办", "怎么", "如何", "多少", "多久", "失败", "不到账", "未到账", "被盗", "丢失", "修改", "更新", "忘记", "解除", "限制", "冻结", "查询",
        "申请", "取消", "退款", "开通", "关闭", "绑定", "解绑", "找回", "导入", "导出", "备份", "转账", "提现", "充值", "收不到", "打不开", "联系",
        "回复", "处理", "需要", "为什么", "可以", "安全",
    ]
    static let englishActions = [
        "how", "why", "reset", "change", "update", "forgot", "lost", "stolen", "hacked", "fail", "failed", "pending",
        "missing", "cancel", "refund", "enable", "disable", "restore", "import", "export", "backup", "transfer",
        "withdraw", "deposit", "receive", "contact", "unlock", "restricted", "frozen", "cost", "charge", "long",
        "verify",
        "recover", "delete", "install", "open", "connect",
    ]
    static let chineseObjects = [
        "手续费", "账户", "账号", "帐号", "密码", "邮箱", "手机号", "身份证", "助记词", "私钥", "双重认证", "验证码", "登录", "交易", "转账记录", "资产",
        "地址", "个人信息", "响应时间", "客服",
    ]
    static let englishObjects = [
        "fee", "account", "password", "email", "phone number", "identity", "seed phrase", "private key", "2fa", "code",
        "login", "transaction", "wallet", "asset", "address", "profile", "response time", "support",
    ]
    static let chineseFiller = [
        "我", "的", "了", "请问", "一下", "你好", "这个", "今天", "昨天", "刚才", "谢谢", "在", "是", "有", "没有", "什么", "时候", "帮", "看看",
        "软件", "手机", "应用", "问题", "麻烦", "现在", "一直", "已经", "还是", "就",
    ]
    static let englishFiller = [
        "i", "my", "the", "please", "help", "me", "is", "a", "to", "can", "you", "hello", "hi", "today", "yesterday",
        "just", "thanks", "it", "was", "and", "with", "app", "phone", "now", "still", "not", "this", "that", "problem",
        "have",
    ]
    private static let syllables = [
        "ba", "co", "di", "fe", "go", "hu", "ja", "ke", "li", "mo", "na", "po", "qui", "ra", "se", "ti", "vo", "xa",
        "ze",
        "tor", "lin", "mar", "sun", "pay", "net", "cor", "dex", "fin", "gen", "lab",
    ]

    /// A word of two to four Han characters, of which some are far more common than others.
    static func chineseWord(using random: inout SeededGenerator) -> String {
        let count = 2 + (random.oneIn(3) ? 1 : 0) + (random.oneIn(10) ? 1 : 0)
        var word = String.UnicodeScalarView()
        for _ in 0..<count {
            let share = Double.random(in: 0..<1, using: &random)
            let rank = UInt32(2_500 * share * share * share)
            word.append(Unicode.Scalar(0x4E00 + rank * 7_919 % 20_000) ?? "字")
        }
        return String(word)
    }

    /// A word of two to four syllables.
    static func englishWord(using random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 2...4, using: &random)).map { _ in random.pick(syllables) }.joined()
    }
}
