/// Passwords, PINs and codes as people who write in a hurry give them away, in English.
extension PasswordGivenRows {
    static let spokenEnglish = """
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
}
