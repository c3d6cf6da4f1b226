/// Passwords that no word states: what looks like one in a line about passwords, what was tried, and what follows talk
/// of one by a line or two.
///
/// "my password, marigold5, fails", 密码asdfghjkl对不对, "I put in Welcome1 and it says wrong password", "I tried Zorro1999!
/// but login fails", and "it was something like Fluffy1987!" after "I forgot my password". Left alone is what the words
/// beside it call something else: a user name, an order, a device, a version, an error.
struct MentionedPassword {
    /// What tells that a token may be a password.
    private enum Topic {
        /// The line has a word for one.
        case here
        /// An earlier line had.
        case recent
        /// None had; the line may speak of logging in.
        case none
    }

    private let scan: LineScan
    private let line: FoldedLine
    private let topic: Topic
    /// Whether a verb of trying or entering was read, and whether one stands right before.
    private var (isTried, isEntered) = (false, false)
    private var isLinked = false

    static func find(in scan: LineScan, isTopic: Bool, into found: inout Findings) {
        let line = scan.line
        let isMixed = line.hasLetters && (line.digitCount > 0 || TokenShape.hasSymbol(line.ascii))
        let isTwofold = line.hasLetters && line.hanCount > 0
        guard isMixed || isTwofold || line.digitCount > 0, !scan.has(.hash) else { return }
        if !isMixed, !isTopic, !scan.has(.password), !scan.has(.passwordLabel) { return }
        var mention = MentionedPassword(scan, isTopic: isTopic)
        mention.read(into: &found)
    }

    private init(_ scan: LineScan, isTopic: Bool) {
        self.scan = scan
        line = scan.line
        if scan.cues.contains(where: { Self.isPassword($0, in: scan.line) }) {
            topic = .here
        } else {
            topic = isTopic ? .recent : .none
        }
    }

    /// Whether a cue is a word for a password; "pass" may be a verb.
    private static func isPassword(_ cue: Cue, in line: FoldedLine) -> Bool {
        cue.kind == .password
            || cue.kind == .passwordLabel
                && line.units[cue.range.lowerBound + 1].lowercasedASCII != UInt32(UInt8(ascii: "a"))
    }

    private static func speaksOfLogin(_ scan: LineScan) -> Bool {
        scan.cues.contains { isLogin($0, in: scan.line) }
            || HanPasswordWords.logins.occurs(in: scan.line.units[...])
            || scan.line.hasLetters && hasWord(of: loginWords, in: scan.line)
    }

    private static func isLogin(_ cue: Cue, in line: FoldedLine) -> Bool {
        cue.kind == .account && line.has(login, at: cue.range.lowerBound)
    }

    private static let login = Array("log".unicodeScalars.map(\.value))

    private static func hasWord(of words: Set<String>, in line: FoldedLine) -> Bool {
        line.letters.split { !$0.isLetter }
            .contains { words.contains(String(decoding: $0.map { $0 | 0x20 }, as: UTF8.self)) }
    }

    private mutating func read(into found: inout Findings) {
        var index = 0
        while index < line.count {
            if line.isHan(index) {
                if let range = rowOfHan(at: index) {
                    found.add(.password, range)
                    index = range.upperBound
                } else {
                    take(line.units[index])
                    index += 1
                }
            } else if line.letters[index] > 0x20, line.letters[index] < 0x7F {
                let token = Token(at: index, in: line)
                if found.covers(max(token.range.lowerBound, token.core.upperBound - 1)) {
                    isTried = true
                    index = max(token.range.upperBound, index + 1)
                } else if let range = password(at: token) {
                    found.add(.password, range)
                    index = max(range.upperBound, index + 1)
                } else {
                    take(token)
                    index = max(token.range.upperBound, index + 1)
                }
            } else {
                index += 1
            }
        }
    }

    private mutating func take(_ unit: UInt32) {
        let isAspect = HanVerbs.aspects.contains(unit)
        let isVerb = HanVerbs.isEntering(unit)
        isTried = isTried || isVerb && unit != Self.use
        isEntered = isVerb || isEntered && isAspect
        isLinked = Self.linksHan.contains(unit) || isLinked && (isAspect || Self.joinsHan.contains(unit))
    }

    private mutating func take(_ token: Token) {
        if token.core.isEmpty { return }
        let word = line.word(at: token.core.lowerBound).text
        let isVerb = Self.verbs.contains(word)
        isTried = isTried || isVerb
        isEntered = isVerb || isEntered && Self.prepositions.contains(word)
        isLinked = Self.links.contains(word) || isLinked && Self.joins.contains(word)
    }

