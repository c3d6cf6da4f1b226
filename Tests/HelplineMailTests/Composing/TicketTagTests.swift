import Testing

@testable import HelplineMail

@Suite("Tags of other ticket systems")
struct TicketTagTests {
    @Test(
        "A tag in a user's words loses its ASCII brackets",
        arguments: [
            ("see [Ticket#20261122]", "see 【Ticket#20261122】"), ("[1G7EOR-0Q2J]", "【1G7EOR-0Q2J】"),
            ("[example #42] 你好", "【example #42】 你好"), ("[HL-0000-0001]", "【HL-0000-0001】"),
            ("[[Ticket#1]]", "【【Ticket#1】】"), ("[a [#1] b]", "【a 【#1】 b】"), ("[#１２]", "【#１２】"),
            ("][#1][", "]【#1】["), ("[#1][#2]", "【#1】【#2】"),
        ])
    func mapped(_ text: String, _ expected: String) {
        #expect(TicketTag.neutralised(text, own: "HL-7K3Q-M2XV") == expected)
    }

    @Test(
        "Brackets that are no tag stay",
        arguments: ["[sic]", "a[", "]1[", "[one\n2]", "no brackets 1", "[HL-7K3Q-M2XV] mine", "(1)", ""])
    func kept(_ text: String) {
        #expect(TicketTag.neutralised(text, own: "HL-7K3Q-M2XV") == text)
    }
}
