/// What only a later message calls a secret.
extension PasswordGivenRows {
    static let saidLater = """
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
