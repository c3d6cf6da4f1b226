/// Sentences about a password that give none away, as people type them: they lose nothing.
enum PasswordTalkRows {
    static let all = [chinese, cantonese, english, spokenChinese, spokenEnglish]
        .flatMap { $0.split(separator: "\n") }.map(String.init)

    private static let chinese = """
        密码是什么
        密码忘了怎么办
        我的密码是对的但是登录不了
        密码是不是泄露了
        密码错误三次会怎样
        密码不对
        密码怎么改
        密码是以前设的
        密码就是登不上去
        密码是我老婆设的我不知道
        密码是什么来着
        密码是啥我忘了
        我的密码是多少
        密码是几位数的
        密码是谁改的
        密码是哪个密码
        密码是怎么泄露的
        密码是不是六位
        密码是不是要大写
        密码是不是改过了
        密码是对的
        密码是对的呀为什么不让进
        密码是正确的
        密码明明是正确的，却提示错误
        密码是错的
        密码是错误的怎么办
        密码是有效的
        密码是新的
        密码是旧的那个
        密码是空的
        密码是初始密码
        密码是默认的吗
        密码是系统生成的
        密码是系统随机给的
        密码是上周改的
        密码是昨天刚换的
        密码是去年设的，记不清了
        密码是之前那个
        密码就是原来那个
        密码还是以前那个没变过
        密码是我儿子设的
        密码是我老公帮我弄的
        密码是朋友帮忙设的，他也忘了
        密码是客服给的
        密码是手机上存的
        密码是在电脑上改的
        密码是浏览器自动保存的
        密码是被人改了
        密码是被盗了
        密码是忘了
        密码是真的想不起来了
        密码是没错的
        密码是没问题的
        密码是没有设过
        密码是不能改吗
        密码是不行的
        密码是不安全的
        密码是不记得了
        密码是可以改的吧
        密码是要自己设吗
        密码是必须八位吗
        密码是必填的
        密码是区分大小写的吗
        密码是大写还是小写
        密码是数字还是字母
        密码是纯数字
        密码是八位数字
        密码是字母加数字
        密码是名字拼音
        密码是我生日
        密码就是我自己的生日
        密码是前任生日
        密码是手机号后六位
        密码是身份证后六位
        密码是和登录密码一样的
        密码是跟微信一样
        密码是同一个
        密码是通用的
        密码是随便设的
        密码是太简单了
        密码是个大问题
        密码是隐私
        密码是个人信息，不能发
        密码是保密的
        密码是发到邮箱吗
        密码是用短信收的
        密码是过期了
        密码是失效了吧
        密码是锁了
        密码是输错太多次
        密码就是不对
        密码就是不行
        密码就是过不了
        密码就是进不去
        密码就是想不起来
        密码就是改不了
        密码就是一直提示错误
        密码：忘记了
        密码：不知道
        密码：不记得了
        密码：没有
        密码：无
        密码：未设置
        密码：同上
        密码：保密
        密码：怎么改
        密码：被盗了
        密码：不方便说
        密码：想不起来
        密码：输了三次都错
        关于密码：想问一下怎么找回
        忘记密码：手机号没变，邮箱换了
        修改密码：点了没反应
        重置密码：收不到邮件
        找回密码是在哪里点
        修改密码是免费的吗
        改密码是不是要等24小时
        设置密码是必须的吗
        密码提示：我的第一只宠物
        密码设的是什么我忘了
        我密码设的是几位来着
        密码设成什么好
        密码改成了新的还是不行
        密码改成功了
        密码改为必须八位了吗
        密码换成新的以后登不上
        密码应该是对的
        密码好像是错的
        密码可能是被人知道了
        密码也是对的
        密码都是一样的
        密码我都是写在纸上
        密码我觉得他是骗子
        密码方面的问题是不是找你们
        密码提示错误，是系统坏了吗
        登录密码 支付密码 是一样的吗
        登录密码 一直不对
        支付密码忘了 登录密码记得
        密码“忘记密码”按钮点不了
        密码是“错误”还是“过期”看不清
        系统说“密码是错误的”
        密码，助记词，私钥都没了
        密码输入以后就是没反应
        密码忘了，试过好几个都不对
        密码忘了，我试过重启iPhone15Pro
        密码忘了，试了3次
        密码不对，手机号是13800138000
        这是我的密码吗
        最重要的是我的密码
        他要的是我的密码
        是我的密码有问题吗
        账号是对的，密码也是对的
        密码是谁都能看到吗
        密码是存在你们服务器吗
        密码是加密的吗
        密码是我自己想的
        密码是我写在本子上的，本子丢了
        密码是我们公司统一的
        密码是不是太短
        密码就是那个老的
        密码是多久换一次
        密码是临时的
        密码是收到了但是用不了
        密码是告诉过一个朋友
        密码是有特殊符号的
        密码为什么不对
        设强密码：长度在12位以上，包含字母和数字
        例如“重启过、改了密码”；没有就回答“跳过”。
        密码为空
        密码为何失效
        密码一共几位是固定的吗
        我的密码是不可能错的
        我的密码是绝对没错
        我的密码是没人知道的
        我的密码是很复杂的
        我的密码是很长的一串
        我的密码是被锁定的状态
        """

