/// Whether a line says that what was said before it was a secret, and of what kind.
///
/// Three things say so, each in one clause: what stood there is called one ("that was my password", 刚才那是我的助记词,
/// "the word I sent before is the passphrase"), one was sent by mistake ("oops I just sent you my password",
/// 不小心把密码发出来了), or it is said where it stands ("my password is in the message above"). A clause that asks, denies
/// or says what is wrong with it says nothing: "is that my password?", 那是我的密码问题.
struct PointingBack {
    private let line: FoldedLine
    /// Where the clause stands, and the word for a secret in it.
    private let clause: Range<Int>
    private let cue: Range<Int>
    /// The words of letters before and behind that word.
    private let before: [String]
    private let after: [String]

    /// What the line calls something before it; nil where it does not.
    static func kind(in scan: LineScan) -> SecretKind? {
        for cue in scan.cues.prefix(LineScan.maxCues) {
            guard let kind = kinds[cue.kind] else { continue }
            if PointingBack(cue.range, in: scan.line).points { return kind }
        }
        guard scan.has(.seed), let phrase = scan.line.places(of: "phrase").last else { return nil }
        return PointingBack(phrase, in: scan.line).points ? .seedPhrase : nil
    }

    private static let kinds: [Cue.Kind: SecretKind] = [
        .password: .password, .passwordLabel: .password, .code: .code, .cardCode: .code, .codeLabel: .code,
        .key: .privateKey, .seed: .seedPhrase,
    ]

    private init(_ cue: Range<Int>, in line: FoldedLine) {
        var (start, end) = (cue.lowerBound, cue.upperBound)
        while start > 0, !Self.isMark(line.units[start - 1]) { start -= 1 }
        while end < line.count, !Self.isMark(line.units[end]) { end += 1 }
        (self.line, self.cue, clause) = (line, cue, start..<end)
        before = Self.words(in: start..<cue.lowerBound, of: line)
        after = Self.words(in: cue.upperBound..<end, of: line)
    }

    private static func isMark(_ unit: UInt32) -> Bool {
        [0x0A, 0x21, 0x2C, 0x2E, 0x3B, 0x3F, 0x3002, 0x2026].contains(unit)
    }

    /// The words of letters in a range, "that's" and "thats" as two.
    private static func words(in range: Range<Int>, of line: FoldedLine) -> [String] {
        line.letters[range].split { !$0.isLetter }.flatMap { letters in
            let word = String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
            return word == "thats" ? ["that", "s"] : word == "its" ? ["it", "s"] : [word]
        }
    }

    private var points: Bool {
        guard clause.upperBound == line.count || line.units[clause.upperBound] != 0x3F else { return false }
        let isHan = clause.contains { line.isHan($0) }
        return isHan && pointsInChinese || pointsInEnglish || !after.isEmpty && saysWhere
    }

    // MARK: - English

    private var pointsInEnglish: Bool {
        guard Self.denials.isDisjoint(with: before), Self.denials.isDisjoint(with: after),
            !Self.compounds.contains(after.first ?? "")
        else { return false }
        return isCalled || wasSent || pointsUp
    }

    /// "^ my password", "password ^^".
    private var pointsUp: Bool {
        line.ascii.contains(0x5E) && (before + after).allSatisfy(Self.owners.contains)
    }

    /// "that was my old password", "the words I sent before are my passphrase".
    private var isCalled: Bool {
        guard let verb = before.lastIndex(where: Self.being.contains),
            before[(verb + 1)...].allSatisfy(Self.owners.contains)
        else { return false }
        let subject = before[..<verb].suffix(8)
        guard Self.questions.isDisjoint(with: subject) else { return false }
        return !Self.pointers.isDisjoint(with: subject)
            || subject.contains("i") && !Self.sending.isDisjoint(with: subject)
            || subject.isEmpty && verb == 0 && before[0] == "is" && clause.lowerBound == 0
    }

