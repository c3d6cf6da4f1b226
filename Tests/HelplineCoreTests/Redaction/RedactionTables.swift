/// Lines with a secret, and what must be left of them.
enum RedactionTables {
    static let hex = "5c1f9b0f3c2c7a6e5d4b3a29181716151413121110ffeeddccbbaa9988776655"

    static let passwords: [(line: String, left: String)] = [
        ("my password is hunter2!", "my password is *"),
        ("My Password Is: Abc12345", "My Password Is: *"),
        ("pwd: X9kk2l", "pwd: *"),
        ("pwd: sunshine", "pwd: *"),
        ("password=hunter2", "password=*"),
        ("my password is sunshine", "my password is *"),
        ("my password is actually Hunter22", "my password is actually *"),
        ("my password is \"correct horse battery\"", "my password is \"*\""),
        ("the password for my wallet is hunter2xx and it fails", "the password for my wallet is * and it fails"),
        ("I changed it, the new password: Zx90!kk. still locked", "I changed it, the new password: *. still locked"),
        ("Abc12345 is my password", "* is my password"),
        ("I use Tr0ub4dor&3 as my password", "I use * as my password"),
        ("user bob password hunter2xx", "user bob password *"),
        ("pin 4821", "pin *"),
        ("my PIN is 4821, why refused", "my PIN is *, why refused"),
        ("pass: hunter2", "pass: *"),
        ("mima shi Qwer1234", "mima shi *"),
        ("密码是 Abc12345", "密码是 *"),
        ("我的密码是abc123，登不上", "我的密码是*，登不上"),
        ("密码：qwerty99 账号 bob", "密码：* 账号 bob"),
        ("我的密碼是 ｈｕｎｔｅｒ２２", "我的密碼是 *"),
        ("登录密码 19900101 不对", "登录密码 * 不对"),
        ("账号13800138000密码abc12345", "账号13800138000密码*"),
        ("密码是sunshine啊", "密码是*啊"),
        ("密码改成了Zx90!kk", "密码改成了*"),
        ("我的支付密码是123456", "我的支付密码是*"),
        ("Abc12345是我的密码", "*是我的密码"),
        ("用Qq112233当密码还是登不上", "用*当密码还是登不上"),
        ("口令:Zhang@1988", "口令:*"),
    ]

    static let codes: [(line: String, left: String)] = [
        ("验证码是 483920", "验证码是 *"),
        ("验证码483920", "验证码*"),
        ("驗證碼：４８３９２０", "驗證碼：*"),
        ("您的验证码:483920,请勿泄露", "您的验证码:*,请勿泄露"),
        ("收到验证码了，483920", "收到验证码了，*"),
        ("483920是我的验证码", "*是我的验证码"),
        ("my verification code is 483 920", "my verification code is *"),
        ("code: 483920", "code: *"),
        ("G-483920 is my google verification code", "G-* is my google verification code"),
        ("the sms code they sent was 4839", "the sms code they sent was *"),
        ("otp 48392011", "otp *"),
    ]

    static let keys: [(line: String, left: String)] = [
        ("我的私钥 \(hex)", "我的私钥 *"),
        ("0x\(hex) 是我的私钥", "* 是我的私钥"),
        ("my private key: \(hex.uppercased())", "my private key: *"),
        ("交易失败了，我的私钥是\(hex)", "交易失败了，我的私钥是*"),
        ("private key \(hex.dropLast())", "private key *"),
        ("here KwDiBf89QgGbjEhKnhXJuH7LrciVrZi3qYjgd9M7rFU73sVHnoWn", "here *"),
        ("5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ", "*"),
        (
            "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGB"
                + "xrMPHi", "*"
        ),
        ("-----BEGIN EC PRIVATE KEY----- MHQCAQEE -----END EC PRIVATE KEY----- ok", "* ok"),
        ("file {\"version\":3,\"crypto\":{\"ciphertext\":\"ab\"}} end", "file * end"),
    ]

