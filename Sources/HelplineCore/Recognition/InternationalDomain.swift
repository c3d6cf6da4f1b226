/// The domain of a mailbox with letters beyond ASCII: `bücher.de`, `пример.рф`, `例子.中国`, `mail.例子.com`.
///
/// Letters are Latin, Greek, Cyrillic or Han, and no label mixes alphabets, so that `pаypal.com` with a Cyrillic а is no
/// domain; Latin beside Han is usual. Where Chinese text follows without a space nothing but the top label tells where
/// the domain ends, so that one has to be known: `zhang@例子.中国谢谢` ends at 中国.
enum InternationalDomain {
    private enum Alphabet { case latin, greek, cyrillic, han }

    /// The top labels in Han that anybody can have a name below (IANA, Root Zone Database), simplified as normalised
    /// text is, the longer ones of the same beginning first.
    private static let topLabels: [String] = [
        "中国", "公司", "网络", "在线", "中文网", "网址", "网站", "网店", "商城", "商店", "商标", "集团", "我爱你", "手机", "移动",
        "信息", "游戏", "娱乐", "健康", "时尚", "餐厅", "企业", "组织机构", "机构", "慈善", "公益", "政务", "政府", "香港", "台湾", "澳门",
        "新加坡", "广东", "佛山", "招聘", "购物", "八卦", "家电", "微博", "新闻", "珠宝", "食品", "书籍", "点看", "联通", "大拿", "天主教",
    ]
    /// Octets of a label and of a domain as they go over the wire (RFC 1035, section 2.3.4).
    private static let (longestLabel, longest) = (63, 253)
    /// Han characters of a label.
    private static let mostHan = 12

    /// The bytes of the domain that text begins with; nil where it begins with none that has letters beyond ASCII.
    static func length(in text: ArraySlice<UInt8>) -> Int? {
        let bytes = text.prefix(4 * longest).prefix { $0 >= 0x80 || $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x2E }
        guard bytes.contains(where: { $0 >= 0x80 }) else { return nil }
        let start = String(decoding: bytes, as: UTF8.self).unicodeScalars
        var run = start.prefix { $0 == "-" || $0 == "." || $0.isASCIIDigit || alphabet(of: $0) != nil }
        while run.last == "." { run.removeLast() }
        var labels = run.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.popLast(), let top = topLabel(of: last) else { return nil }
        labels.append(top)
        guard labels.contains(where: { $0.contains { !$0.isASCII } }), labels.allSatisfy(isLabel),
            labels.reduce(-1, { $0 + octets($1) + 1 }) <= longest
        else { return nil }
        return run.prefix(labels.reduce(-1) { $0 + $1.count + 1 }).reduce(0) { $0 + UTF8.width($1) }
    }

    /// What of the last label is the name of a top domain.
    ///
    /// In Latin it has ASCII letters alone, or `example.com` with an accent typed behind it would be another domain.
    private static func topLabel(of label: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView? {
        guard label.first?.isHan == true else {
            let letters = label.prefix { !$0.isHan }
            let isName = letters.allSatisfy { $0.isASCIILetter || [.greek, .cyrillic].contains(alphabet(of: $0)) }
            return letters.count >= 2 && isName ? letters : nil
        }
        return topLabels.first { label.starts(with: $0.unicodeScalars) }.map { label.prefix($0.unicodeScalars.count) }
    }

    private static func isLabel(_ label: Substring.UnicodeScalarView) -> Bool {
        let alphabets = Set(label.compactMap(alphabet))
        return !label.isEmpty && label.first != "-" && label.last != "-"
            && (alphabets.count <= 1 || alphabets == [.latin, .han])
            && octets(label) <= longestLabel && label.count(where: \.isHan) <= mostHan
    }

    /// The octets of a label as an A-label, or a few more: Punycode (RFC 3492) takes four for a letter on average at
    /// most, since those of one label are near to one another.
    private static func octets(_ label: Substring.UnicodeScalarView) -> Int {
        let beyond = label.count { !$0.isASCII }
        return beyond == 0 ? label.count : "xn---".utf8.count + label.count + 3 * beyond
    }

    /// The alphabet of a letter that may stand in a label; nil for digits and whatever else.
    ///
    /// Han radicals and numerals may not stand there (RFC 5892).
    private static func alphabet(of scalar: Unicode.Scalar) -> Alphabet? {
        if scalar.isASCII { return scalar.isASCIILetter ? .latin : nil }
        let category = scalar.properties.generalCategory
        if scalar.isHan { return category == .otherLetter ? .han : nil }
        guard category == .lowercaseLetter || category == .uppercaseLetter else { return nil }
        switch scalar.value {
        case ..<0x250, 0x1E00...0x1EFF: return .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: return .greek
        case 0x400...0x52F: return .cyrillic
        default: return nil
        }
    }
}
