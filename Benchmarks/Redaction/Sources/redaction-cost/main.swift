import HelplineCore

// What the redactor costs a line, in nanoseconds: the best of 30 rounds of 2,000.
//
//     cd Benchmarks/Redaction && swift run -c release redaction-cost

let lines = [
    "1", "取消", "你好", "hello", "ok thanks", "忘记密码了怎么办", "转账失败怎么办，手续费是多少？",
    "我的账户被盗了，今天早上九点左右发现的", "how do I change my password", "when will support answer my email",
    "my transfer of 120 USDT has not arrived since yesterday evening",
    "地址 0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe 收不到币",
    "my recovery phrase is letter advice cage absurd amount doctor acoustic avoid letter advice cage above",
]

/// The time of one call, in nanoseconds.
func cost(of line: String) -> Int {
    let redactor = Redactor()
    let rounds = (0..<30).map { _ in
        var memory = RedactionMemory()
        var found = 0
        let time = ContinuousClock().measure {
            for _ in 0..<2_000 { found += redactor.redact(line, memory: &memory).findings.count }
        }
        return found < 0 ? 0 : Int(time / .nanoseconds(1)) / 2_000
    }
    return rounds.min() ?? 0
}

for line in lines { print("\(cost(of: line)) ns  \(line)") }