    /// "oops I just sent you my password", "accidentally pasted my pin here".
    private var wasSent: Bool {
        guard let verb = before.lastIndex(where: Self.sending.contains),
            before[(verb + 1)...].allSatisfy({ Self.owners.contains($0) || Self.recipients.contains($0) }),
            before[..<verb].contains("i") || before[..<verb].allSatisfy(Self.slips.contains)
        else { return false }
        let all = Self.words(in: 0..<line.count, of: line)
        return Self.strangers.isDisjoint(with: all) && !Self.mishaps.isDisjoint(with: all)
    }

    /// "my password is in the message above".
    private var saysWhere: Bool {
        guard let verb = after.firstIndex(where: Self.being.contains), verb <= 1, Self.denials.isDisjoint(with: after)
        else { return false }
        let place = after[(verb + 1)...]
        return place.first == "above" || place.contains("above") && !Set(place).isDisjoint(with: ["the", "i", "what"])
            || !Set(place).isDisjoint(with: Self.messages)
                && !Set(place).isDisjoint(with: ["last", "previous", "earlier"])
    }

    private static let being: Set<String> = ["is", "was", "s", "are", "were"]
    private static let pointers: Set<String> = [
        "that", "this", "it", "those", "these", "above", "before", "earlier", "previous", "last",
    ]
    private static let questions: Set<String> = [
        "how", "why", "where", "when", "if", "who", "whether", "do", "does", "did",
    ]
    private static let sending: Set<String> = [
        "sent", "send", "typed", "wrote", "said", "told", "pasted", "posted", "gave", "shared", "leaked", "entered",
        "put",
        "showed", "revealed", "exposed", "dropped", "copied", "submitted",
    ]
    private static let slips: Set<String> = [
        "just", "accidentally", "oops", "ooops", "whoops", "accident", "mistake", "mistakenly", "unintentionally",
        "damn",
        "shit", "crap", "omg", "oh", "no", "ah", "sorry", "have", "ve", "i", "by", "wait",
    ]
    /// What says that something went here which should not have.
    private static let mishaps: Set<String> = [
        "just", "accidentally", "oops", "ooops", "whoops", "accident", "mistake", "mistakenly", "unintentionally",
        "damn",
        "shit", "crap", "omg", "sorry", "you", "u", "here", "chat", "bot", "above", "everyone",
    ]
    private static let recipients: Set<String> = [
        "you", "u", "here", "chat", "bot", "above", "everyone", "in", "to", "guys",
    ]
    private static let strangers: Set<String> = [
        "him", "her", "them", "someone", "somebody", "scammer", "scammers", "stranger", "friend", "website", "site",
        "guy",
        "person", "hacker", "anyone", "wife", "husband", "yesterday", "ago", "email", "telegram", "phishing", "fake",
        "paper", "notebook", "book", "notes", "cloud", "photo", "icloud",
        "computer", "drawer", "safe",
    ]
    private static let owners: Set<String> = [
        "my", "the", "a", "our", "actually", "just", "really", "in", "fact", "old", "new", "current", "real", "wallet",
        "login", "account", "part", "of", "one", "half", "first", "second", "last", "word", "words", "secret", "main",
        "email", "bitpie", "also", "all", "supposed", "meant", "to", "be", "for", "some", "original", "full", "whole",
        "payment", "app", "phone", "sim", "two", "three", "four", "six", "twelve", "both", "third", "few", "from",
        "bank", "card",
    ]
    private static let denials: Set<String> = [
        "not", "isn", "isnt", "wasn", "wasnt", "never", "wrong", "forgot", "forgotten", "lost", "reset", "incorrect",
        "problem", "issue", "question",
    ]
    /// What makes the word for a secret a part of another name, or the sentence one about it.
    private static let compounds: Set<String> = [
        "problem", "problems", "issue", "issues", "question", "manager", "page", "field", "screen", "hint", "recovery",
        "error", "change", "policy", "that", "which", "is", "was", "protected", "reset", "format", "box", "rules",
        "app",
    ]
    private static let messages: Set<String> = ["message", "line", "text", "messages", "chat"]

    // MARK: - Chinese