    /// 用, which says what is used for anything.
    private static let use: UInt32 = 0x7528
    private static let verbs: Set<String> = [
        "tried", "try", "trying", "typed", "type", "typing", "entered", "enter", "entering", "used", "use", "using",
        "guessed", "attempted", "attempt", "worked", "works", "put", "inputted", "logging", "logged", "log", "login",
        "signing", "signed", "sign", "unlock",
    ]
    /// Words between such a verb and what is entered.
    private static let prepositions: Set<String> = [
        "in", "with", "using", "as", "the", "my", "old", "new", "also", "both", "and", "or", "then",
    ]
    private static let links: Set<String> = [
        "was", "is", "be", "like", "maybe", "perhaps", "think", "probably", "either", "its",
    ]
    /// Words between a link and a value, or between two values.
    private static let joins: Set<String> = ["or", "and", "something", "a", "the", "it", ""]
    private static let linksHan = HanVerbs.units("是像概许能")
    private static let joinsHan = HanVerbs.units("或者和")
    private static let loginWords: Set<String> = [
        "signin", "unlock", "signing", "signed", "logging", "logged", "works", "worked", "work", "fail", "fails",
        "failed",
        "wrong", "rejected", "denied", "invalid", "neither",
    ]

    // MARK: - What is one

    /// The password that begins with a token.
    private func password(at token: Token) -> Range<Int>? {
        if topic == .none, !isTried, !isEntered { return nil }
        guard !token.core.isEmpty, !line.isAlphanumeric(token.range.lowerBound - 1),
            !token.range.contains(where: { line.units[$0] == 0x5B || line.units[$0] == 0x5D }),
            scan.cue(at: token.core.lowerBound)?.range.upperBound != token.core.upperBound
        else { return nil }
        switch token.look(in: line) {
        case .mixed:
            return isExpected(token) && !isNamedOtherwise(token.range) ? token.range : nil
        case .digits:
            let isEntry = topic == .here && (isEntered || isStated(token)) && (4...8).contains(token.core.count)
            return isEntry && !CodeRule.goesOn(at: token.core.upperBound, in: line) && !isNamedOtherwise(token.range)
                ? token.core : nil
        case .word:
            return topic == .here && line.hanCount > 0 ? words(from: token) : nil
        case .other:
            return nil
        }
    }

    /// Whether digits stand behind "it's" or 后面, 后四位.
    private func isStated(_ token: Token) -> Bool {
        let start = token.range.lowerBound
        if line.isHan(start - 1) { return Self.partsHan.contains(line.units[start - 1]) }
        let word = line.word(before: start)
        return word == "its" || line.has(Self.its, at: start - Self.its.count - 1)
    }

    private static let its = Array("it's".unicodeScalars.map(\.value))
    private static let partsHan = HanVerbs.units("面加位接跟头得")

    /// Whether a token that mixes letters, digits and symbols is a password by what was said around it.
    private func isExpected(_ token: Token) -> Bool {
        let shape = TokenShape(line.letters[token.range])
        switch topic {
        case .here: return shape.isLikely
        case .recent: return shape.isTelling && (isTried || isLinked || shape.isMixed || isAlone(token))
        case .none: return isTried && shape.isStrong || isEntered && shape.isTelling && Self.speaksOfLogin(scan)
        }
    }

    private func isAlone(_ token: Token) -> Bool { scan.onlyToken?.range == token.range }

    /// Latin words in a Chinese line: 密码是i love you登不上, 密码woaizhongguo对不对.
    private func words(from first: Token) -> Range<Int>? {
        let before = line.units[..<first.range.lowerBound].last { $0 != 0x20 && $0 != 0x22 && $0 != 0x3A } ?? 0
        guard let start = scan.cues.first(where: { Self.isPassword($0, in: line) })?.range.lowerBound,
            line.isHan(start) || before >= 0x80,
            start < first.range.lowerBound || isCalled(behind: first.range.upperBound),
            before == 0 || before == 0x2C || before >= 0x80, !HanPasswordWords.whereabouts.contains(before)
        else { return nil }
        var (end, count, isOwn, hasOwn) = (first.range.lowerBound, 0, true, false)
        var token = first
        while token.look(in: line) == .word {
            let word = line.word(at: token.core.lowerBound).text
            let isSoft = PasswordWords.soft.contains(word)
            // What comes behind a word of its own may be any: "i love you forever".
            if scan.cue(at: token.core.lowerBound).map({ Self.isPassword($0, in: line) }) ?? false { return nil }
            isOwn = isOwn && (isSoft || hasOwn || !PasswordWords.isLoan(word))
            hasOwn = hasOwn || isOwn && !isSoft
            (end, count) = (token.range.upperBound, count + token.core.count)
            guard line.isSpace(end), line.isLetter(end + 1) else { break }
            token = Token(at: end + 1, in: line)
        }
        let isStated = HanVerbs.being.contains(before) || before == 0x53EB
        guard isOwn, hasOwn, count >= (isStated ? 4 : 6),
            HanPasswordWords.holders.end(ofWordsIn: line.units[line.skippingSpaces(from: end)...])
                == line.skippingSpaces(from: end), !isNamedOtherwise(first.range.lowerBound..<end)
        else { return nil }
        return first.range.lowerBound..<end
    }

    /// Whether 这个密码 stands at an index.
    private func isCalled(behind index: Int) -> Bool {
        let start = line.skippingSpaces(from: index)
        return HanPasswordWords.thisPassword.end(ofWordsIn: line.units[start...]) > start
    }

