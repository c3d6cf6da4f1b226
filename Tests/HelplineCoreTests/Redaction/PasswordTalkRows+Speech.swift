/// What the same people say about passwords without giving one away.
extension PasswordTalkRows {
    static let speech = spokenChinese + "\n" + spokenEnglish

    /// Messages of one conversation of which the last speaks of secrets and of none of those before.
    static let dialogues = said.split(separator: "\n").map {
        $0.replacing(" // ", with: "\u{1}").split(separator: "\u{1}").map(String.init)
    }

    private static let spokenChinese = """
        我密码忘得一干二净
        我密码一直都记不住
        我密码老是输错
        我密码怎么也改不了
        我密码被别人看到了
        我密码锁死了
        我密码又不对了
        我密码真没错
        我密码跟以前一样的
        我密码里面有大写字母
        我密码从来没改过
        我密码昨天还能用今天不行了
        我密码需要多长才安全
        我密码肯定对啊
        我密码明明对的
        密码我设的时候没记
        密码我设的是什么来着想不起来
        密码我设的很复杂
        密码我设的太长了自己都忘了
        密码我老婆知道
        密码我刚改完就登不上
        密码我换了好几次
        密码我记在本子上了
        密码我应该没输错
        密码用的是指纹
        密码用的时候一直报错
        密码用了好多年
        密码不是六位数吗
        密码不是我改的
        密码要么输错要么过期
        密码前面要加区号吗
        密码后面有个空格行不行
        密码里能用中文吗
        密码设几位比较好
        密码设不了中文
        密码试了三次被锁
        密码试过了都不行
        密码输进去没反应
        密码填哪里
        密码打不进去，键盘没反应
        密码重置链接打不开
        新密码和旧密码不能一样吗
        旧密码新密码都不对
        旧密码忘了新密码设不了
        初始密码在哪看
        支付密码和登录密码分不清
        支付密码六位还是四位
        交易密码怎么设置
        提现密码连续输错五次被冻结24小时
        锁屏密码和钱包密码一样吗
        安全码在哪里看
        安全码是什么东西
        卡背面那三位要填吗
        我试了三次还是登不上
        我试了iPhone15还是登不上
        我试了换网络还是登不上
        我试了 Chrome 和 Edge 都不行
        我试了v5.2.1版本还是闪退
        我试了重装也不行
        我试了 TRC20 和 ERC20 都转不出去
        我试了4次都不行
        我试了订单A20231122也查不到
        cvv是什么意思
        要不要填cvv
        cvv填错了怎么办
        为什么要我填CVV
        验证码要么不来要么过期
        验证码发到138那个号了，那个号不用了
        验证码等了10分钟才来
        验证码一天只能发5次吗
        验证码是6位的，我只收到4位
        验证码收到了两次都提示错误
        收到3条验证码都过期了
        谷歌验证器换手机怎么转移
        pin忘了怎么办
        pin是啥
        PIN码和密码有什么区别
        我密碼唔記得咗
        我密碼試咗好多次都唔得
        密碼改咗之後入唔到
        驗證碼收唔到
        個pin唔work
        安全碼喺邊
        我試咗三次都入唔到
        密碼輸入錯誤幾次會鎖
        密碼設定不能用中文嗎
        it says 密码错误
        password 忘了
        password 不对
        我的 password 忘记了怎么 reset
        code 收不到
        我的 pin 被锁了
        pw 怎么改
        密码这玩意儿谁记得住啊
        密码咋老是不对呢
        密码框点不动
        密码三天两头就得改一次烦死了
        支付密码我老公设的他也忘了
        密码输对了还是转圈圈
        密码换了手机要不要重新设
        密码能设成纯数字吗
        我密码是对的你们系统抽风了吧
        密码应该没泄露吧
        我把密码改了之后收不到邮件
        有人知道我密码了咋整
        密码跟助记词哪个更重要
        密码不会被客服看到吧
        密码提示里写的我也看不懂
        我妈的密码忘了怎么办
        钱包密码丢了币还在吗
        解锁密码换成指纹行不行
        验证码几分钟有效
        验证码填了没反应
        短信验证码收到的是乱码
        谷歌验证码每30秒变一次吗
        安全码和验证码是一回事吗
        卡背面签名磨掉了看不清安全码
        PIN码可以设六位吗
        pin锁了要等多久
        我试了换个WiFi还是登不上
        我试了小米14和iPhone15都登不上
        我试了最新版5.3.1还是登不上
        我输入邮箱提示不存在
        我輸入密碼之後彈出錯誤
        密碼同支付密碼有咩分別
        驗證碼過咗時點算
        個密碼俾人估到咗
        """

