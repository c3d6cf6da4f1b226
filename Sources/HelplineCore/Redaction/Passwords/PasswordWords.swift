/// The words by which a sentence about a password is told from one that gives it away.
enum PasswordWords {
    /// Whether a plain word after "my password is" describes the password rather than being it.
    static func describes(_ word: String) -> Bool {
        if descriptions.contains(word) { return true }
        return word.count > 4 && endings.contains { word.hasSuffix($0) }
    }

    /// Whether a plain word beside a word for a password speaks of it or names a matter, rather than being one.
    static func isTalk(_ word: String) -> Bool {
        describes(word) || functions.contains(word) || topics.contains(word) || places.contains(word)
            || word.count > 4 && nouns.contains { word.hasSuffix($0) }
    }

    private static let nouns = ["tion", "tions", "ment", "ments", "ness", "ity", "ance", "ence", "ism", "able"]

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
        "though", "somehow", "usual", "longer", "shorter", "stronger", "weaker", "better", "easier", "harder",
        "simpler", "safer", "online", "overnight", "twice", "once", "kept", "sent", "reset", "given", "shown", "idea",
        "morning", "evening", "week", "month", "year", "ago", "last", "business", "secret", "perfect", "perfectly",
        "intact", "letter", "first", "second", "compromised", "obvious", "weird", "strange", "available", "visible",
        "unavailable",
    ]

    /// Words that a sentence about a password has, and a password made of words has not.
    static let functions: Set<String> = soft.union([
        "so", "if", "than", "then", "be", "been", "being", "am", "is", "are", "was", "were", "do", "does", "did",
        "have",
        "has", "had", "will", "would", "can", "could", "should", "may", "might", "must", "not", "no", "never", "only",
        "still", "already", "always", "ever", "now", "because", "since", "when", "while", "what", "which", "who", "how",
        "why", "until", "t", "s", "keeps", "gets", "got", "says", "said", "shows", "don", "doesn", "isn", "won",
        "cannot",
        "cant", "im", "ive", "dont", "doesnt", "didnt", "wont", "isnt", "wasnt", "everyone", "somebody", "someone",
        "anyone", "nobody", "use", "uses", "like", "where", "again", "forgot", "forget", "lose", "link", "page",
        "screen",
        "field", "box", "button", "app", "error", "message", "reset", "change", "try", "under", "characters", "digits",
        "there", "here", "about", "help", "need", "needs", "work", "works", "ok", "okay", "way", "just", "ones",
        "thing", "things", "wrote", "write", "keep", "gave", "give", "gives", "set", "sets", "made", "make", "chose",
        "choose", "pick", "told", "tell", "ask", "know", "knew", "knows", "remember", "think", "thought", "guess",
        "believe", "want", "see", "saw", "find", "found", "sent", "send", "type", "enter", "store", "save", "say",
        "happens", "came", "comes", "goes", "went", "but", "before", "after", "same", "another", "other", "else",
        "both",
        "none", "much", "many", "more", "most", "longer", "shorter", "stronger", "weaker", "better", "easier", "harder",
        "simpler", "safer", "bigger", "hasnt", "havent", "couldnt", "wouldnt", "shouldnt", "arent", "whatever",
    ])

    /// Such words that a password may have that is a sentence: "let me in", "the cat sat on my hat".
    static let soft: Set<String> = determiners.union(subjects).union(prepositions).union([
        "me", "us", "him", "them", "and", "or", "please",
    ])

    /// Words that a line of a song or a saying has as well: "never gonna give you up".
    static let verses: Set<String> = [
        "never", "always", "no", "so", "will", "have", "now", "give", "keep", "make", "see", "find",
    ]

    /// What counts where it comes first, and is as good as any word behind another.
    static let numerals: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
    ]

    /// What begins a name of a thing.
    static let determiners: Set<String> = [
        "the", "a", "an", "my", "your", "his", "her", "their", "our", "its", "this", "that", "these", "those", "any",
        "some", "all", "every", "each",
    ]

    /// What begins a clause.
    static let subjects: Set<String> = ["i", "you", "we", "they", "he", "she", "it"]

    /// What a sentence has that is a password, behind its subject: "we are the champions".
    static let being: Set<String> = ["are", "am", "is", "was", "were"]

    /// What says where something is, or whose.
    static let prepositions: Set<String> = [
        "of", "in", "on", "at", "to", "by", "for", "from", "with", "without", "as", "into", "up", "down", "out", "off",
    ]

    /// What a password may be made of: said of it where nothing follows.
    static let hints: Set<String> = [
        "birthday", "birthdate", "name", "names", "surname", "number", "numbers", "phone", "dob", "date", "word",
        "words",
        "nickname", "pet", "initials", "anniversary", "zip", "postcode", "plate", "combination", "sequence", "string",
        "phrase", "sentence", "mix",
    ]

    /// Words with which a complaint begins behind a value, or what the value is for.
    static let turns: Set<String> = [
        "is", "isnt", "isn", "was", "wasnt", "wasn", "doesnt", "doesn", "does", "didnt", "didn", "dont", "don", "wont",
        "won", "cant", "cannot", "can", "did", "keeps", "fails", "failed", "gives", "gave", "says", "said", "not",
        "shows", "gets", "got", "never", "still", "no", "it", "when", "if", "then", "which", "what", "how", "will",
        "used", "worked", "works", "just", "now", "before", "after", "until", "since", "again", "has", "hasnt",
    ]

    /// Nouns and verbs beside a word for a password that name a matter: "pw recovery", "password: keyboard is gone".
    static let topics: Set<String> = [
        "keyboard", "issue", "issues", "question", "questions", "problem", "problems", "request", "recovery",
        "confirmation", "input", "entry", "prompt", "format", "rule", "rules", "strength", "mismatch", "security",
        "server", "system", "website", "site", "browser", "network", "internet", "account", "accounts", "setting",
        "settings", "option", "options", "function", "feature", "step", "steps", "attempt", "attempts", "limit", "lock",
        "lockout", "update", "upgrade", "device", "laptop", "computer", "notebook", "paper", "note", "notes", "vault",
        "memory", "head", "policy", "manager", "managers", "hint", "hints", "length", "reminder", "generator",
        "history",
        "tips", "advice", "guide", "screen", "dialog", "dialogue", "window", "menu", "popup", "autofill", "protect",
        "protected", "requirement", "requirements", "criteria", "confusion", "nightmare", "failure", "fails", "reuse",
        "breach", "theft", "thief", "scam", "hack", "hacker", "hackers", "leak", "leaks", "loss", "access", "denied",
        "expiry", "expires", "verify", "confirm", "create", "remove", "delete", "enable", "disable", "unlock", "login",
        "signin", "signup", "register", "through", "along", "over", "away", "around", "exam", "test", "check", "checks",
        "kyc", "fail", "mask", "asterisk", "stars", "dots", "wallet", "crypto", "bitcoin", "trading", "transfer",
        "everywhere", "matters", "never", "appears", "asks", "needs", "works", "says", "gets", "keeps", "means",
        "rejects",
        "accepts", "requires", "contains", "includes", "starts", "ends", "still", "suddenly",
    ]

    /// Whether a Latin word in a Chinese line is one of computers and wallets, or says what English ones say.
    static func isLoan(_ word: String) -> Bool {
        loans.contains(word) || descriptions.contains(word) || functions.contains(word) || topics.contains(word)
            || places.contains(word) || word.count > 5 && (word.hasSuffix("ed") || word.hasSuffix("ing"))
    }

    private static let loans: Set<String> = [
        "iphone", "ipad", "android", "windows", "macos", "macbook", "huawei", "xiaomi", "oppo", "vivo", "samsung",
        "chrome", "safari", "edge", "firefox", "icloud", "google", "apple", "gmail", "outlook", "hotmail", "facebook",
        "twitter", "wechat", "telegram", "whatsapp", "weibo", "tiktok", "bitpie", "bitpai", "metamask", "imtoken",
        "tokenpocket", "binance", "coinbase", "ledger", "trezor", "trust", "keychain", "lastpass", "bitwarden",
        "password", "passcode", "faceid", "touchid", "face", "touch", "user", "admin", "null", "setup", "seed",
        "wallet", "token", "usdt", "bitcoin", "ethereum", "tron", "input", "caps", "shift", "hash", "server", "client",
        "keystore", "download", "paypal", "alipay", "excel", "word", "notepad", "onenote", "evernote", "notion",
        "dropbox", "github", "microsoft", "authenticator", "security", "verify", "code", "phone", "support", "service",
        "online", "offline", "testflight", "store", "play", "pc", "web", "tronlink", "okex", "huobi", "kucoin", "bybit",
        "line", "tried", "discord", "signal", "instagram", "youtube", "netflix", "steam", "timeout", "screenshot",
        "photo",
        "picture", "image", "video", "failed", "invalid", "login",
    ]

    /// Words that may stand before a password made of words.
    static let adverbs: Set<String> = [
        "just", "actually", "now", "still", "simply", "probably", "maybe", "currently", "always", "basically",
        "literally",
        "perhaps", "obviously", "called", "something", "like",
    ]

    /// Words that go on with another clause behind a value.
    static let ends: Set<String> = ["but", "so", "yet", "why", "because", "please", "plz", "pls", "help"]

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
    static let ownersHan: Set<UInt32> = Set("我个的新旧老原登录入支付交易钱包提现解锁屏开机".unicodeScalars.map(\.value))

    /// What makes of 系, which is 係 ("is") in simplified characters, the beginning of a word: 系统, 系列.
    static let systemHan: Set<UInt32> = Set("统列数里级别".unicodeScalars.map(\.value))

    /// What may end a sentence behind a value.
    static let particles: Set<UInt32> = Set("啊哦呀吧哈嘛了的喔~".unicodeScalars.map(\.value))
}
