/// Finds an amount: a number that is not negative, with its unit where one stands beside it: `about 3k usdt`,
/// 三千多个U, `USDT 大概3000`.
///
/// A number with a known unit goes before one without; days, times, counts and parts of words are passed by. 3000个 and
/// 500枚 speak for themselves though they name no unit: users count coins so.
struct AmountReader {
    private let text: ScalarText

    init(_ text: ScalarText) {
        self.text = text
    }

    private struct Candidate {
        var number: DecimalNumber
        var unit: String?
        /// Whether it is counted as coins are: 3000个.
        var isCounted = false
        var range: Range<Int>
    }

    /// The amount, such as `1200.5 USDT`; nil where there is none, or a negative or absurd one.
    ///
    /// - Parameter asked: whether the question for it was asked; else a number without a unit says nothing.
    func read(asked: Bool = true) -> Recognition? {
        var best: Candidate?
        var index = 0
        while index < text.count {
            guard let number = DecimalNumber(text, at: index) else {
                index += 1
                continue
            }
            if isNegative(at: index) { return nil }
            if let found = candidate(number, from: index), best == nil || (best?.unit == nil && found.unit != nil) {
                best = found
            }
            index = number.end
        }
        return best.flatMap { found in
            if !asked, found.unit == nil, !found.isCounted { return nil }
            let unit = found.unit.map { " " + $0 } ?? ""
            return Recognition(canonical: found.number.description + unit, range: text.bytes(found.range))
        }
    }

    private func candidate(_ number: DecimalNumber, from start: Int) -> Candidate? {
        guard number.isSane, !isCount(at: number.end) else { return nil }
        let last = rangeEnd(number.end)
        let measured = Self.measures.match(in: text, at: last)?.end ?? last
        let behind = text.afterSpace(measured)
        guard !isCount(at: behind) else { return nil }
        if let (unit, end) = Self.units.match(in: text, at: behind) ?? foreign(at: behind) {
            return Candidate(number: number, unit: unit, range: start..<end)
        }
        if let (unit, before) = unitBefore(start) {
            return Candidate(number: number, unit: unit, range: before..<number.end)
        }
        if measured > last, !number.isIdentifier, number.isMany, !isThing(at: measured) {
            return Candidate(number: number, isCounted: true, range: start..<measured)
        }
        guard !text[number.end].isLetter, !number.isIdentifier, !number.wasWord || isFree(number) else { return nil }
        return Candidate(number: number, range: start..<number.end)
    }

    /// Whether what is counted is no coin: 12个单词, 100个人.
    private func isThing(at end: Int) -> Bool {
        Self.things.match(in: text, at: text.afterSpace(end)) != nil
    }

    /// Whether a number in words stands for itself: 一千二左右, but not 一个 and not the name of a place.
    private func isFree(_ number: DecimalNumber) -> Bool {
        !number.isOneWord && (!text[number.end].isHan || Self.blurs.match(in: text, at: number.end) != nil)
    }

    /// Where the second number of 500-600 ends; the first is the amount.
    private func rangeEnd(_ end: Int) -> Int {
        guard let (_, behind) = Self.joints.match(in: text, at: end) else { return end }
        let count = text.digitCount(behind)
        return (1...12).contains(count) ? behind + count : end
    }

    /// A unit that ends right before a number, or a space, a colon or a word such as 大概 before it.
    private func unitBefore(_ start: Int) -> (String, Int)? {
        var end = start
        while let before = Self.beforeBlank(text, end) ?? Self.beforeHedge(text, end) { end = before }
        for begin in (max(0, end - 5)..<end).reversed().filter({ $0 >= 0 }) {
            if let (unit, stop) = Self.units.match(in: text, at: begin), stop == end { return (unit, begin) }
        }
        return nil
    }

    /// The place before the space, colon or comma that ends at one.
    private static func beforeBlank(_ text: ScalarText, _ end: Int) -> Int? {
        [0x20, .of(":"), .of(","), .of("~")].contains(text[end - 1]) ? end - 1 : nil
    }

    /// The place before a word for “about” that ends at one.
    private static func beforeHedge(_ text: ScalarText, _ end: Int) -> Int? {
        (max(0, end - 8)..<max(end, 1)).first { hedges.match(in: text, at: $0)?.end == end }
    }

    /// A unit that nobody has told us of: two to six capitals.
    private func foreign(at start: Int) -> (String, Int)? {
        var end = start
        while end < text.count, text.written[end].isCapital { end += 1 }
        guard (end == start + 2 && text[start - 1] == 0x20) || (3...6).contains(end - start), !text[end].isAlphanumeric
        else { return nil }
        return (text.string(start..<end), end)
    }

