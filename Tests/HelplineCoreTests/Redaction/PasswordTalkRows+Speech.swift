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
        咱就是说我密码一直报错咋整
        兄弟我密码咋登不进
        密码我记得是六位的啊
        密码全部小写行吗
        密码后四位是不是手机尾号
        输密码输到手软
        改完密码就登不上了
        客服让我把密码改了
        你们给我的临时密码不能用
        默认密码是多少
        安全密码输不进去
        二级密码在哪儿设
        提币密码忘了咋找回
        资金密码和登录密码能一样不
        邮箱验证码进垃圾箱了
        语音验证码没打过来
        验证码倒计时60秒
        我的卡到期05/27还能用吗
        信用卡支付要什么信息
        試過好多次都唔啱密碼
        我個密碼係咪俾人改咗
        我的ID是bob1999，密码重置不了
        用户bob1999忘记密码
        昵称小明2008密码忘了
        我用的是华为Mate60Pro，密码键盘弹不出来
        红米K70输入密码闪退
        版本v5.3.1输密码就闪退
        工单48213 密码还没重置
        转账1000USDT要输支付密码吗
        2026年11月20日改的密码
        手机13800138000收不到验证码
        银行卡尾号6789的那张，支付密码忘了
        我密码小写字母能用吗
        我的密码很简单会不会不安全
        密码用的是我生日
        登录一直失败，我用的是华为手机
        账户口令都忘了
        我这个密码用了好几年
        密码输进去就闪退
        你看我密码哪里错了
        密码改回原来的了
        那密码换成新的行吗
        PIN我记得是四位
        6位支付密码忘了
        验证码输了没用
        二次验证怎么关
        卡号和安全码要给你们吗
        我嘅PIN碼俾人知道咗
        驗證碼收到但過期
        密码表情符号可以吗
        密码三次错误锁定多长时间
        密码有大写要求吗
        密码能找人工重置吗
        我密码锁了一天还没开
        钱包密码跟交易所密码可以一样吗
        密码保护怎么关闭
        我密码太多了记混了
        支付密码天天要输好烦
        密码一改就掉线
        密码框光标不动
        密码明文显示怎么开
        我密码本丢了
        cvv后三位在哪
        验证码先输后输有区别吗
        两个验证码都不行
        支付密码到底是几位
        PIN都不对
        为什么pin不被接受
        收到的验证码无效
        pin 码 6 位 还是 4 位
        验证码60秒就过期
        验证码5分钟内有效
        第3次输密码就锁了
        12位密码安全吗
        密码8到16位
        密码是2026年3月改的
        uid 88231234 忘记密码
        会员号88231234密码忘了
        群里有人说密码1元1个
        转账2000到地址，密码正确但失败
        错误1015，密码无法输入
        iOS 18.1 密码自动填充失效
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
        password I'm using is rejected
        so the password, which i set last week, wont work
        I keep entering it over and over
        my kid changed the pin
        unlock code doesnt do anything
        device passcode vs app passcode
        is my password safe with you
        could the password be case sensitive
        the password contains a symbol, is that ok
        password hint: useless
        old pass, new pass, none work
        my passphrase is too long to remember
        auth code not working
        text said code expired
        what if i forget my pin
        i told him my password was a secret
        he has my password now
        logged in fine yesterday but now no
        tried everything, none work
        my passwords are all different
        both passwords fail
        whats the difference between passcode and passphrase
        why do you need 8 characters in a password
        can i use emoji in my password
        the password policy is annoying
        my wife knows my password, how do i change it
        does face id replace the password
        my password was accepted on the web but not on iOS 17.4
        Galaxy S23 keeps asking for the password
        MacBook Pro M2 does not save the password
        update 5.4.0 broke my password login
        ticket 48213, password still not reset
        order 20261122000158 paid, password wrong now
        my number is +44 7700 900123 and the otp never comes
        sent 0.5 BTC to the wrong address, password is fine
        TX 0x9f3b5c1f9b0f3c2c7a6e5d4b3a291817 pending and password wrong
        account bob1999 password reset please
        my password is on my other phone
        the password is for my old wallet
        the password is what i need
        my password is in german
        my password is by default empty
        password: i have it on paper
        password: it keeps saying error
        password: so many times wrong
        password: not sure
        password: never had one
        password: will be changed tomorrow
        password: is it ok to share
        pw - how to recover
        my pin's not working
        pins dont match
        passcode or face id
        otp or sms, which is better
        the security code was refused
        enter code says expired
        my login is tina and i forgot the password
        so i used the app right and it says no
        it only worked with wifi before
        attempted to log in 5 times
        even a new password is rejected
        cvc number is required?
        pin wrong, pin wrong again
        otp first worked now fails
        why is my pin not accepted
        my code is always late
        the sms had a link in it, code invalid
        got the code but button is grey
        pin used to be optional
        I tried 2 times with pin and 3 times with face id
        my pin has 4 digits not 6
        code expires in 60 seconds, too short
        password between 8 and 20 characters
        2FA and password both needed?
        I changed my password on 12/03/2026 at 10:15
        password changed at 1015 this morning
        my account 88231234 is locked, password ok
        error 1015 when entering password
        Windows 11 asks for pin
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
        yes thats right // my password is wrong
        Samsung S23 // that phone asks for a password every time
        上海 // 那是我现在住的地方，密码改不了
        0.5 BTC // that is what i sent, password ok
        昨晚十点 // 那时候密码还能用
        zhangsan // 这是我的用户名，密码忘了
        haha that was funny // my password is fine now
        no thats wrong // the password is correct
        ETH // that is the coin, i know my password
        iPhone 12 // it asks for the passcode
        yesterday evening // that is when my password changed
        我在用Bitget // 那个也要密码吗
        手续费多少 // 我是说密码怎么改
        账号登不上 // 这个是密码的问题吗
        我换手机了 // 那密码还能用吗
        转错网络 // 上面说的是转账，密码没问题
        提现没到账 // 我刚刚把密码改了
        Tron network // that has nothing to do with my password
        2000 USDT // this is the amount, password is not needed right
        my phone broke // is my password lost then?
        I use Chrome // that saved my password
        小米14 // 这个手机输不了密码
        昨天下午三点 // 那是我改密码的时间
        zhang.wei@example.com // that is my email, i forgot the password
        13800138000 // 这个手机号收不到验证码
        order 4481 // that order needs a code?
        20261122000158 // 这是订单号，验证码收不到
        thanks // that was helpful, my password works
        ok // i sent my password reset request yesterday
        not sure // I told the scammer my password
        wait // he sent my password to someone
        客服骗我 // 我把密码告诉骗子了
        有人问我 // 他说那是密码
        """
}