    private static let spokenEnglish = """
        heres what happened with my password
        here is my problem: password not accepted
        my pw's not working
        my pw's gone
        my password's expired
        my password's been changed by someone
        my password's the same as yesterday
        the pass i use is not accepted
        i use the same pass for everything
        i use a password manager called Bitwarden
        i use face id instead of a password
        i've been using this password for years
        my password used to work
        my password used to be shorter
        my password has always been fine
        my password has been hacked
        my password might be wrong
        my password might be compromised
        my password could be too long
        password maybe wrong?
        i think my password was stolen
        i made my password longer
        i made a new password and it fails
        changed my pw yesterday and now locked out
        changed my password from the app to the website
        typed password wrong 5 times
        typed it as password but it says invalid
        logging in with email doesnt work
        logging in with my phone number fails
        I put in my password and nothing happens
        I tried everything but login fails
        I tried 3 times but login fails
        I tried iOS17 and Android14 but login fails
        I tried Chrome120 but login fails
        I tried the website and the app
        I tried resetting my password twice
        I tried TRC20 first then ERC20
        I tried error code 4031 steps already
        tried password reset, no email came
        tried a new password and got locked out
        pin not accepted
        pin code screen freezes
        my pin is 6 digits long
        the 4 digit pin is wrong
        what is a cvv
        where do i find the cvv
        do you store my cvv?
        my cvv is not accepted
        cvv field is missing
        is the otp 4 or 6 digits
        otp expired after 30 seconds
        otp not coming since 2 days
        sms never arrives
        the code never came, waited 15 minutes
        code expired twice then locked
        2fa code rejected 3 times
        I got 3 codes and all are expired
        security code on the back of which card
        passphrase is optional right?
        passphrase is the same thing as seed phrase?
        password: please reset it
        password: how to change
        password: let me know how to reset it
        password: can you help me
        password: i need a new one
        password: it is wrong
        password: same one as always
        password, how many characters?
        password... sigh, forgot it again
        my password, which I never changed, is wrong
        my password (the old one) is not accepted
        password -> reset -> nothing happens
        username and password both correct
        what does "invalid password" mean
        it says "wrong password" every time
        my pass expired and i cant get in
        password thing is driving me crazy
        is it normal that the password box is greyed out
        do i need the password to see my balance
        the password manager on my phone filled the wrong one
        password too weak it says
        my pin stopped working after the update
        pin or fingerprint, which is safer
        lost pin, what to do
        whats a cvc and why do you need it
        cvv not required?
        otp came late
        otp never received on my +1 number
        2fa stopped working after new phone
        security code was not delivered
        code says invalid every single time
        I tried it on Windows11 and on my Pixel8 but cant sign in
        I tried 2 phones but login fails
        I entered the amount 2500 and it failed
        typed the address wrong, login is fine
        that was quick, my password works now
        I sent you my question about passwords yesterday
        is this where I change my password?
        """

    private static let said = """
        hello there // what was my password again
        my wallet is empty // that was my first question
        转账失败了 // 那是昨天的事
        昨天转的 // 刚才那个问题解决了，密码还是不对
        I lost my phone // is that a password problem?
        网络选错了 // 上面那个问题和密码有关吗
        my friend told me // do you mean the password?
        账号被锁 // 密码是对的
        I forgot it // that was my password problem, thanks
        login fails // I already told you that my password is correct
        钱包打不开 // 助记词是对的
        fee too high // someone has my seed phrase
        13800138000 // 这是我的手机号，密码忘了
        order 20261122000158 // that is my order, the password is fine
        TRX // 密码也忘了
        zhang@example.com // 这是我的邮箱，不是密码
        yesterday // my password changed then
        iPhone 15 // 密码输不进去
        转了5000 // 那是上周的事，密码没问题
        Binance // 那是我用的交易所，跟密码无关
        tron // that is the network, my password is fine
        """
}
