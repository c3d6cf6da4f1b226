/// Talk about secrets behind messages that are none.
extension PasswordTalkRows {
    /// Messages of one conversation of which the last speaks of secrets and of none of those before.
    static let dialogues = said.split(separator: "\n").map {
        $0.replacing(" // ", with: "\u{1}").split(separator: "\u{1}").map(String.init)
    }

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
