/// Ordinary messages, which lose nothing: neither alone nor as one long conversation.
enum HarmlessRows {
    static let all = text.split(separator: "\n").map(String.init)

    private static let text = """
        你好，在吗
        我昨天晚上转了五百个USDT到现在还没到账
        转账的时候选错网络了，应该选波场的，结果选了以太坊
        手续费怎么这么高，能不能便宜一点
        手机丢了，换了新手机以后怎么把钱包找回来
        助记词我抄在纸上了，纸找不到了怎么办
        助记词和私钥到底有什么区别，哪个更重要
        有人自称客服加我微信，问我要助记词，我没有给他
        我把助记词告诉了一个朋友，现在很担心
        助记词是中文的可以导入别的钱包吗
        助记词一共要写多少个，顺序不能错吧
        别人知道了我的助记词该怎么办
        我的助记词是不是只能看一次
        助记词写错一个字还能不能恢复
        忘记支付密码了，只记得登录密码
        密码输错三次以后被锁住了，要等多久
        密码里面能不能有空格和符号
        密码和以前一样，可是一直提示不正确
        旧密码也不对，新密码也不对
        改了密码还是登不上去，是不是系统的问题
        收不到验证码，换了手机卡也不行
        验证码总是提示过期，刚收到就说过期了
        验证码要输六位还是四位
        我的邮箱是 zhang.wei@example.com，请回信
        手机号是13800138000，尾号8000
        订单号20261122000158，金额120.5
        交易哈希是0x5c1f9b0f3c2c7a6e5d4b3a29181716151413121110ffeeddccbbaa9988776655
        地址是TJRabPrwbZy45sbavfcjinPJC18kjpRTv8，对方说没收到
        区块高度58231104，确认数是12
        2026年11月22日上午9点30分左右
        支付宝、微信、银行卡、信用卡都可以吗
        北京、上海、广州、深圳、杭州、成都都有吗
        苹果、香蕉、西瓜、葡萄、草莓、橙子
        急急急急急急急急急急急急
        哈哈哈哈哈哈哈哈哈哈哈哈
        啊啊啊啊啊啊啊啊啊啊啊
        谢谢谢谢，太感谢你们了
        今天天气不错，周末一起去公园散步吧
        老板让我问一下你们公司的地址和电话
        春眠不觉晓，处处闻啼鸟
        床前明月光，疑是地上霜
        我在超市买了牛奶面包鸡蛋和水果
        这个软件卡死了，一直转圈，重装也没用
        版本是5.12.3，系统是安卓14，手机是小米13
        好的
        嗯
        不是
        没有了
        1
        第一个
        就这样吧，先不弄了
        我再想想，等会儿回来
        麻烦快一点，真的很着急
        第一步打开钱包，第二步点转账，第三步输入地址
        一二三四五六七八九十
        hello, is anybody there?
        I sent 250 USDT to the wrong network yesterday evening
        the transaction has been pending for three days now
        why are the fees so high this week
        I lost my phone, how can I get my wallet back on a new one
        I wrote my recovery phrase on paper and the paper is gone
        is my recovery phrase the same as my private key?
        someone asked me for my seed phrase, should I give it to them?
        does support ever ask for the seed phrase or the password
        how many words does a recovery phrase have, 12 or 24
        my recovery phrase does not work on the other wallet app
        can I change my recovery phrase without losing my coins
        I typed the phrase in the right order and it says invalid
        my password is the same as always but it fails
        the password I set last week no longer works
        password wrong again, what now
        I changed my password twice and still cannot get in
        my old password was too short so I made it longer
        is there a limit for the length of the password
        login fails with error 4031 on android and on the website
        I can log in / log out but nothing else works
        user name or email, which one do you need?
        my username is not accepted either
        the code never comes, neither by sms nor by email
        the code is six digits long and expires after a minute
        please answer to li.wei@example.org
        my phone number is +86 138 0013 8000
        order 20261122000158, amount 120.5, fee 1.2
        txid 5c1f9b0f3c2c7a6e5d4b3a29181716151413121110ffeeddccbbaa9988776655
        sent to bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4
        invoice 4532-77 from 22/11/2026, reference AB-2291
        app version 5.12.3, iPhone 15 Pro, iOS 18.1
        please help me now I need my money back today
        will you call me back or only write email
        good morning, any news about my case?
        ok thank you very much
        yes
        no
        never mind, it just arrived
        same problem here since the last update
        I tried again and again, nothing happens
        open the app, choose assets, tap send, scan the code, confirm
        first open settings then security then change password
        bitcoin ethereum tron solana dogecoin litecoin
        house garden kitchen bedroom window door table
        it is raining and the dog wants to go for a walk
        the quick brown fox jumps over the lazy dog
        hola, no puedo entrar en mi cuenta y perdí el teléfono
        bonjour, je ne peux plus ouvrir mon portefeuille
        guten Tag, meine Überweisung ist nicht angekommen
        こんにちは、送金がまだ届いていません
        안녕하세요, 송금이 아직 도착하지 않았습니다
        """
}
