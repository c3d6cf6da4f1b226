/// Numbers in a message about a PIN or a code that nothing calls anything else.
///
/// "why is 6161 not accepted as pin", 支付密码到底是111222还是333444, 两个验证码都不行：111222、333444, and 应该是9517 after
/// 忘了PIN. A PIN has four to eight digits, what stands anywhere beside a word for a code or a password six. Left alone is
/// what an order, an error, an amount or a time is.
struct MentionedNumber {
    private let scan: LineScan
    /// Whether as few as four digits will do.
    private let isPIN: Bool
    private var line: FoldedLine { scan.line }

    /// - Parameter isTopic: whether the lines before spoke of a password or a code, and nothing else was asked for.
    static func find(in scan: LineScan, isTopic: Bool, into found: inout Findings) {
        guard scan.line.digitCount >= 4 else { return }
        let isPIN = scan.cues.contains { namesPIN($0, in: scan.line) }
        let isAnswer = isTopic && !scan.has(.number) && !scan.has(.transaction) && !scan.has(.hash)
        guard isPIN || isAnswer || scan.has(.code) || scan.has(.password) else { return }
        let rule = MentionedNumber(scan: scan, isPIN: isPIN || isAnswer)
        for index in scan.line.units.indices where scan.line.isDigit(index) && !found.covers(index) {
            guard let range = CodeRule.digits(at: index, in: scan.line), rule.isOne(range) else { continue }
            found.add(scan.has(.code) && !isPIN ? .code : .password, range)
        }
    }

    /// Whether a word is for a password of digits alone: PIN, passcode, 支付密码.
    private static func namesPIN(_ cue: Cue, in line: FoldedLine) -> Bool {
        guard cue.kind == .password else { return false }
        let start = cue.range.lowerBound
        return line.has(pin, at: start) || line.has(passcode, at: start)
            || payments.contains { line.has($0, at: start - $0.count) }
    }

    private static let pin = units("pin")
    private static let passcode = units("passcode")
    private static let payments = ["支付", "提现", "交易", "资金", "锁屏", "开机", "解锁", "取款", "银行卡"].map(units)

    private static func units(_ text: String) -> [UInt32] { FoldedLine(text).units }

    private func isOne(_ range: Range<Int>) -> Bool {
        let count = line.letters[range].count { $0.isDigit }
        // 交易密码 is a PIN, and no number of a transaction.
        let naming = isPIN ? Self.naming : Self.naming.union([.transaction])
        guard isPIN || count == 6, !scan.names(range, as: naming), !isOfPhone(range) else { return false }
        let last = line.units[..<range.lowerBound].last { $0 != 0x20 && $0 != 0x3A && $0 != 0x22 } ?? 0
        return !Self.amountsHan.contains(last) && !Self.amounts.contains(line.word(before: range.lowerBound))
            && !Self.amounts.contains(line.word(behind: range.upperBound))
    }

    /// Whether the digits go on with those of a number that begins with a plus.
    private func isOfPhone(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound - 1
        while range.lowerBound - index < 24,
            line.isDigit(index) || line.isSpace(index) || index >= 0 && line.units[index] == 0x2D
        { index -= 1 }
        return index >= 0 && line.units[index] == 0x2B
    }

    private static let naming: Set<Cue.Kind> = [.number, .plainCode, .account, .hash, .identity]
    private static let amountsHan = HanVerbs.units("转充提付共约额在于从余买卖花误错号名级版位价")
    /// What stands beside the number of an amount, a time, a place, an error.
    private static let amounts: Set<String> = [
        "at", "in", "since", "until", "before", "after", "by", "sent", "send", "paid", "pay", "transferred", "amount",
        "about", "around", "worth", "than", "balance", "error", "err", "ticket", "case", "uid", "id", "year", "version",
        "build", "android", "ios", "windows", "room", "member", "usd", "dollars", "coins", "people", "am", "pm", "o",
        "withdraw", "deposit", "of", "model", "no", "number",
    ]
}
