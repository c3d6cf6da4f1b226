/// The words that point at a secret, in simplified Chinese and English, in lower case.
///
/// A space stands for up to two spaces, hyphens or underscores.
enum CueWords {
    static let all = listed + [(Cue.Kind.password, mistyped(["password", "passcode"]).joined(separator: ","))]

    /// Words with a letter or two left out, two that changed places, or one doubled; the first is hardly ever wrong.
    private static func mistyped(_ words: [String]) -> [String] {
        var all: Set<String> = []
        for word in words {
            let letters = Array(word)
            for place in 1..<letters.count {
                var shorter = letters
                shorter.remove(at: place)
                all.insert(String(shorter))
                for next in 1..<shorter.count {
                    var shortest = shorter
                    shortest.remove(at: next)
                    all.insert(String(shortest))
                }
                var longer = letters
                longer.insert(letters[place], at: place)
                all.insert(String(longer))
                guard place + 1 < letters.count else { continue }
                var swapped = letters
                swapped.swapAt(place, place + 1)
                all.insert(String(swapped))
            }
        }
        return all.subtracting(words).sorted()
    }

    private static let listed: [(Cue.Kind, String)] = [
        (
            .password,
            """
            password, pass word, pass phrase, pass code, passwd, passwird, passward, passworld, passworf, pwd, passcode, passphrase, pin code, pin number,
            pin, pincode, passkey, mima, mi ma, passw0rd, p4ssword, p4ssw0rd, pa$$word, passwort, kennwort, contraseña, contrasena,
            mot de passe, senha, heslo, 密码, 口令, pin码, 密马,
            密吗, パスワード, 暗証番号, 비밀번호
            """
        ),
        (.identity, "id card, id number, identity card, identity number, 身份证, 身份证号, 身份证号码, 证件号, 证件号码"),
        (
            .account,
            """
            login, log in, username, user name, user, account, acct, credentials, creds, 账号, 帐号, 帐户, 账户, 用户名,
            登录名, 登录账号
            """
        ),
        (.passwordLabel, "pass, pw, psw, pswd, pwrd, pword, p/w, passw"),
        (
            .code,
            """
            verification code, verify code, verif code, auth code, authentication code, authenticator code,
            login code,
            sign in code, sms code, sms pin, text code, otp code, one time code, one time password, one time passcode, otp,
            confirmation code, unlock code, access code, lock code, 2fa code, 2 fa code, 2fa, two factor code, google code, ga code, email code,
            6 digit code,
            4 digit code,
            six digit code, vcode, yanzhengma, 验证码, 校验码, 动态码, 动态密码, 动态口令, 短信码, 确认码, 谷歌码,
            认证码, 验证吗, 验证马, 验正码, 动态验证码, 谷歌验证器, 身份验证器, 备用码, 恢复码, 备份码, backup code, recovery code, rescue code, 一次性密码, 一次性验证码, 二次验证码, 二次验证, 两步验证, 双重验证, 谷歌验证,
            两步验证码, código de verificación,
            código de verificação, code de vérification, codice di verifica, ověřovací kód, 認証コード, 確認コード, 인증번호,
            인증 번호
            """
        ),
        (
            .cardCode,
            """
            cvv, cvv2, cvc, cvc2, cvn, cvn2, csc, cav2, card security code, card verification code, security code,
            安全码, 卡背面, 卡后面, 背面三位, 背面那三位, 背面的三位, 后三位, cvv码, cvv号, digits on the back, numbers on the back, number on the back,
            back of my card, back of the card, code on the back, 3 digit code, three digit code,
            3 digit number, three digit number, last 3 digits, last three digits
            """
        ),
        (.codeLabel, "code, sms, text message, 短信"),
        (
            .plainCode,
            """
            error code, err code, status code, response code, exit code, fault code, country code, area code, zip code,
            postal code, post code, qr code, bar code, promo code, referral code, invite code, invitation code,
            coupon code, discount code, source code, currency code, swift code, bank code, sort code, 错误码, 错误代码,
            报错码, 状态码, 邀请码, 推荐码, 邮政编码, 优惠码, 二维码, 区号, 邮编, 代码
            """
        ),
        (
            .key,
            """
            authenticator secret, authenticator key, authenticator seed, 2fa secret, 2fa key, 2 fa key, two factor key,
            totp secret, totp key, totp, otp secret, setup key, private key, privatekey, priv key, privkey,
            private keys, secret key, wallet key, wif, xprv, 私钥, 密钥, 秘钥,
            私匙, 密匙, 私钥串, clave privada, chave privada, clé privée, chiave privata, soukromý klíč,
            privater schlüssel, privatschlüssel, 秘密鍵, 개인키, 개인 키
            """
        ),
        (
            .hash,
            """
            transaction hash, tx hash, txhash, hash, txid, tx id, txn id, txn hash, transaction id,
            transaction number, txn,
            trx id, trxid, tx no, transfer id, transfer hash, 哈希, 哈希值, 交易哈希, 交易号, 交易id, 交易编号, 交易单号,
            交易流水, 哈西, 转账id, 转账哈希, tx/, transaction/
            """
        ),
        (
            .transaction,
            "transaction, tx, transfer, block, etherscan, tronscan, bscscan, blockchain, 交易, 转账, 转帐, 区块, 链上, 浏览器"
        ),
        (
            .seed,
            """
            seed phrase, seed word, seedphrase, seed, mnemonic, mnemonic phrase, recovery phrase, recovery word,
            recovery seed, backup phrase, backup word, secret phrase, secret word, secret recovery phrase, srp, bip39,
            bip 39, 12 word, 24 word, 15 word, 18 word, 21 word, twelve word, 12 word phrase, 24 word phrase,
            wallet phrase,
            zhujici, 助记词, 助记词组, 助记码, 恢复词, 恢复短语, 种子, 种子词, 种子短语, 记忆词, 助计词, 注记词, 助词记,
            12个单词, 12个词, 24个单词, 24个词, 十二个单词, 十二个词, 备份词, 备份短语, frase de recuperación, frase semilla,
            palabras de recuperación, phrase de récupération, phrase secrète, frase di recupero, frase de recuperação,
            obnovovací fráze, wiederherstellungsphrase, ニーモニック, リカバリーフレーズ, シードフレーズ, 復元フレーズ, 니모닉, 시드 문구,
            복구 문구
            """
        ),
        (
            .number,
            """
            order, order number, order no, order id, ticket, tracking number, reference, invoice, imei, phone,
            mobile, tel,
            订单, 订单号, 单号, 工单, 流水号, 编号, 手机, 手机号, 电话, 尾号, 运单, 快递
            """
        ),
    ]
}