    /// Han characters with digits at their end, right behind a verb: 试过老虎不吃草88, 好像是老虎2008.
    private func rowOfHan(at index: Int) -> Range<Int>? {
        guard topic == .here || topic == .recent, isTried || isLinked, ends(verb: index - 1),
            let range = HanPassword.range(at: index, form: .beside, in: line), range.count >= 6
        else { return nil }
        return range
    }

    private static let maxAspects = 12

    /// Whether a verb of trying or being ends at an index, perhaps with 过, 了 or 的是 and a space behind it.
    private func ends(verb last: Int) -> Bool {
        var index = last
        while last - index < Self.maxAspects, line.isSpace(index) || index >= 0 && isAspect(line.units[index]) {
            index -= 1
        }
        return index >= 0
            && (HanVerbs.isEntering(line.units[index]) || Self.linksHan.contains(line.units[index]))
    }

    private func isAspect(_ unit: UInt32) -> Bool {
        HanVerbs.aspects.contains(unit) && !Self.linksHan.contains(unit) || Self.joinsHan.contains(unit)
    }

    // MARK: - What is none

    /// Whether the words beside a token say that it is a name, an order, a device, a version, an error.
    private func isNamedOtherwise(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index > 0, isBetween(index - 1) { index -= 1 }
        if let cue = scan.cue(before: range.lowerBound), cue.range.upperBound <= range.lowerBound,
            cue.range.upperBound >= index,
            Self.naming.contains(cue.kind)
        {
            return !Self.isLogin(cue, in: line) || !Self.prepositions.contains(line.word(behind: cue.range.upperBound))
        }
        if index > 0, line.isHan(index - 1) {
            return Self.namingHan.contains(line.units[index - 1]) || isNamedBehind(range.upperBound)
        }
        var word = line.word(before: index)
        if word == "is" || word == "was", let verb = (0..<index).last(where: { line.isLetter($0) }) {
            word = line.word(before: verb - word.count + 1)
        }
        return Self.namingWords.contains(word) || isNamedBehind(range.upperBound)
    }

    /// "bob99 is my username", bob99是我的账号.
    private func isNamedBehind(_ end: Int) -> Bool {
        guard let cue = scan.cue(from: end), cue.range.lowerBound - end <= 12,
            Self.naming.contains(cue.kind)
        else { return false }
        let between = line.units[end..<cue.range.lowerBound]
        return between.contains { HanVerbs.being.contains($0) } || line.word(behind: end) == "is"
    }

    /// Whether a mark or a verb of being stands at an index, between a name and what it names.
    private func isBetween(_ index: Int) -> Bool {
        line.isSpace(index) || [0x22, 0x27, 0x23, 0x3A, 0x3D].contains(line.units[index])
            || HanVerbs.being.contains(line.units[index]) || line.units[index] == 0x7684
    }

    private static let naming: Set<Cue.Kind> = [.account, .number, .plainCode, .identity, .transaction, .hash]
    private static let namingWords: Set<String> = [
        "version", "model", "manager", "app", "device", "phone", "username", "name", "error", "android", "ios", "order",
        "address", "id", "on", "nexus", "galaxy", "mate", "redmi", "iphone", "pixel", "huawei", "xiaomi",
        "samsung", "oppo", "vivo", "honor", "telegram", "wechat", "twitter", "nickname", "handle",
        "updated", "upgraded", "build", "level", "ticket", "case", "number", "no", "ref", "reference", "network",
        "token",
        "coin", "chain", "site", "website",
    ]
    private static let namingHan = HanVerbs.units("版型号址户名错误机统单编群信箱网线称链币米为果件级在从")
}

/// What a run of letters, digits and symbols looks like.
struct TokenShape {
    private let count: Int
    private let (hasCapital, hasSmall, hasDigit, hasSymbol): (Bool, Bool, Bool, Bool)

    private static let symbols = ASCIISet("!@#$%^&*?_")

    /// Whether there is any symbol that ends no sentence.
    static func hasSymbol(_ ascii: ASCIISet) -> Bool { ascii.contains(anyOf: inner) }

    private static let inner = ASCIISet("@#$%^&*_")

    init(_ letters: ArraySlice<UInt8>) {
        count = letters.count
        hasCapital = letters.contains { $0.isLetter && $0 & 0x20 == 0 }
        hasSmall = letters.contains { $0.isLetter && $0 & 0x20 != 0 }
        hasDigit = letters.contains(where: \.isDigit)
        hasSymbol = letters.contains { Self.symbols.contains($0) }
    }

    /// Whether it would do as a password where one is spoken of; capitals and digits alone may be a model or an error.
    var isLikely: Bool {
        guard count >= 6, hasDigit || hasSymbol && count >= 8 else { return false }
        return hasSmall || hasSymbol || count >= 8
    }

    /// Whether it has most of what passwords have.
    var isTelling: Bool { count >= 6 && hasDigit && hasSmall && (hasCapital || hasSymbol || count >= 7) }

    /// Whether it has more than small letters and digits.
    var isMixed: Bool { hasCapital || hasSymbol }

    /// Whether it has capitals, small letters, digits and a symbol.
    var isStrong: Bool { count >= 8 && hasCapital && hasSmall && hasDigit && hasSymbol }
}
