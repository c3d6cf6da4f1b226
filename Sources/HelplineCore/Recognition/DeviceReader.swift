/// Finds on what and with which version somebody is: `iphone 14 ios 17`, 安卓13 版本 5.2.1, “app version 5.2”.
struct DeviceReader {
    private let text: ScalarText

    /// A device or a version in a line.
    struct Found {
        /// The bytes of all that is said of it.
        var range: Range<Int>
        /// Whether a number says which one; without it the word may be there for another reason: “sent from my iPhone”.
        var isExact: Bool
    }

    /// Takes a line of a user.
    init(_ text: NormalizedText) {
        self.text = ScalarText(text.bytes, limit: Recognizer.limit)
    }

    /// The first device with its system and version, as far as they stand together; nil where none is named.
    func read() -> Found? {
        var hull: Range<Int>?
        var isExact = false
        var index = 0
        while index < text.count {
            guard let (end, hasNumber) = piece(at: index) else {
                index += 1
                continue
            }
            if let known = hull, index - known.upperBound > Self.longestGap { break }
            hull = (hull?.lowerBound ?? index)..<end
            isExact = isExact || hasNumber
            index = end
        }
        return hull.map { Found(range: text.bytes($0), isExact: isExact) }
    }

    /// Scalars between two parts of one device: ", ", 系统是.
    private static let longestGap = 6
    private static let mostWords = 4

    private func piece(at index: Int) -> (end: Int, hasNumber: Bool)? {
        if let (_, end) = Self.names.match(in: text, at: index) { return model(behind: end) }
        guard let (_, end) = Self.versions.match(in: text, at: index), let number = version(behind: end) else {
            return nil
        }
        return (number, true)
    }

    /// Where the words of a model end behind the name of a maker or a system: `14 pro max`, `17.2`.
    private func model(behind name: Int) -> (end: Int, hasNumber: Bool) {
        var end = name
        var hasNumber = false
        for _ in 0..<Self.mostWords {
            let start = text.afterSpace(end)
            if let (_, behind) = Self.suffixes.match(in: text, at: start) {
                end = behind
            } else if let behind = number(at: start) {
                (end, hasNumber) = (behind, true)
            } else {
                break
            }
        }
        return (end, hasNumber)
    }

    /// Where a word with a digit ends: `14`, `s23`, `17.2.1`; nil for one that counts something else.
    private func number(at start: Int) -> Int? {
        var end = start
        while text[end].isAlphanumeric || (text[end] == .of(".") && text[end + 1].isDigit) { end += 1 }
        let word = start..<end
        guard !word.isEmpty, word.count <= 8, word.contains(where: { text[$0].isDigit }) else { return nil }
        return Self.counts.match(in: text, at: text.afterSpace(end)) == nil ? end : nil
    }

    /// Where the number of a version ends behind the word for one.
    private func version(behind word: Int) -> Int? {
        var start = word
        while [0x20, .of(":"), .of("是"), .of("号"), .of("v")].contains(text[start]) { start += 1 }
        guard text[start].isDigit else { return nil }
        var end = start
        while text[end].isDigit || (text[end] == .of(".") && text[end + 1].isDigit) { end += 1 }
        return text[start..<end].contains(.of(".")) ? end : nil
    }

    private static let names = WordTable(words: [
        "iphone", "ipad", "ios", "ipados", "android", "安卓", "苹果手机", "苹果", "华为", "huawei", "荣耀", "honor", "小米", "xiaomi",
        "红米", "redmi", "oppo", "vivo", "三星", "samsung", "galaxy", "一加", "oneplus", "pixel", "鸿蒙", "harmonyos",
        "harmony os", "realme", "魅族", "motorola", "macos", "macbook", "windows",
    ])
    private static let versions = WordTable(words: [
        "版本", "应用版本", "app版本", "版本号", "version", "app version", "ver", "app", "应用", "v", "比特派",
    ])
    private static let suffixes = WordTable(words: [
        "pro", "max", "plus", "ultra", "mini", "se", "note", "air", "lite", "promax", "手机", "系统", "mate", "nova",
        "galaxy",
        "phone", "system", "fold", "flip", "xr", "xs", "x",
    ])
    private static let counts = WordTable(words: [
        "usdt", "u", "btc", "eth", "个", "枚", "块", "元", "点", "分钟", "小时", "天", "年", "月", "号", "次", "am", "pm", "days",
        "hours",
    ])
}

extension ScalarText {
    fileprivate subscript(range: Range<Int>) -> ArraySlice<UInt32> { scalars[range] }
}
