/// Passwords that are no mixture of letters and digits: digits in words ("four four seven one", 四四七一) and rows of Han
/// characters (我爱北京天安门).
enum SpokenPassword {
    private static let minDigits = 4
    private static let maxLength = 20

    /// The value that begins at an index.
    static func range(at start: Int, in line: FoldedLine) -> Range<Int>? {
        digits(at: start, in: line) ?? characters(at: start, in: line)
    }

    /// At least four digits in words, with spaces, commas or hyphens between.
    static func digits(at start: Int, in line: FoldedLine) -> Range<Int>? {
        guard line.isLetter(start) ? !line.isLetter(start - 1) : line.isHan(start) else { return nil }
        var index = start
        var end = start
        var count = 0
        while index < line.count {
            if line.isHan(index), numerals.contains(line.units[index]) {
                index += 1
            } else if line.isLetter(index), case let word = line.word(at: index), words.contains(word.text) {
                index = word.range.upperBound
            } else {
                break
            }
            (count, end) = (count + 1, index)
            while index < line.count, [0x20, 0x2C, 0x2D].contains(line.units[index]) { index += 1 }
        }
        return count >= minDigits ? start..<end : nil
    }

    private static let words: Set<String> = [
        "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double",
    ]
    private static let numerals = Set("零〇一二三四五六七八九幺".unicodeScalars.map(\.value))

    /// A row of Han characters, perhaps with digits, that ends the clause and says nothing about a password.
    private static func characters(at start: Int, in line: FoldedLine) -> Range<Int>? {
        guard line.isHan(start) else { return nil }
        var end = start
        var han = 0
        while line.isHan(end) || line.isAlphanumeric(end), end - start <= maxLength {
            if line.isHan(end) { han += 1 }
            end += 1
        }
        let row = line.units[start..<end]
        guard han >= 4 || han >= 2 && end - start - han >= 2, end - start <= maxLength,
            PasswordRule.endsClause(after: end, in: line), row.allSatisfy({ !talk.contains($0) }),
            !phrases.contains(where: { row.firstRange(of: $0) != nil })
        else { return nil }
        return start..<end
    }

    /// Characters of sentences about passwords.
    private static let talk = Set(
        "的吗呢么嘛吧不没无未唔冇乜咩嘅错误忘丢改换输能会要还应必需位字写示什怎哪谁几多少在被给把让跟或用过了着得就都也很太这那它他她是设置收发"
            .unicodeScalars.map(\.value))
    private static let phrases = [
        "正确", "提示", "安全", "系统", "随机", "默认", "自动", "生成", "相同", "一样", "密码", "账号", "邮箱", "手机", "指纹", "人脸",
        "身份", "客服", "数字", "字母", "大小", "生日", "名字", "电话", "全部", "拼音", "支付", "登录", "钱包", "问题", "复杂", "简单",
        "以前", "之前", "原来", "上次", "昨天", "今天", "刚才", "刚刚", "最近", "朋友", "老婆", "老公", "你们", "我们", "英文", "中文",
        "只有", "已经", "一直", "现在", "为空", "助记", "私钥", "注册", "交易", "开头", "结尾", "组成", "加上", "密钥", "加密",
    ].map { $0.unicodeScalars.map(\.value) }
}
