import Testing

@testable import HelplineCore

@Suite("How a user is called") struct NameReaderTests {
    @Test(
        "Who says it, or writes it beside the own address, is called by it",
        arguments: [
            ("my name is Ann Lee and I lost 20 USDT", "Ann Lee"), ("Hi, My name's Jean-Luc O'Neil.", "Jean-Luc O'Neil"),
            ("name: Ann", "Ann"), ("it is gone. Name: Ann M. Lee", "Ann M. Lee"), ("我叫张伟，钱没了", "张伟"),
            ("MY NAME IS MIKE", "MIKE"),
            ("name: ANN LEE", "ANN LEE"),
            ("姓名：欧阳小明", "欧阳小明"), ("我的名字是李雷", "李雷"), ("名字叫阿卜杜·拉", "阿卜杜·拉"), ("我叫 Tom Ford", "Tom Ford"),
            ("我叫張偉", "張偉"), ("Alex Meyer, alex@example.com", "Alex Meyer"),
            ("Alex Meyer <alex@example.com>", "Alex Meyer"), ("alex@example.com (Alex)", "Alex"),
            ("张三 zhang@example.com", "张三"), ("zhang@example.com，张三丰", "张三丰"),
        ])
    func given(_ line: String, _ name: String) {
        #expect(NameReader(NormalizedText(line)).read() == name)
    }

    @Test(
        "What may be something else is no name",
        arguments: [
            "", "my name is on the list", "the app's name: Bitpie", "wallet name Bitpie", "username: Ann",
            "我叫了客服三次", "我叫客服", "我叫不动他", "你叫什么名字", "名字", "我叫", "我叫什么", "my name", "name:",
            "alex@example.com", "my email is alex@example.com", "Please reply to alex@example.com",
            "Email: alex@example.com", "发到 zhang@example.com", "邮箱 zhang@example.com", "我的邮箱：zhang@example.com",
            "It was sent from a@example.com to b@example.com", "zhang@example.com 谢谢", "Thanks, alex@example.com",
            "ANN@EXAMPLE.COM", "@", "张@", "my name is 123", "İmy name is",
            "Name: USDT Bcc", "USDT Bcc: v@example.net", "Bcc: v@example.net", "name: USDT", "USDT v@example.net",
            "x Name: USDT Bcc: v@example.net", "Reply-To: v@example.net",
        ])
    func notGiven(_ line: String) {
        #expect(NameReader(NormalizedText(line)).read() == nil)
    }
}
