/// What people who write in a hurry say about passwords without giving one away, in English.
extension PasswordTalkRows {
    static let spokenEnglish = """
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
}