    private static let cantonese = """
        密碼係咩
        密碼係乜嚟㗎
        我個密碼係啱嘅但係入唔到
        密碼係唔係俾人改咗
        密碼係幾多位
        密碼係邊個改咗
        密碼係我老婆set嘅
        密碼係舊嗰個
        密碼係錯嘅
        密碼係之前嗰個
        密碼唔記得咗點算
        密碼係唔記得咗
        密碼錯咗三次會點
        密碼就係入唔到
        密碼係點改㗎
        密碼：唔記得
        密碼：冇
        密碼是什麼
        密碼是對的可是登不進去
        密碼是不是洩露了
        密碼是我太太設的
        密碼是舊的
        密碼是以前設定的
        密碼就是登不進去
        密碼是正確的
        密碼錯誤怎麼辦
        密碼：忘記了
        密碼是幾位數
        密碼是誰改的
        我的密碼是對的啊
        登入密碼一直不對
        密碼改成功了但是沒有生效
        密碼是系統給的
        密碼是隨便打的
        """

    private static let english = """
        my password is not working
        the password is wrong
        pw doesn't work
        pw not working
        pw wrong
        pw is wrong
        pass is wrong
        my pass is not accepted
        pwd incorrect
        password was changed yesterday by someone
        the password was fine yesterday
        the password was working this morning
        my password was stolen
        my password was reset by someone else
        my password was sent to my email
        my password was set by my son
        my password was never changed
        the password was too short
        the password was saved in chrome
        the password was hacked
        password was correct but login failed
        password is incorrect
        password is correct
        password is not accepted anymore
        password is expired
        password is required
        password is case sensitive
        password is too weak
        password is pretty long
        password is super strong
        my password is lost forever
        my password is gone for good
        my password is on a piece of paper
        my password is in my notes
        my password is the same as before
        my password is the one I always use
        my password is my birthday
        my password is my dog's name
        my password is my phone number
        my password is unknown to me
        my password is at least 12 characters
        my password is only 6 digits
        my password is blocked
        my password is locked now
        my password is being rejected
        my password is broken
        my password is compromised
        my password is really bad
        my password is super simple
        my password is all lowercase
        my password is old
        my password is brand new
        my password is still invalid
        my password is definitely right
        my password is absolutely correct
        my password is extremely long
        my password is what it always was
        my password is kept by my wife
        my password is stuck
        my password is acting up
        my password is known by others
        my password is up to date
        my password is under attack
        my password is nowhere to be found
        my password is written down somewhere
        my password is private right
        my password is none of your business
        my password is useless now
        my password is alphanumeric
        my password is mixed case
        my password is capital letters only
        my password is a mess
        my password: capital letter first, the rest unknown
        my password is so long
        my password is rejected every time
        my password is saved on my laptop
        my password is not my problem
        my passcode is not recognized
        my passcode is wrong again
        my pin is wrong
        my pin is not working on ios 17
        my pin was changed
        the pin was entered wrong 3 times
        pin: forgot it
        pin: not set
        password: unknown
        password: lost
        password: I don't remember
        password: don't know
        password: same as before
        password: not working
        password: cannot log in
        password: no idea
        password: none
        password: n/a
        password - how do I reset it
        password reset: link does not work
        forgot password: what now
        change password: button is grey
        pass: forgot
        pw: no idea
        is my password stored on your server
        is the password the same for both
        what was my password
        what is the password for
        who changed my password
        how long is the password
        why is my password wrong
        does the password expire
        can you tell me my password
        could you send me my password
        should my password have symbols
        I never got my password
        I did not pass kyc2
        cannot pass level2 verification
        I want to pass the verification
        please pass this on to your team
        the key is not working
        what is the key: a phrase or a file?
        password, email and phone are all correct
        my password keeps failing
        my password no longer works
        password forgotten, tried everything
        forgot the password, I tried on Windows11 and iPhone15Pro
        I forgot my password but have my phrase
        login works but the password field is empty
        they asked for my password and I said no
        I told nobody the password
        the password I chose was not accepted
        the password you sent was wrong
        the password that I set is rejected
        someone knows my password
        my friend has my password
        my ex knows the password
        my password got leaked online
        my password hint is useless
        my password app crashed
        I changed the password to a new one
        I changed the password to something stronger
        I set the password to the old one again
        password changed to a longer one
        I use the same password everywhere
        """
}