    static let numbers: [(line: String, left: String)] = [
        ("4111 1111 1111 1111", "*"),
        ("卡号４１１１１１１１１１１１１１１１ 扣款失败", "卡号* 扣款失败"),
        ("card 3714-496353-98431 declined", "card * declined"),
        ("4111 1111 1111 1111 123 is my card", "* 123 is my card"),
        ("身份证 11010519491231002X", "身份证 *"),
        ("11010519491231002x", "*"),
        ("110105 19491231 002Ｘ", "*"),
    ]

    /// Lines that are like those above and hold no secret.
    static let harmless: [String] = [
        "我忘记密码了", "密码是什么", "密码是对的但是登不上", "忘了支付密码怎么办，手机号没变", "登录密码输错了5次被锁了",
        "密码错误，提示 E1043", "密码至少8位，要有字母和数字吗", "密码2019年设的，现在想不起来了",
        "我的密码好像被别人知道了", "密码和助记词有什么区别", "设置密码要几位？12位以上？",
        "重置密码的邮件发到 bob123@example.com 了吗", "改密码以后要等24小时才能提币吗", "提示“密码不正确”",
        "系统提示密码错误请重试", "我的手机是 iPhone15，系统 iOS17.2，密码登录一直转圈", "密码为空可以吗",
        "密码是不是可以改", "密码是大写还是小写", "密码是随便设的，忘了", "密码是我老婆设的她不在", "密码是上周3号改的",
        "密码是在iphone15上改的", "能不能用 face id 代替密码", "用户名是bob123，密码忘了", "忘记密码，账号13800138000",
        "how do I change my password", "my password is not working", "what is my password?", "my password is wrong",
        "my password is incorrect, it says try again", "My password isn't accepted since version 5.2.1",
        "my password is 8 characters long", "password reset link expired after 24h", "my password was leaked",
        "I forgot my password, my order number is 4929183746152", "the pin is 4 digits right?",
        "the app says \"wrong password\"", "my password manager is 1Password", "I use 1Password as a password manager",
        "I set a new password on 2026-11-20 at 21:30", "my username is bob123 and I forgot my password",
        "password reset email is not arriving at bob.smith99@gmail.com",
        "验证码收不到", "验证码一直收不到，手机号13800138000", "验证码5分钟过期吗", "收不到验证码，订单号483920",
        "我没收到验证码，尾号8888的手机", "短信验证码等了10分钟都没有", "错误码 500123 是什么意思", "订单 483920",
        "verification code never arrives", "the verification code expired after 60 seconds",
        "error code 483920 when I log in", "google authenticator code is wrong every time", "country code 0086?",
        "交易哈希 0x\(hex)", "txid: \(hex)", "这笔交易\(hex)怎么还没到", "https://etherscan.io/tx/0x\(hex)",
        "我的私钥泄露了，黑客转走的交易哈希是 \(hex)", "这个不是私钥，是哈希 \(hex)",
        "地址 0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe", "我转到 TJRabPrwbZy45sbavfcjinPJC18kjpRTv8 了",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8",
        "订单号 4111111111111111 什么时候到账", "13800138000", "+86 138-0013-8000", "20261122093000123", "8123456",
        "2026-11-22 09:12:33", "120.50 USDT", "区块高度 8123456", "查 HL-7K3Q-M2XV", "my card ends in 4242",
        "身份证号填错了怎么改", "110105194912310021", "4111 1111 1111 1112",
        "我的助记词丢了怎么办", "助记词抄错了一个单词怎么办", "助记词是12个还是24个单词", "怎么备份助记词",
        "I lost my seed phrase, can you help me recover my wallet",
        "my recovery phrase is not accepted, it says invalid word", "seed phrase 12 words or 24 words?",
        "is it safe to store my seed phrase in a photo or in the cloud",
        "I never shared my private key with anyone but all my coins are gone", "私钥和助记词哪个重要",
        "please help me change the phone number on my account because the old one is lost",
        "can you tell me how long support will take to answer my email about this problem", "", " ", "好的", "?!",
    ]
}
