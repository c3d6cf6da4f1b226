/// Messages that give a password away, as people type them; each secret stands between `«` and `»`.
///
/// Messages of one conversation are divided by ` // `, the lines of one message by `¶`.
enum PasswordGivenRows {
    /// The messages as they are typed, and what must be left of them, with `*` for a secret.
    static let all = [chinese, cantonese, english, mixed, dialogues, spokenChinese, spokenEnglish, saidLater]
        .flatMap { $0.split(separator: "\n") }.map(row)

    private static func row(_ text: Substring) -> Row {
        let text = text.replacing("¶", with: "\n")
        let messages = text.replacing(" // ", with: "\u{1}").split(separator: "\u{1}").map(String.init)
        return Row(
            messages: messages.map { $0.replacing("«", with: "").replacing("»", with: "") },
            left: messages.map { $0.replacing(/«[^»]*»/, with: "*") })
    }

    struct Row: Sendable {
        let messages: [String]
        let left: [String]
    }

    private static let chinese = """
        密码是«老虎不吃草88»
        我的密码是«春天花会开»
        支付密码就是«我生日19900101»
        密码：«我家的狗叫旺财»
        密码忘了，我试过 «Panda2008»
        我的密码是«老虎不吃草»
        我的密码是«不忘初心2020»
        我的密码是«我要发财888»
        我密码设的是«老虎不吃草88»
        我密码设的是«春天花会开»
        我密码当时设的是«小狗旺财»
        密码我设的是«天王盖地虎»
        密码设成了«宝塔镇河妖»
        密码设置为«海阔天空任鸟飞»
        密码改成了«海阔天空2019»
        密码改为«明天会更好»
        密码换成«明天会更好»了还是登不上
        我把密码改成«从头再来»了
        密码叫«芝麻开门»
        密码就是«芝麻开门»
        密码应该是«芝麻开门»
        密码好像是«芝麻开门123»
        密码可能是«我爱你一万年»
        密码其实就是«一生一世»
        密码一直是«大江东去»
        密码现在是«大江东去浪淘尽»
        我的旧密码是«大江东去»，新密码是«浪淘尽千古»
        登录密码是«月亮代表我的心»
        登录密码：«月亮代表我的心»
        登录密码 «老虎不吃草88»
        登录密码 «月亮2008»
        解锁密码=«月亮代表我的心»
        解锁密码=«moon2008»
        支付密码：«六六大顺»
        支付密码是«六个8»
        交易密码为«一帆风顺88»
        提现密码是«步步高升»
        钱包密码：«风调雨顺»
        密码：«老虎不吃草88»
        密码：«不吃草的老虎»
        密码：«会飞的鱼»
        密码： «会飞的鱼»
        密码 ： «会飞的鱼2019»
        密码:«在那遥远的地方»
        密码=«老地方见»
        密码是：«老地方见»
        密码是:«老地方见»，登不上
        密码是 «老地方见»
        密码是“«老地方见»”
        密码是「«老地方见»」
        密码是『«老地方见»』
        密码是"«老地方见»"
        密码：“«我家的狗叫旺财»”
        密码“«老虎不吃草»”
        我的密码是‘«老虎 不吃 草»’
        密码：「«老虎 不吃草»」帮我看看
        密码是«老虎不吃草８８»
        密码：«１２３４５６»
        密码是«ａｂｃ１２３»
        密码是«老虎不吃草88»但是登录不了
        密码是«老虎不吃草88»，怎么登不上
        密码是«老虎不吃草88» 怎么登不上
        密码是«老虎不吃草»但是登录不了
        密码是«春天花会开»为什么登不上
        密码是«春天花会开» 帮我看看
        密码是«老虎不吃草88»啊
        密码是«老虎不吃草88»对吗
        密码是«春天花会开»。谢谢
        密码是«春天花会开»！
        密码是«春天花会开»啦
        我的密码是«吃葡萄不吐葡萄皮»
        我的密码是«没头脑和不高兴»
        我的密码是«和平万岁»
        我的密码是«有志者事竟成»
        我的密码是«真爱无敌»
        我的密码是«改革开放1978»
        我的密码是«忘忧草»
        我的密码是«全世界最好的妈妈»
        我的密码是«小明爱小红520»
        我的密码是«王大锤1988»
        我的密码是«张三丰»
        我的密码是«爱妻»
        我的密码是«大宝贝»
        我的密码是«abc老虎123»
        我的密码是«我名字拼音zhangsan88»
        我的密码是«我手机号13800138000»
        我的密码是«生日加名字19880808wang»
        密码是我以前的«19900101»
        密码是我设的«abc12345»
        口令是«芝麻开门»
        口令：«天王盖地虎»
        PIN码是«四个八»
        PIN码：«八八八八»
        我的密码是«八八八八六六»
        «老虎不吃草88»是我的密码
        “«老虎不吃草»”是我的密码
        «春天花会开»就是我的密码
        «春天花会开2008»是我的支付密码
        账号13800138000 密码«老虎不吃草88»
        账号：13800138000，密码：«老虎不吃草»
        账号13800138000，密码是«春天花会开»
        密码忘了，试过«Panda2008»和«Tiger2010»都不行
        密码忘了，可能是«panda2008»
        忘记密码了，我试了«Panda2008»不行
        密码不对，我输的是«Panda2008»
        密码不对，我输的是«老虎不吃草88»
        密码忘了，试过«老虎2008»
        """

