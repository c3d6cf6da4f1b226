/// The words by which a sentence about a password is told from one that gives it away.
enum PasswordWords {
    /// Whether a plain word after "my password is" describes the password rather than being it.
    static func describes(_ word: String) -> Bool {
        if descriptions.contains(word) { return true }
        return word.count > 4 && endings.contains { word.hasSuffix($0) }
    }

    private static let endings = ["ed", "ing", "ly", "ble", "ive", "ent", "less", "ful", "ous"]

    private static let descriptions: Set<String> = [
        "wrong", "incorrect", "correct", "right", "invalid", "valid", "fine", "okay", "good", "weak", "strong", "safe",
        "secure", "unsafe", "empty", "blank", "null", "none", "unknown", "missing", "gone", "lost", "forgotten",
        "stolen",
        "known", "broken", "leaked", "different", "same", "short", "long", "simple", "easy", "hard", "default", "false",
        "true", "error", "failure", "okay", "what", "this", "that", "here", "there", "where", "when", "which", "help",
        "please", "reset", "change", "required", "optional", "necessary", "useless", "mine", "yours", "hers", "theirs",
        "case", "sensitive", "complex", "bitpie", "bitpai", "cancel", "back", "skip", "menu", "human", "agent", "again",
        "yes", "nope", "sure", "exactly", "hello", "thanks", "thank", "email", "phone", "above", "below", "private",
        "secret", "public", "personal", "important", "encrypted", "enough", "too", "very", "also", "not", "done",
        "over",
        "hidden", "written", "taken", "chosen", "frozen", "confidential", "identical", "bothersome", "hacked", "wallet",
        "support", "password", "face", "touch", "biometric", "fingerprint", "numeric", "tomorrow",
        "yesterday", "today", "numbers", "letters", "unique", "random", "stop", "send", "about", "anything",
        "something",
        "nothing", "everything", "everywhere", "either", "mandatory", "problem", "trouble", "protection", "login",
        "bad", "worse", "old", "new", "brand", "super", "pretty", "quite", "rather", "extra", "corrupt", "dead",
        "stuck",
        "junk", "temporary", "permanent", "alphanumeric", "uppercase", "lowercase", "capital", "capitals", "upper",
        "lower", "plain", "text", "english", "chinese", "forever", "somewhere", "sometimes", "lately", "anymore",
        "though", "somehow", "online", "overnight", "twice", "once", "kept", "sent", "reset", "given", "shown", "idea",
        "morning", "evening", "week", "month", "year", "ago", "last", "business", "secret", "perfect", "perfectly",
        "intact", "compromised", "obvious", "weird", "strange", "available", "visible", "unavailable",
    ]

    /// Words that a sentence about a password has, and a password made of words has not.
    static let functions: Set<String> = [
        "the", "a", "an", "of", "in", "on", "at", "to", "by", "for", "from", "with", "without", "it", "its", "my",
        "your",
        "his", "her", "their", "our", "me", "you", "i", "we", "they", "he", "she", "and", "or", "but", "so", "if", "as",
        "than", "then", "that", "this", "these", "those", "be", "been", "being", "am", "is", "are", "was", "were", "do",
        "does", "did", "have", "has", "had", "will", "would", "can", "could", "should", "may", "might", "must", "not",
        "no", "never", "any", "some", "all", "only", "still", "already", "always", "ever", "now", "because", "since",
        "when", "while", "what", "which", "who", "how", "why", "into", "up", "down", "out", "off", "until", "t", "s",
        "keeps", "gets", "got", "says", "said", "shows", "don", "doesn", "isn", "won", "cannot", "cant", "im",
        "everyone",
        "somebody", "someone", "anyone", "nobody", "use", "uses", "like", "where", "again", "forgot", "forget", "lose",
        "link", "page", "screen", "field", "box", "button", "app", "error", "message", "reset", "change", "try",
        "under", "every", "each", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
        "characters", "digits",
        "there", "here", "about", "please", "help", "need", "needs", "work", "works", "ok", "okay", "way", "just",
    ]