    private var pointsInChinese: Bool {
        let (lead, rest) = (
            line.units[clause.lowerBound..<cue.lowerBound], line.units[cue.upperBound..<clause.upperBound]
        )
        guard !PointingWords.denials.occurs(in: lead), !PointingWords.matters.occurs(in: rest) else { return false }
        return isCalled(by: lead) || wasSent(lead, rest) || PointingWords.places.occurs(in: rest)
    }

    /// 刚才那是我的密码, 是我的支付密码.
    private func isCalled(by lead: ArraySlice<UInt32>) -> Bool {
        guard let verb = lead.lastIndex(where: HanVerbs.being.contains),
            PointingWords.owners.makeUp(lead[(verb + 1)...])
        else { return false }
        let subject = lead[..<verb].filter { $0 != 0x20 }
        return subject.isEmpty && clause.lowerBound == 0 || PointingWords.pointers.occurs(in: subject[...])
    }

    /// 不小心把密码发出来了, 刚才误发了我的密码.
    private func wasSent(_ lead: ArraySlice<UInt32>, _ rest: ArraySlice<UInt32>) -> Bool {
        let isSlip = PointingWords.slips.occurs(in: line.units[...])
        if PointingWords.sent.end(ofWordsIn: rest) > rest.startIndex { return isSlip }
        guard let place = PointingWords.sending.firstPlace(in: lead), isSlip else { return false }
        let behind = PointingWords.sending.end(ofWordsIn: lead[place...])
        return PointingWords.owners.makeUp(lead[behind...])
    }
}

/// The Chinese words that point at what was said before.
enum PointingWords {
    static let pointers = HanWordSet(
        "那 这 上面 上边 上一 上条 上句 刚才 刚刚 刚 前面 之前 方才 头先 发的 打的 说的 写的 输的 贴的 嗰 呢 以上 发给你 告诉你 第一 第二")
    static let owners = HanWordSet(
        """
        我 你 他 她 个 嘅 的 登录 登入 登陆 支付 交易 钱包 提现 解锁 旧 新 老 原来 原本 以前 真 真正 真实 其实 一 一个 一部分 部分 前半 后半 里
        里面 之一 第一 第二 两个 三个 几个 那 账号 帐号 银行 手机 收到 刚 全部 完整 我们 自己 家 串 段 组
        """)
    static let denials = HanWordSet(
        "不是 并非 唔系 不系 没 别 不要 怎 什么 哪 谁 是否 是不 如果 要是 假如 以为 骗 他把 她把 忘 问题 对方 朋友")
    /// What behind the word makes it the name of a matter, or says what is wrong with it.
    static let matters = HanWordSet(
        """
        ^问题 ^的问题 ^错 ^忘 ^不 ^对 ^输 ^设 ^怎 ^有 ^没 ^被 ^提示 ^找 ^改 ^重 ^泄 ^啥 ^登 ^正确 ^页 ^界 ^框 ^键 ^保 ^锁 ^验 ^强 ^长 ^格 ^要 ^需 ^管
        ^过期 ^失 吗$ 么$ 呢$ 骗
        """)
    static let slips = HanWordSet("把 将 不小心 误 刚 哎 唉 糟 完了 手滑 口误 手误 手快 啊呀 抱歉 不好意思 竟然 居然")
    static let sent = HanWordSet(
        """
        发出 发进 发这 打进 写进 发给你 发给您 发给客服 发错 发了 发上 发到 发在 发过 打出 打上 打在 打到 打了 说出 说漏 说了 贴出 贴上 贴错 贴了 粘 暴露 透露 写出 写在 写上
        写了 输出 输到 输在 露 告诉你 告诉您 告诉客服 给你 给您 复制
        """)
    static let sending = HanWordSet("发了 发的 发出 发 打了 打的 打出 贴了 贴出 贴 说了 说出 写了 写出 粘贴了 误发 误贴 暴露了 透露了 复制了")
    static let places = HanWordSet("在上面 是上面 是刚才 在上一 是上一 在前面 是前面 就上面 在刚才")
}