    private static let cantonese = """
        我的密碼是«春天花會開»
        密碼是«老虎不吃草88»
        密碼：«我家的狗叫旺財»
        支付密碼就是«我生日19900101»
        密碼係«老虎唔食草88»
        我個密碼係«春天花會開»
        我嘅密碼係«恭喜發財»
        密碼我設咗做«恭喜發財888»
        我個密碼設咗係«恭喜發財»
        登入密碼係«恭喜發財»但係入唔到
        密碼係「«恭喜發財»」
        我的密碼是「«萬事如意»」
        密碼設定為«萬事如意»
        密碼：«萬事如意»
        """

    private static let english = """
        pw «swordfish99»
        pw: «swordfish»
        pw «swordfish99», why does it fail
        psw «swordfish99»
        pwd «swordfish99»
        pass «swordfish99»
        my pass is «swordfish»
        my pass is «swordfish99»
        my pass was «swordfish»
        my pw is «swordfish»
        the pw was «swordfish»
        the password was «swordfish»
        the password was «swordfish99» until yesterday
        the old password was «blue monkey»
        my passcode is «blue monkey»
        passcode: «bluemonkey»
        passcode «482915»
        PIN: «4829»
        PIN 是 «4829»
        pass = «swordfish»
        pwd=«swordfish»
        pwd - «swordfish»
        Password : «Swordfish99»
        password:«swordfish»
        password： «swordfish»
        my password is “«sword fish»”
        my password is '«swordfish»'
        my password is `«swordfish»`
        my password is «correct horse battery staple»
        my password is «purple monkey dishwasher»
        my password is «Swordfish_99», it says wrong
        my password should be «swordfish99»
        my wallet password is «swordfish99»
        I set my password to «swordfish99»
        I changed my password to «Swordfish99»
        «swordfish99» is my password
        «Swordfish_99» is the password
        "«blue monkey»" is my password
        forgot my password, I tried «Panda2008»
        I forgot the password, tried «Panda2008» and «Tiger2010!»
        password is probably «panda2008»
        """

    private static let mixed = """
        my password is «老虎不吃草88»
        my password is «春天花会开»
        password: «老虎不吃草»
        password是«老虎88»
        password是«春天花会开»
        pw是«老虎不吃草»
        pass: «老虎不吃草88»
        pwd：«老虎不吃草»
        我的password是«swordfish»
        我的pw是«swordfish99»
        我的pin是«四四七一»
        passcode：«老虎不吃草»
        密码是«swordfish»
        密码：«blue monkey»
        密码：«blue monkey»，帮我看看
        密码是«Blue-Monkey»
        """

    private static let dialogues = """
        我的密码是 // «老虎不吃草88»
        我的密码是 // «春天花会开»
        密码： // «春天花会开»
        密码 // «老虎不吃草88»
        我的密碼是 // «老虎不吃草»
        my password is // «swordfish»
        my password is // «correct horse battery»
        密码是：¶«老虎不吃草88»¶登不上
        密码：¶«春天花会开»
        账号¶13800138000¶密码¶«老虎不吃草88»
        忘记密码了 // 我试过«老虎不吃草88»
        忘记密码了 // 好像是«老虎不吃草88»
        """
}
