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
        咱就是说我密码«Wode520»一直报错
        兄弟我密码«1314520abc»咋登不进
        密码写的«Dashuaige»呀
        我当时设的密码是«我家住在黄土高坡»
        之前用的密码«小宝贝2015»现在不认了
        密码全部小写«wangbadan250»
        密码大写«WANG1990»对不对
        密码后四位«7788»我确定
        输«123321»不行输«321123»也不行，密码到底是啥
        手势不行只能输密码«258000»
        支付口令«一二三木头人»
        登录口令就是«大闹天宫»
        密码1是«apple123»密码2是«pear456»
        钱包A密码«111222»，钱包B密码«333444»
        助记词钱包的密码«Hd8899»也报错
        密码《«天涯海角»》输入不对
        密码【«hello2020»】
        密码(«hello2020»)不对
        我设置了«ilovemylife»做密码
        把«Mnbvcxz1»设为密码后就登不上了
        改完密码«newpass2025»就登不上了
        我重设成«newpass2026»还是提示旧密码
        客服让我把密码改成«Temp1234»
        你们给我的临时密码«Xy7890»不能用
        临时密码：«kpqz-7731»
        默认密码«000000»吗
        安全密码«741852»输不进去
        资金密码是«369258»
        二级密码«a1b2c3»
        提币密码«159357»
        谷歌验证码我输«228866»显示错误
        邮箱验证码: «AB12CD»
        语音验证码说的是«五五六七»
        收到短信说验证码为«660088»，有效期5分钟
        验证码：«3 3 8 8 0 0»
        我的卡CVC是«321»，到期05/27
        信用卡安全码就是«119»吧
        pin碼：«1212»
        我個密碼係«iloveyou3000»
        密碼應該係«Happy Family 2018»
        個密碼我set咗«sunsunsun»
        試過«Ming1980»同«Ming1981»都唔啱密碼
        我密码«小鸡炖蘑菇»
        我的密码很简单就是«woshishei»
        密码用的是«我家小狗的名字豆豆»
        老密码«laowang1975»记不清是不是大写
        密码好像是«Yang加2008»
        登录一直失败，我用的是«Feifei_1995»
        账户lilei口令«lilei888»
        我这个密码«Sun2008»用了好几年
        密码输进去«abcABC123»就闪退
        你看我密码«kobe24kobe»哪里错了
        密码就叫«天上人间»
        密码，«Tomcat99»，不行
        密码 … «Tomcat99»
        密码«改回lastone11»了
        那密码换成«firstone22»行吗
        PIN我记得«6633»
        PIN«要么6633要么3366»
        支付密码先试了«112233»再试了«332211»
        6位支付密码«909090»
        验证码«7788 99»输了没用
        给我发的验证码«339911»过期了
        二次验证«102938»
        卡号6222021234567890123 安全码«771»
        cvv码我填的«808»
        信用卡安全碼«555»啱唔啱
        我嘅PIN碼«7410»
        我個pw係«honghong88»
        密碼我估係«Tsing1ma»
        驗證碼收到«665544»但過期
        cvv «112» 和 «113» 哪个对
        安全码不是«112»是«113»
        CVV后三位是«445»
        验证码先输«111222»后输«333444»
        两个验证码都不行：«111222»、«333444»
        支付密码«111222»跟«333444»都不对
        支付密码«到底是111222»还是«333444»
        试过«1122»、«2233»、«3344»，PIN都不对
        支付PIN«8899»
        密码«锁PIN为4455»
        收到的是«551290»，验证码无效
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
        password I'm using: «Hello_World»
        so the password, which is «pumpkin!23», wont work
        pwd «frodo-baggins-9»
        psswrd is «lemontree»
        my passwd → «lemontree4»
        I keep entering «T1ger!Lily» over and over
        my kid changed the pin to «6060»
        unlock code «4242» doesnt do anything
        device passcode «159753»
        is my password «sunflower22» or «sunflower23?» i cant tell
        could the password be «Waterloo1815»
        the password contains my cat: «whiskers2009»
        password hint: cat. password: «whiskers»
        old pass «apple1», new pass «apple2»
        pass=«apple1»&user=joe
        Passphrase: «never gonna give you up»
        pw is literally just «password123»
        auth code «99 11 22» not working
        "«775533»" is the code i got
        sms code said «G-552211»
        text said your code is «118 227»
        code: «ABX-449»
        backup code «k7f2-9qpl»
        what if i forget my pin, its «2244» now
        i told him my password was «elephant9»
        hey my pass word «Golden Gate» isn't accepted
        he has my password («LuckyStar7») now
        logged in with «Mango&Tango5» fine yesterday but now no
        tried: «Qwerty12», «Qwerty123», «Qwerty1234» none work
        my passwords are «Red1234» and «Blue5678»
        both «Red1234» and «Blue5678» fail as password
        CVV：«１２３»
        password: «open the door now»
        the password is «let me in»
        my password is «we are the champions»
        pw - «firefly serenity»
        my pin's «4821»
        pins i tried: «1111», «2222», «3333»
        passcode «0000» or «1111»
        cvv is «one two three»
        the security code («456») was refused
        «737» - thats the cvv
        CVV2=«321»
        my 4 digit pin «7890» gets rejected
        otp «123-456»
        enter code «445566» says expired
        my login is tina and my password is «tina4ever»
        acc: tina pass: «tina4ever»
        password «tina4ever»
        pw reset to «Spring2024» by me
        so i used «Bluebird7!» right and it says no
        it only worked with «Bluebird7!» before
        attempted «Bluebird7» and «bluebird7» to log in
        the one i typed: «zxcvbnm99», rejected
        even «Passw0rd1» is rejected as password
        my cvv isnt «112» its «113»
        cvc number is «778», expiry 11/28
        pin «3322» wrong, pin «3323» wrong too
        PIN «12 34» or «43 21»
        pin: «012345»; otp: «678901»
        otp first «111222» now «333444»
        passcode's «2580»
        passcode is either «2580» or «0852»
        what's wrong with pin «6161?»
        why is «6161» not accepted as pin
        «6161» is not accepted as my pin
        «6161» used to be my pin
        «6161» is the pin i use
        pin used to be «6161»
        my code is «4821» and it fails
        login code «55 12 90»
        the sms had «551290» in it, code invalid
        got the code «551290» but button is grey
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
        «Hunter42» // whoops thats my pw
        «Hunter42» // delete that!! it was my password
        «月亮不睡我不睡» // 打错了，那是我密码
        «778866» // 发错了这个是我的支付密码
        my dog is «Barkley99» // that name is also my password
        «orchid lemon» // i typed two of my seed words above by accident
        login: jim // «Jimbo1977» // omg i posted my password
        «abandon» // «velvet» // «museum» // those were my 12 words
        «corgi-lover-22» // haha that was my password, ignore
        «八宝山» // 啊发错了，那是密码
        «88442211» // 忘了说，上面这串是支付密码
        password stuff // «purplecow» // yeah thats the password
        my «phrase? ladder whisper ocean» // oh no, those were my recovery words
        «Kitty2020» // 上一条是我的密码
        «Kitty2020» // 上面发的那个是密码，忽略
        «Kitty2020» // 不好意思，密码发这里了
        «Kitty2020» // 我刚刚好像把密码打进来了
        我叫«Kitty2020» // 等等那是密码
        «7788» // 这是pin
        «7788» // 那四位数是我的支付密码
        «花开富贵» // 那四个字是我的密码
        «花开富贵» // 前面那句话就是我钱包的口令
        «orchid falcon mirror» // 上面那三个单词是助记词的一部分
        «orchid falcon mirror» // these are three of my twelve seed words
        «orchid» // «falcon» // 这两个是助记词里的
        «kitten88» // erm that's my actual password
        «kitten88» // this is my pw
        «kitten88» // i shouldn't have sent that, it's my password
        «kitten88» // ^ my password
        «kitten88» // password ^^
        «green tea latte» // my password is what i wrote above
        «green tea latte» // that phrase is my wallet password
        its «kitten88» isnt it // yes thats my password
        try «kitten88» maybe // oh wait thats my real password delete it
        «449922» // that's the code i received
        «449922» // 这个就是验证码
        «998» // thats the cvv
        «aB3dE5fG7hJ9kL1mN2pQ» // that was my private key
        «aB3dE5fG7hJ9kL1mN2pQ» // 那一串是我的私钥
        «老地方等你» // 啊，我发的是密码
        «老地方等你» // 麻烦撤回，那是密码
        «老地方等你» // how do i log in // the chinese words above are my password
        hello «Tiger_1» ? // sorry that was the password
        你能看到«Tiger_1»吗 // 这是我密码
        """
}
