/// Lines with secrets, one conversation a row.
///
/// Left of `=>` are the messages, divided by ` // `; right of it, divided by ` | `, is what must not be left of them.
enum HostileRows {
    static let text = """
        here is it: KwDiBf89QgGbjEhKnhXJuH7Lrci VrZi3qYjgd9M7rFU73sVHnoWn ok? => KwDiBf89 | rFU73sVH
        KwDiBf89 QgGbjEhK nhXJuH7L rciVrZi3 qYjgd9M7 rFU73sVH noWn => QgGbjEhK | noWn
        5c1f9b0f 3c2c7a6e 5d4b3a29 18171615 14131211 10ffeedd ccbbaa99 88776655 => 5c1f9b0f | 88776655
        私钥 5c1f9b0f3c2c7a6e5d4b3a2918171615 1413121110ffeeddccbbaa9988776655 => 5c1f9b0f | 88776655
        我的私钥前半段是 5c1f9b0f3c2c7a6e5d4b3a2918171615 => 5c1f9b0f
        5c1f9b0f3c2c7a6e5d4b3a2918171615 // 1413121110ffeeddccbbaa9988776655 => 5c1f9b0f | 88776655
        我的私钥 // 5c1f9b0f3c2c7a6e5d4b3a2918171615 // 1413121110ffeeddccbbaa9988776655 => 5c1f9b0f | 88776655
        xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2 nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi => xprv9s21 | xrMPHi
        it starts xprv9s21ZrQH143K3QTDL4 I think => xprv9s21
        6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg => 6PRVWUbk
        SBQPDFUGLMWJYEYXFRM5TQX3AX2BR47WKI4FDS7EJQUSEUUVY72MZPJF => SBQPDFUG
        nsec1vl029mgpspedva04g90vltkh6fvh240zqtv9k0t9af8935ke9laqsnlfe5 => nsec1vl0
        [174,47,154,16,202,193,206,113,199,190,53,133,169,175,31,56,222,53,138,189,224,216,117,173,10,149,53,45,73,251,237,246] => 202,193
        111112222233333444445555566666777778888899999000001111122222333334444455555666 => 1111122222
        -----BEGIN PRIVATE KEY----- // MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg // AB== // -----END PRIVATE KEY----- => MIGHAgEA | AB==
        { // "crypto": { // "ciphertext": "d172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c", => d172bf74
        谷歌验证密钥 JBSWY3DPEHPK3PXP => JBSWY3DP
        clave privada 5c1f9b0f3c2c7a6e5d4b3a29181716151413121110ffeeddccbbaa9988776655 => 5c1f9b0f
        개인키는 5c1f9b0f3c2c7a6e5d4b3a29181716151413121110ffeeddccbbaa9988776655 => 5c1f9b0f
        2223 0031 2200 3222 => 2223 | 3222
        6222021234567890128 是我的卡 => 62220212
        卡号 3056 930902 5904 => 930902
        身份证 110105491231002 => 110105491231002
        身份证号是110105194912310021 => 110105194912310021
        110105 1949 1231 002X => 1949
        验证码发来了 // 是 739154 => 739154
        código de verificación 483920 => 483920
        パスワードは tanaka88 です => tanaka88
        비밀번호: tiger99 => tiger99
        mot de passe: soleil77 => soleil77
        letteradvice letter advice cage absurd amount doctor // hold on // acoustic avoid letter advice cage above => absurd | acoustic
        my words: LETTER-ADVICE-CAGE-ABSURD-AMOUNT-DOCTOR-ACOUSTIC-AVOID-LETTER-ADVICE-CAGE-ABOVE => ABSURD | ACOUSTIC
        1st letter 2nd advice 3rd cage 4th absurd 5th amount 6th doctor 7th acoustic 8th avoid 9th letter 10th advice 11th cage 12th above => absurd | acoustic
        abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about => abandon
        zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong => zoo
        的 的 的 的 的 的 的 的 的 的 的 在 => 的 的
        我把助记词写给你：的的的的的的的的的的的在 // 帮我看看 => 的的的
        frase de recuperación: ábaco abdomen abeja abierto abogado abono => abdomen
        """

    /// A row as messages and as what must not be left.
    static var all: [Row] {
        text.split(separator: "\n").map { row in
            let sides = row.split(separator: " => ", maxSplits: 1).map(String.init)
            return Row(
                messages: divided(sides[0], " // "), traces: divided(sides.count > 1 ? sides[1] : "", " | "))
        }
    }

    struct Row: Sendable {
        let messages: [String]
        let traces: [String]
    }

    private static func divided(_ text: String, _ separator: String) -> [String] {
        text.split(separator: separator).map(String.init)
    }
}
