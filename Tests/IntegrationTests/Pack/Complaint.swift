import Testing

/// A user with a complaint, who answers each question of the mail's form whatever their order.
struct Complaint: CustomTestStringConvertible {
    var testDescription: String
    var opening: String
    var wish: String
    var answers: [String: String]
    var skip: String
    var send: String
    /// What of the user's words the mail must hold.
    var words: [String]

    static let address = "user.one@example.com"

    static let all = [
        Complaint(
            testDescription: "in Chinese", opening: "我的账号被盗了，点了一个陌生链接", wish: "转人工",
            answers: [
                "consent": "好", "problem": "我的账号被盗了，点了一个陌生链接", "steps": "打开应用，点了链接",
                "time": "昨天晚上", "asset": "USDT", "contact": address,
            ],
            skip: "跳过", send: "发送", words: ["我的账号被盗了，点了一个陌生链接", "昨天晚上", "USDT"]),
        Complaint(
            testDescription: "in English", opening: "my account was hacked after I opened a link",
            wish: "talk to a human",
            answers: [
                "consent": "yes", "problem": "my account was hacked after I opened a link", "steps": "opened a link",
                "time": "yesterday", "asset": "USDT", "contact": address,
            ],
            skip: "skip", send: "send", words: ["my account was hacked after I opened a link", "yesterday", "USDT"]),
    ]

    /// Talks on until a preview is shown.
    ///
    /// - Returns: every reply on the way.
    /// - Throws: where no preview comes within twenty messages.
    func converse(with program: RunningProgram) throws -> [JSONLine] {
        var replies = try program.ask(opening, number: 1)
        replies += try program.ask(wish, number: 2)
        for number in 3...20 {
            guard let last = replies.last, last["state"] != "confirm" else { return replies }
            replies += try program.ask(last["slot"].flatMap { answers[$0] } ?? skip, number: number)
        }
        throw RunningProgram.Late(description: "no preview within twenty messages: \(replies.map(\.raw))")
    }
}

extension RunningProgram {
    /// Sends a message as helpline/1 does and waits for all its replies.
    func ask(_ text: String, number: Int) throws -> [JSONLine] {
        send("{\"id\":\"m\(number)\",\"conversation\":\"u1\",\"text\":\"\(text)\"}")
        return try output { output in
            let replies = output.split(separator: "\n").map { JSONLine(String($0)) }.filter { $0["to"] == "m\(number)" }
            return replies.contains { $0.flag("last") == true || $0["type"] == "error" } ? replies : nil
        }
    }
}