    private func isNegative(at start: Int) -> Bool {
        let sign = text[start - 1]
        guard sign == .of("-") || sign == .of("\u{2212}") || sign == .of("负") else { return false }
        return !text[start - 2].isAlphanumeric
    }

    /// Whether what stands behind a number makes it a day, a time or a count.
    private func isCount(at end: Int) -> Bool {
        if Self.counts.match(in: text, at: end) != nil { return true }
        if Self.counts.match(in: text, at: text.afterSpace(end)) != nil { return true }
        let isJoint = [.of(":"), .of("/"), .of("-")].contains(text[end]) && text[end + 1].isDigit
        return isJoint && text[end] != .of("-") || isDate(at: end)
    }

    /// Whether two more numbers follow behind hyphens.
    private func isDate(at end: Int) -> Bool {
        guard text[end] == .of("-"), let next = Numerals.digits(in: text, at: end + 1) else { return false }
        return text[next.end] == .of("-") && text[next.end + 1].isDigit
    }

    private static let blurs = WordTable(words: ["多", "左右", "上下", "吧", "了"])
    private static let hedges = WordTable(words: [
        "大概", "大约", "约", "差不多", "有", "共", "一共", "总共", "是", "大概有", "about", "around", "roughly", "approx",
        "approximately", "some", "like", "≈",
    ])
    /// What people count beside coins.
    private static let things = WordTable(
        words: [
            "人", "词", "单词", "字", "英文", "中文", "助记", "账", "帐", "号", "钱包", "地址", "设备", "手机", "朋友", "平台", "工作日", "步骤",
            "问题", "文件", "群", "客服", "骗子", "版本", "确认", "区块", "小时", "月", "钟", "星期", "礼拜",
        ].map { $0 + "*" })
    private static let joints = WordTable(words: ["-", "~", "到", "至"])
    private static let measures = WordTable(words: ["个", "枚", "多个", "多", "几个"])

    private static let counts = WordTable(words: [
        "年", "月", "日", "号", "点", "时", "分", "秒", "天", "周", "星期", "礼拜", "小时", "钟头", "分钟", "秒钟", "月前",
        "个月", "个小时", "个钟头", "个星期", "个礼拜", "次", "笔", "遍", "位", "岁", "度", "楼", "%", "条", "封", "步", "张",
        "second", "seconds", "sec", "minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs", "day", "days",
        "week", "weeks", "month", "months", "year", "years", "time", "times", "am", "pm", "st", "nd", "rd", "th",
        "o'clock", "percent", "confirmations", "confirmation",
    ])

    private static let units = WordTable(
        coins.map { ($0, $0.uppercased()) } + [
            ("$", "USD"), ("us$", "USD"), ("usd", "USD"), ("dollar", "USD"), ("dollars", "USD"), ("bucks", "USD"),
            ("美元", "USD"), ("美金", "USD"), ("刀", "USD"), ("¥", "CNY"), ("元", "CNY"), ("块", "CNY"), ("块钱", "CNY"),
            ("人民币", "CNY"), ("元人民币", "CNY"), ("cny", "CNY"), ("rmb", "CNY"), ("yuan", "CNY"), ("€", "EUR"),
            ("eur", "EUR"), ("euro", "EUR"), ("euros", "EUR"), ("欧元", "EUR"), ("£", "GBP"), ("gbp", "GBP"),
            ("英镑", "GBP"), ("hk$", "HKD"), ("hkd", "HKD"), ("港币", "HKD"), ("港元", "HKD"), ("jpy", "JPY"),
            ("日元", "JPY"), ("u", "USDT"), ("刀u", "USDT"), ("泰达币", "USDT"), ("tether", "USDT"), ("比特币", "BTC"),
            ("bitcoin", "BTC"), ("bitcoins", "BTC"), ("以太坊", "ETH"), ("以太币", "ETH"), ("以太", "ETH"),
            ("ether", "ETH"), ("狗狗币", "DOGE"), ("莱特币", "LTC"), ("波场", "TRX"),
        ])

    private static let coins = [
        "btc", "eth", "usdt", "usdc", "trx", "bnb", "sol", "doge", "ltc", "xrp", "bch", "etc", "ada", "dot", "matic",
        "pol", "shib", "avax", "link", "dai", "busd", "fil", "ton", "atom", "eos", "arb", "op", "sui", "apt", "near",
    ]
}
