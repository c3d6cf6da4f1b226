/// Passwords, PINs and codes as ten people who write in a hurry give them away.
extension PasswordGivenRows {
    static let speech = spokenChinese + "\n" + spokenEnglish + "\n" + saidLater

    private static let spokenChinese = """
        密码我设的是«妈妈的名字王小红»
        我密码«天王盖地虎»
        我试了 «Wangxiao1988» 还是登不上
        我登录密码一直用的«lixiaoyao520»啊怎么突然不行
        密码用的是«我老婆生日0815»
        我的密码平时都用«woaini1314»
        之前设的密码«qq123456»现在登不了
        把密码重置成«Hello@2024»之后还是提示错误
        我输入«zhang888888»提示密码错误
        输了«wang@2023»一直说密码不对
        我老公说密码是«laopowoaini»
        我朋友帮我设的密码«好像叫feilong99»
        密码不是«abc123»就是«abc321»
        密码要么«dahai2020»要么«Dahai2020»
        密码前面是«zhao后面是1992»
        初始密码«Aa000000»没改过
        新密码 «Liu#2025» 旧密码 «Liu#2024»
        旧密码«hao123»新密码«hao456»都不对
        账号wangwei密码«ww5201314»
        用户名 lihua 密码 «lihua!97»
        支付密码«258369»不对吗
        支付密码是«六个零»
        交易密码我设的«147258»
        提现密码填的«963852»提示错误
        锁屏密码«1379»
        开机密码是«0258»
        pin是«2580»，输了三次锁了
        PIN码«9182»，锁了
        安全码«482»
        卡背面那三位是«482»
        cvv2是«915»
        有效期12/27 安全码«318»
        验证码«5829»或者«5830»都不行
        验证码先是«402913»然后又来了个«773201»
        收到两个验证码«118822»和«993311»，哪个是对的
        验证码是«８３０２１１»
        动态码«339 201»不对
        谷歌验证器显示«558 210»
        发给我的是«905512»，这个验证码过期了吗
        «905512»这个验证码不能用
        «4470»这个PIN不能用
        «woaizhongguo»这个密码对不对
        密码«woaizhongguo»对不对
        密码：«我爱北京天安门»，提示错误
        密码就«天天向上»四个字
        密码:«hahaha»
        密码«asdfghjkl»
        密码是«iloveyou» 求助
        密码是«i love you forever»登不上
        密码是个英文单词«butterfly»
        密码拼音«chuntianhuahuikai»
        我记得密码是«Fengyun加88»
        口令 «打开天窗说亮话»
        我嘅密碼用咗«hongkong97»唔得
        密碼我set咗做«Kowloon2046!»
        個PIN係«3344»
        登入密碼«taipei101»錯誤
        我密碼設«我愛台灣»
        我試咗«Jacky1988»都唔得
        驗證碼«662210»過期咗
        安全碼係«447»
        密碼«打aabbcc11»一直說錯
        我的密碼平常都是«小貓咪2011»
        密碼改做«長命百歲»
        我的pw是«dog123»不行
        password我用的«Miss_you99»
        pin«我输7788»
        pass 是«王者荣耀666»
        我的 password 一直都是 «lucky star»
        code «776655» 不对
        cvv 是 «123»
        我一直拿«zhangsan1990»当密码的呀
        密码«嘛就是wo123456»咯
        密码呢，«Lucky888»
        密码输«qwer1234»它说不对
        那个密码是不是«hanmeimei»
        你帮我看看密码«Lily_2003»对吗
        密码应该没错啊«Sky@1024»
        原密码«aa112233»，想改成«bb445566»
        支付密码从«135790»改成«246800»以后就不能转账了
        手机解锁密码跟支付密码都是«0911»
        钱包密码我记得是«Mary»还是«Mary520»
        我老婆的密码是«大白兔奶糖»
        交易密码：«8 8 6 6 2 2»
        验证码我填了«774411»说过期
        刚收到«559900»这个验证码，填哪
        短信验证码«1234»和«5678»都试了
        谷歌验证«445 667»
        卡的安全码«908»有效期0928
        CVV码«415»
        信用卡背面签名栏后面那三个数字«627»
        pin«9999»不对
        密碼寫«iloveHK»定«ilovehk»呀
        我以為密碼係«gong8xi»
        密碼輸入«peter0412»無反應
        安全碼«226»驗證失敗
        """

