/// Finds how the writer of a line is called: “my name is Ann Lee”, “我叫张伟”, or what stands beside the own address,
/// “Ann Lee <ann@example.com>”.
///
/// A name is two to four Han characters, or up to four Latin words that begin with capitals. It is given up rather than
/// guessed: the team would greet the user by it.
struct NameReader {
    /// What a name follows, in small letters.
    private static let heralds = [
        "my name is", "my name's", "my name", "i am called", "i'm called", "我的名字", "我名字", "我叫", "本人叫",
    ].map { Array($0.unicodeScalars) }
    /// What a name follows where it begins a part of the line: “name: Ann Lee”, and not “the app's name: Bitpie”.
    private static let headings = ["name", "姓名", "名字", "称呼"].map { Array($0.unicodeScalars) }
    private static let mostWords = 4
    private static let hanLengths = 2...4
    private static let dot: Unicode.Scalar = "·"
    /// Characters with which something else begins than a name: 我叫了客服, 我叫不动他.
    private static let noHanStart = Set("了不你您他她它谁啥什人客我的没过车这那一来去")
    /// Characters of words that people write beside their address: 邮箱, 请回到, 发我.
    private static let noHanName = Set("邮箱件址回我请是到发好的联系信谢用转写给这就")
    /// Words that people write beside their address.
    private static let noLatinName: Set<String> = [
        "a", "address", "answer", "at", "contact", "e-mail", "email", "for", "hello", "here", "hi", "is", "it", "mail",
        "me", "my", "no", "ok", "okay", "please", "reply", "send", "sure", "thank", "thanks", "the", "this", "to",
        "use",
        "via", "write", "yes", "gmail", "yahoo", "outlook", "and",
        // The fields of a mail, which people paste.
        "bcc", "cc", "from", "subject", "reply-to", "sender", "date",
    ]
    private static let tickers: Set<String> = ["usdt", "usdc", "btc", "eth", "trx", "bnb", "sol", "dai", "txid"]

    private let text: NormalizedText
    private let scalars: [Unicode.Scalar]
    private let offsets: [Int]

    /// Takes a line of a user.
    init(_ text: NormalizedText) {
        self.text = text
        scalars = Array(text.text.unicodeScalars)
        var offset = 0
        offsets =
            scalars.map { scalar in
                defer { offset += UTF8.width(scalar) }
                return offset
            } + [text.bytes.count]
    }

    /// The name in the user's own characters; nil where none is given.
    func read() -> String? {
        let found = afterHerald() ?? besideAddress()
        return found.map { text.quote(of: offsets[$0.lowerBound]..<offsets[$0.upperBound]) }
    }

    // MARK: - After what heralds it

    private func afterHerald() -> Range<Int>? {
        let small = scalars.map { $0.isASCII ? Unicode.Scalar(UInt8($0.value).lowercasedASCII) : $0 }
        for start in small.indices {
            let before = start == 0 ? " " : small[start - 1]
            let isPart = small[..<start].last { $0 != " " }.map(",;.，；。".unicodeScalars.contains) ?? true
            let heralds = isPart ? Self.heralds + Self.headings : Self.heralds
            for herald in heralds where small[start...].starts(with: herald) {
                guard herald[0].isHan || !before.isLetterOrDigit else { continue }
                if let name = name(after: start + herald.count) { return name }
            }
        }
        return nil
    }

    private func name(after end: Int) -> Range<Int>? {
        var start = end
        while start < scalars.count, ":= ：是为叫".unicodeScalars.contains(scalars[start]) { start += 1 }
        guard start < scalars.count, start > end || scalars[start - 1].isHan else { return nil }
        if !scalars[start].isHan { return latin(from: start).flatMap { hasTicker($0) ? nil : $0 } }
        let stop = scalars[start...].firstIndex { !$0.isHan && $0 != Self.dot } ?? scalars.count
        return isHan(start..<stop) && !Self.noHanStart.contains(Character(scalars[start])) ? start..<stop : nil
    }

    /// Whether a part is short enough for a name; one from another language has a dot in its middle.
    private func isHan(_ part: Range<Int>) -> Bool {
        let parts = scalars[part].split(separator: Self.dot, omittingEmptySubsequences: false)
        return (1...3).contains(parts.count)
            && parts.allSatisfy {
                (parts.count > 1 ? 1...6 : Self.hanLengths).contains($0.count) && $0.allSatisfy(\.isHan)
            }
    }

    /// Words that begin with capitals, up to the first that does not.
    private func latin(from start: Int) -> Range<Int>? {
        var end = start
        var next = start
        for _ in 0..<Self.mostWords {
            guard next < scalars.count, scalars[next].properties.isUppercase else { break }
            end = scalars[next...].firstIndex { !$0.isOfName } ?? scalars.count
            // The dot of “M.” belongs to the name, that of a sentence does not.
            if scalars[end - 1] == ".", end - next > 2 {
                end -= 1
                break
            }
            next = end < scalars.count && scalars[end] == " " ? end + 1 : scalars.count
        }
        return end > start + 1 ? start..<end : nil
    }

    /// Whether a word is a coin's, or one of several is all capitals where others are not: “USDT Bcc”.
    private func hasTicker(_ range: Range<Int>) -> Bool {
        let words = scalars[range].split(separator: " ")
        let loud = words.count { $0.count > 2 && $0.allSatisfy { ("A"..."Z").contains($0) } }
        if loud > 0, loud < words.count { return true }
        return words.contains { Self.tickers.contains(String(String.UnicodeScalarView($0)).lowercased()) }
    }

    // MARK: - Beside the address

    private func besideAddress() -> Range<Int>? {
        guard let address = MailboxReader(text.bytes).read()?.range,
            let start = offsets.firstIndex(of: address.lowerBound),
            let end = offsets.firstIndex(of: address.upperBound)
        else { return nil }
        return nameAlone(0..<start) ?? nameAlone(end..<scalars.count)
    }

    /// A part of a line, without the marks around it, where it is a name and nothing else.
    private func nameAlone(_ part: Range<Int>) -> Range<Int>? {
        guard let first = part.first(where: { scalars[$0].isOfName }),
            let last = part.last(where: { scalars[$0].isOfName })
        else { return nil }
        let range = first..<last + 1
        if scalars[first].isHan {
            let isName = !scalars[range].contains { Self.noHanName.contains(Character($0)) }
            return isName && isHan(range) ? range : nil
        }
        guard latin(from: first) == range else { return nil }
        let words = String(String.UnicodeScalarView(scalars[range])).lowercased().split(separator: " ")
        if words.contains(where: { Self.noLatinName.contains(String($0)) }) { return nil }
        return hasTicker(range) ? nil : range
    }
}

extension Unicode.Scalar {
    fileprivate var isLetterOrDigit: Bool { properties.isAlphabetic || ("0"..."9").contains(self) }

    /// Whether it may stand in a name: `O'Neil`, `Jean-Luc`, `M.`.
    fileprivate var isOfName: Bool {
        properties.isAlphabetic || self == "'" || self == "’" || self == "-" || self == "."
    }
}