    /// Words that may stand before a password made of words.
    static let adverbs: Set<String> = [
        "just", "actually", "now", "still", "simply", "probably", "maybe", "currently", "always",
    ]

    /// Words that go on with another clause behind a value.
    static let ends: Set<String> = ["and", "but", "so", "yet", "why", "because", "please", "plz", "pls", "help"]

    /// What may stand on both sides of a stroke behind "login" and is no name.
    static let places: Set<String> = [
        "register", "registration", "sign", "signup", "signin", "login", "logout", "log", "ios", "android", "web",
        "website", "pc", "mac", "windows", "desktop", "mobile", "tablet", "phone", "email", "mail", "sms", "google",
        "apple", "facebook", "twitter", "wechat", "telegram", "password", "passcode", "code", "pin", "account",
        "accounts", "balance", "wallet", "wallets", "trading", "deposit", "withdraw", "transfer", "payment", "security",
        "settings", "kyc", "verification", "recovery", "n", "update", "user", "username", "name", "id", "number",
    ]

    /// Words after which the sentence speaks of something else than the password's value.
    static let stops: Set<String> = [
        "and", "but", "or", "so", "when", "because", "if", "then", "while", "after", "before", "please", "can", "could",
        "would", "how", "why", "what", "where", "who", "email", "mail", "phone", "number", "order", "code",
        "address", "id", "name", "username", "user", "version", "error", "amount", "txid", "hash", "balance", "not",
        "isn",
        "wasn", "doesn", "won", "don", "didn", "need", "needs", "must", "length", "reset", "manager", "page", "hint",
        "button", "field", "box", "screen", "link", "form", "option", "menu", "dialog", "window",
    ]

    /// Words with which the cue becomes the name of something else.
    static let compounds: Set<String> = [
        "manager", "reset", "field", "page", "hint", "policy", "app", "recovery", "vault",
    ]

    /// Words before "pass" that make it a verb, or the name of something else.
    static let passing: Set<String> = [
        "to", "not", "t", "cannot", "cant", "can", "could", "will", "would", "should", "did", "do", "didn", "don",
        "won",
        "doesn", "i", "we", "you", "they", "it", "must", "please", "season", "boarding", "and", "or",
    ]

    /// Words that may stand between a link and a value.
    static let fillers: Set<String> = [
        "just", "actually", "now", "still", "simply", "probably", "maybe", "currently", "always", "set", "to", "like",
        "something", "the", "this", "following", "it", "is", "a",
    ]

    /// Han characters after which the sentence speaks of something else.
    static let stopHan: Set<UInt32> = Set(
        "错不没忘邮箱手机电话订单号账帐户地址金额编版时间昨今明年月短信收客服吗呢怎什哪多少需要必须位长超输提示唔冇乜咩".unicodeScalars.map(\.value))

    /// Han characters that may stand between a value and the cue behind it.
    static let linkingHan: Set<UInt32> = Set(
        "是就当做作为设成改的我你他她新旧老原来登录支付交易钱包提现解锁这个".unicodeScalars.map(\.value))

    /// Han characters that say whose or which password it is.
    static let ownersHan: Set<UInt32> = Set("我的新旧老原登录支付交易钱包提现解锁".unicodeScalars.map(\.value))

    static let linkVerbsHan: Set<UInt32> = Set("是当做作为成".unicodeScalars.map(\.value))

    /// What makes of 系, which is 係 ("is") in simplified characters, the beginning of a word: 系统, 系列.
    static let systemHan: Set<UInt32> = Set("统列数里级别".unicodeScalars.map(\.value))

    /// What may end a sentence behind a value.
    static let particles: Set<UInt32> = Set("啊哦呀吧哈嘛了的喔~".unicodeScalars.map(\.value))
}
