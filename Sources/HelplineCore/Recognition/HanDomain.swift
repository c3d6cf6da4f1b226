/// The domain of a mailbox with labels in Han: `例子.中国`, `mail.例子.公司`, `例子.com`.
///
/// Where Chinese text follows without a space nothing but the top label tells where the domain ends, so that one has to
/// be known: `zhang@例子.中国谢谢` ends at 中国.
enum HanDomain {
    /// The top labels in Han that anybody can have a name below (IANA, Root Zone Database), simplified as normalised
    /// text is, the longer ones of the same beginning first.
    private static let topLabels: [String] = [
        "中国", "公司", "网络", "在线", "中文网", "网址", "网站", "网店", "商城", "商店", "商标", "集团", "我爱你", "手机", "移动",
        "信息", "游戏", "娱乐", "健康", "时尚", "餐厅", "企业", "组织机构", "机构", "慈善", "公益", "政务", "政府", "香港", "台湾", "澳门",
        "新加坡", "广东", "佛山", "招聘", "购物", "八卦", "家电", "微博", "新闻", "珠宝", "食品", "书籍", "点看", "联通", "大拿", "天主教",
    ]
    /// Scalars of a label and of a domain: as A-labels they then stay within the 63 and 253 bytes of RFC 1035, section
    /// 2.3.4, since Punycode takes five characters at most for one of Han.
    private static let (longestLabel, longest) = (12, 40)

    /// The bytes of the domain that text begins with; nil where it begins with none that has Han in it.
    static func length(in text: ArraySlice<UInt8>) -> Int? {
        let start = String(decoding: text.prefix(4 * (longest + 1)), as: UTF8.self).unicodeScalars
        var run = start.prefix { $0.isLabelText || $0 == "." }
        while run.last == "." { run.removeLast() }
        var labels = run.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.popLast(), let top = topLabel(of: last) else { return nil }
        let hasHan = top.first?.isHan == true || labels.contains { $0.contains(where: \.isHan) }
        guard hasHan, labels.allSatisfy(isLabel) else { return nil }
        let domain = (labels + [top]).reduce(-1) { $0 + $1.count + 1 }
        guard domain <= longest else { return nil }
        return run.prefix(domain).reduce(0) { $0 + UTF8.width($1) }
    }

    /// What of the last label is the name of a top domain.
    private static func topLabel(of label: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView? {
        guard label.first?.isHan == true else {
            let letters = label.prefix { !$0.isHan }
            return letters.count >= 2 && letters.allSatisfy(\.isASCIILetter) ? letters : nil
        }
        return topLabels.first { label.starts(with: $0.unicodeScalars) }.map { label.prefix($0.unicodeScalars.count) }
    }

    private static func isLabel(_ label: Substring.UnicodeScalarView) -> Bool {
        (1...longestLabel).contains(label.count) && label.first != "-" && label.last != "-"
    }
}

extension Unicode.Scalar {
    /// Whether this may stand in a label; Han radicals and numerals may not (RFC 5892).
    fileprivate var isLabelText: Bool {
        isASCII ? isASCIILetter || isASCIIDigit || self == "-" : isHan && properties.generalCategory == .otherLetter
    }
}