    private static let spokenEnglish = """
        my pw's «fluffybunny7»
        password: «let me in please»
        I tried «Zorro1999!» but login fails
        passcode «0000» didnt work then «8531»
        cvv «737»
        my cvv is «737»
        heres my pass «dragonfly22»
        here is my password «Sunsh1ne»
        here's the pin «7741»
        pass: «qwerty»
        pass «iloveumom»
        passwd «hunter2» user bob
        u: bob p: «hunter2»
        its «Snoopy1974» the password i mean
        pw is «tr0ub4dor&3»
        the pass i use is «mypuppyrex»
        i use «rocket88» as password
        ive been using «Liverpool_fc» as my password for years
        my password used to be «monkeybars»
        my password has always been «ChelseaFC05»
        i think my password might be «steelers7 or Steelers77»
        password maybe «kitty_cat9?»
        password i set: «Gr33nT3a»
        i made my password «purpleunicorn»
        changed my pw from «apple12» to «apple34» and now locked out
        I entered «Barcelona#1» as my password and it said invalid
        typed «letmein» as password
        logging in with «Summer22» doesnt work
        I put in «Welcome1» and it says wrong password
        tried password «Admin123» and «Admin1234»
        tried pin «1122» and «3344»
        pin «9021» not accepted
        wallet pin number is «55 66 77»
        my pin: «1-2-3-4»
        the 4 digit pin is «0987»
        otp «884213» expired
        sms said «5521», doesnt work
        2fa code «112 358» rejected
        code «112358» then «813213» both rejected
        security code on the back «552»
        CVC: «019»
        card «4111111111111111» exp 09/27 cvc «019»
        verification code was «29481»
        passcode: «open sesame»
        passphrase is «the rain in spain»
        my password is «the cat sat on my hat»
        password "«not my real name»"
        pswd «jellybean12»
        passwrd «jellybean12»
        paswrd: «kissme»
        mot de passe «soleil22»
        pw:«P@55»
        pword is «banana99»
        p/w «banana99»
        the pwd's «marigold5»
        password's «marigold»
        my password, «marigold5», is not accepted
        my password («marigold5») is not accepted
        my password "«marigold5»" isnt working
        my password of «marigold5» fails
        password ==> «marigold5»
        password -> «marigold»
        password – «marigold5»
        password... «marigold5»
        Password«;marigold5»
        Password is: «marigold five»
        Password= «marigold»,username=bob
        username=bob&password=«marigold»
        {"user":"bob","password«":"marigold"}»
        PIN:«1357or2468»
        yo my pass is «dragonballz»
        pw= «Hunter_2»
        password is «prolly spongebob»
        pretty sure the pw is «Tinkerbell3»
        it keeps rejecting «Mustang67» as my password
        the password was «moonlight i swear»
        my login password «ninja!turtle» stopped working
        use password «gandalf» pls
        ok so password: «one two buckle my shoe»
        password is «i hate mondays»
        pass phrase is «blue suede shoes»
        pin is «8080» or maybe «8081»
        entered pin «5566» three times
        pin«#4410»
        cvv number «302»
        the 3 digit code on the back is «771»
        cvv/cvc: «640»
        my otp was «90817»
        otp: «55 43 21»
        got code «707070», wont accept it, then «808080»
        I typed in «Rainbow-9» and got login error
        signing in with «B4tman!!» fails
        username: carol pw: «Winter-is-here»
        login carol@mail.com pass «Winter77»
        acct carol / «Winter77»
        """

    /// What only a later message calls a secret.
    private static let saidLater = """
        forgot my pw // it could be «bubbles1» or «bubbles2» idk
        «mydogspot77» // that was my password
        «mydogspot77» // oops thats my password
        «mydogspot77» // sorry wrong window, that was my password
        «老虎不吃草» // 刚才那是我的密码
        «天王盖地虎» // 上面那个就是密码
        登不上 «panda1998» 帮我 // 哎呀我把密码发出来了
        I enter «panda1998» and nothing happens // oops I just sent you my password
        «fluffy clouds» // the words I sent before are my password
        «sunflower» // the word I sent before is the passphrase
        我一般用«zzz888» // 不小心把密码打出来了
        «7741» // that's my pin
        «7741» // 那是我的pin
        «apple river stone» // that was part of my seed phrase
        «苹果 河流 石头 天空» // 刚才那是我的助记词
        «velvet» // 上面那个是助记词的第一个词
        你好 // «Abc12345» // 手续费多少 // 我刚才发的那个是密码，能删吗
        «tiger moon» // please delete that, it's my password
        «KJH23kjh23kjh2» // that was my private key
        «Cookie#12» // thats the pass btw
        «Cookie#12» // my bad that was my password lol can u remove it
        «小鱼儿与花无缺» // 糟了，刚刚那句是我的密码
        «1379» // 啊那个是支付密码
        my fav band is «metallica99» // crap i just gave you my password
        «bright sunny window» // those were words from my recovery phrase
        我输的«kaka2288» // 手滑把密码贴上来了
        «5K9xQ2mmP8z» // 刚才那串是私钥的一部分
        """
}
