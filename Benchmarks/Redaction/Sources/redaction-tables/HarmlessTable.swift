import Foundation

/// Lines without a secret: how many were shown, and how many lost anything.
struct HarmlessTable {
    let count: Int
    let seed: UInt64

    /// Prints the table; false where an ordinary line has lost anything.
    func report() -> Bool {
        print("\n| harmless lines | shown | false alarms |\n|---|---|---|")
        let ordinary = [
            ("ordinary messages of the tests", HarmlessRows.all),
            ("lines that are like secrets and hold none", RedactionTables.harmless),
            ("sentences about a password that give none away", PasswordTalkRows.all),
            ("the ordinary messages as one conversation, shuffled", []),
        ]
        var alarms = 0
        for (name, lines) in ordinary {
            let (shown, alarmed) =
                lines.isEmpty ? conversation() : (lines.count, lines.filter { isMasked($0, quietly: false) }.count)
            alarms += alarmed
            print("| \(name) | \(shown) | \(alarmed) |")
        }
        for (number, row) in rows.enumerated() {
            var mint = SecretMint(seed: seed &* 1_000 &+ 500 &+ UInt64(number))
            let alarmed = (0..<count).filter { _ in isMasked(row.make(&mint), quietly: !row.mustBeKept) }.count
            if row.mustBeKept { alarms += alarmed }
            print("| \(row.name) | \(count) | \(alarmed) |")
        }
        return alarms == 0
    }

    /// Whether an ordinary line loses anything; said with the line.
    private func isMasked(_ line: String, quietly: Bool) -> Bool {
        let kept = Reading.kept([line])
        guard kept != [line] else { return false }
        if !quietly { FileHandle.standardError.write(Data("false alarm: \(line)\n         as: \(kept[0])\n".utf8)) }
        return true
    }

    private func conversation() -> (Int, Int) {
        var random = SeededGenerator(seed: seed)
        let lines = HarmlessRows.all.shuffled(using: &random)
        return (lines.count, zip(lines, Reading.kept(lines)).filter { $0 != $1 }.count)
    }

    private typealias Row = (name: String, mustBeKept: Bool, make: (inout SecretMint) -> String)

    private var rows: [Row] {
        [
            (
                "addresses: Bitcoin, Tron, Ethereum", true,
                { mint in
                    let version: UInt8 = mint.pick([0, 0x41])
                    let encoded = SecretMint.base58Check([version] + mint.bytes(20))
                    return mint.pick(["地址 \(encoded)", "我转到 \(encoded) 了", "sent to 0x\(mint.hex(40))"])
                }
            ),
            (
                "extended public keys", true,
                { mint in
                    let point: [UInt8] = [mint.pick([2, 3])] + mint.bytes(32)
                    return "key: " + SecretMint.base58Check([4, 0x88, 0xB2, 0x1E] + mint.bytes(41) + point)
                }
            ),
            (
                "transaction ids that are called so", true,
                { mint in
                    let hex = mint.hex(64)
                    return mint.pick([
                        "交易哈希\(hex)", "tx id 0x\(hex)", "哈希：\(hex)，一直没到账", "https://etherscan.io/tx/0x\(hex)",
                    ])
                }
            ),
            (
                "phone and order numbers, dates, amounts", true,
                { mint in
                    mint.pick([
                        "手机号1\(mint.number(30...99))\(mint.digits(8))", "订单 \(mint.digits(6))",
                        "订单号20261122\(mint.digits(9))", "2026-11-\(mint.number(10...28)) 09:\(mint.number(10...59))",
                        "\(mint.number(1...9999)).\(mint.digits(2)) USDT", "错误码 \(mint.digits(6))",
                    ])
                }
            ),
            (
                "sixteen digits that begin like a card and that nothing names (one in ten passes the check)", false,
                { mint in String(mint.number(3...6)) + mint.digits(15) }
            ),
        ]
    }
}
