import Foundation

/// Secrets of each kind, written in many ways: how many were shown and how many leaked.
struct SecretTable {
    /// Lines that show a secret, and how to tell what is left of it.
    private struct Sample {
        var lines: [String]
        var isLeaked: (String) -> Bool
    }

    let count: Int
    let seed: UInt64

    /// Prints the table; false where anything has leaked.
    func report() -> Bool {
        print("| secret | shown | leaked |\n|---|---|---|")
        var leaks = 0
        for (number, row) in rows.enumerated() {
            var mint = SecretMint(seed: seed &* 1_000 &+ UInt64(number))
            let leaked = (0..<count).filter { _ in isLeaked(row.make(&mint), of: row.name) }.count
            leaks += leaked
            print("| \(row.name) | \(count) | \(leaked) |")
        }
        let given = givenPasswords
        print("| messages that give a password away, as people type them | \(given.shown) | \(given.leaked) |")
        let written = writtenRows
        print("| passwords, codes, keys and numbers as the tests have them | \(written.shown) | \(written.leaked) |")
        return leaks + given.leaked + written.leaked == 0
    }

    /// Whether something of a sample can be read; said with the sample, since it is made up.
    private func isLeaked(_ sample: Sample, of row: String) -> Bool {
        precondition(sample.isLeaked(sample.lines.joined(separator: "\n")), "This row sees no secret at all: \(row)")
        let kept = Reading.kept(sample.lines).joined(separator: "\n")
        guard sample.isLeaked(kept) else { return false }
        FileHandle.standardError.write(Data("leaked: \(sample.lines)\n     as: \(kept)\n".utf8))
        return true
    }

    private typealias Row = (name: String, make: (inout SecretMint) -> Sample)

    private var rows: [Row] { phrases + chinese + keys + numbers }

    // MARK: - Phrases

    private static func phrase(_ words: [String], _ lines: [String], beside: Int = 1) -> Sample {
        Sample(lines: lines) { Reading.longestRow(of: words, in: $0) > beside }
    }

    private func english(
        _ name: String, words count: Int? = nil, beside: Int = 1,
        _ write: @escaping (inout SecretMint, [String]) -> [String]
    ) -> Row {
        (
            "English phrase, " + name,
            { mint in
                let words = mint.phrase(of: SecretMint.english, count)
                return Self.phrase(words, write(&mint, words), beside: beside)
            }
        )
    }

    private var phrases: [Row] {
        [
            english("in a line") { _, words in [words.joined(separator: " ")] },
            english("in a sentence of list words", beside: 2) { _, words in
                ["please verify this \(words.joined(separator: " ")) and help me now"]
            },
            english("numbered") { _, words in
                [words.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: " ")]
            },
            english("with commas, a word a line, upper case") { _, words in
                [words.joined(separator: ",\n").uppercased()]
            },
            english("full-width, with zero-width characters inside") { _, words in
                let text = words.map { $0.prefix(2) + "\u{200B}" + $0.dropFirst(2) }.joined(separator: "\u{3000}")
                return [text.applyingTransform(.fullwidthToHalfwidth, reverse: true) ?? text]
            },
            english("with one word mistyped, called what it is") { mint, words in
                var words = words
                words[mint.number(0...words.count - 1)] += "q"
                return ["my seed phrase: \(words.joined(separator: " "))"]
            },
            english("in two messages, announced", words: 12) { _, words in
                ["here is my recovery phrase", words[..<6].joined(separator: " "), words[6...].joined(separator: " ")]
            },
            english("a word a message, numbered", words: 12) { _, words in
                words.enumerated().map { "\($0 + 1). \($1)" }
            },
            (
                "English phrase, in base64 or run together",
                { mint in
                    let words = mint.phrase(of: SecretMint.english)
                    let text = Data(words.joined(separator: " ").utf8).base64EncodedString()
                    let written = mint.pick([text, words.map(\.capitalized).joined()])
                    return Self.whole(written, [written])
                }
            ),
            (
                "phrase in one of seven other lists",
                { mint in
                    let words = mint.phrase(of: mint.pick(SecretMint.others))
                    return Self.phrase(words, [words.joined(separator: " ")])
                }
            ),
        ]
    }

    private var chinese: [Row] {
        let lists = [("simplified", SecretMint.simplified), ("traditional", SecretMint.traditional)]
        let ways: [(String, ([String]) -> [String])] = [
            ("with spaces, in a sentence", { ["我的钱包是 \($0.joined(separator: " ")) 帮我看看"] }),
            ("without spaces, the whole message", { [$0.joined()] }),
            ("without spaces behind 助记词", { ["我的助记词是" + $0.joined()] }),
            ("without spaces, 助记词 in the message before", { ["我的助记词", $0.joined()] }),
        ]
        return lists.flatMap { list in
            ways.map { way in
                (
                    "Chinese phrase (\(list.0)), \(way.0)",
                    { mint in
                        let words = mint.phrase(of: list.1)
                        // Three characters of a phrase in a row occur in the words around it.
                        return Self.phrase(words, way.1(words), beside: 3)
                    }
                )
            }
        }
    }

    // MARK: - Keys and numbers

    private static func whole(_ secret: String, _ lines: [String]) -> Sample {
        Sample(lines: lines) { left in
            let kept = Reading.folded(left).filter { $0.isLetter || $0.isNumber }
            return kept.contains(Reading.folded(secret).filter { $0.isLetter || $0.isNumber })
        }
    }

    private var keys: [Row] {
        [
            (
                "private key in WIF",
                { mint in
                    let key = SecretMint.base58Check(
                        [mint.pick([0x80, 0xEF])] + mint.bytes(32) + mint.pick([[], [1]]))
                    return Self.whole(key, ["看看这个 \(key) 对吗"])
                }
            ),
            (
                "extended private key (xprv, zprv, tprv)",
                { mint in
                    let heads: [[UInt8]] = [[4, 0x88, 0xAD, 0xE4], [4, 0xB2, 0x43, 0x0C], [4, 0x35, 0x83, 0x94]]
                    let key = SecretMint.base58Check(mint.pick(heads) + mint.bytes(41) + [0] + mint.bytes(32))
                    return Self.whole(key, ["key: \(key)"])
                }
            ),
            (
                "64 digits called a private key",
                { mint in
                    let key = mint.hex(64)
                    return Self.whole(key, [mint.pick(["我的私钥\(key)", "my private key is 0x\(key)", "私钥：\(key)，帮我导入"])])
                }
            ),
            (
                "64 digits that nothing names",
                { mint in
                    let key = mint.hex(64)
                    return Self.whole(key, [mint.pick([key, "wallet \(key) what now", "0x\(key)"])])
                }
            ),
            (
                "private key in two messages",
                { mint in
                    let key = mint.hex(64)
                    return Self.whole(
                        key, ["my private key, first half", String(key.prefix(32)), String(key.suffix(32))])
                }
            ),
        ]
    }

    private var numbers: [Row] {
        [
            (
                "payment card: plain, in groups, full-width",
                { mint in
                    let card = mint.card()
                    let groups = stride(from: 0, to: 16, by: 4).map { card.dropFirst($0).prefix(4) }
                    let wide = card.applyingTransform(.fullwidthToHalfwidth, reverse: true) ?? card
                    return Self.whole(
                        card,
                        [
                            mint.pick([
                                card, groups.joined(separator: " "), groups.joined(separator: "-"), wide, "卡号\(card)被扣",
                            ])
                        ])
                }
            ),
            (
                "Chinese identity card",
                { mint in
                    let number = mint.identity()
                    return Self.whole(
                        number, [mint.pick([number, number.lowercased(), "身份证\(number)", "我是 \(number) 本人"])])
                }
            ),
            (
                "verification code of four to eight digits",
                { mint in
                    let code = mint.digits(mint.number(4...8))
                    return Self.whole(
                        code, [mint.pick(["验证码是\(code)", "my verification code is \(code)", "otp \(code)"])])
                }
            ),
            (
                "password behind its word",
                { mint in
                    let word =
                        mint.pick(SecretMint.english) + mint.pick(["!", "@", "#", ""]) + mint.digits(mint.number(2...4))
                    return Self.whole(
                        word, [mint.pick(["my password is \(word)", "密码是\(word)", "pwd: \(word)", "登录密码 \(word) 不对"])])
                }
            ),
        ]
    }

    /// The rows of passwords with the words around them.
    private var givenPasswords: (shown: Int, leaked: Int) {
        let rows = PasswordGivenRows.all
        let leaked = rows.filter { row in
            Reading.kept(row.messages).map { $0.replacing(/\[[^\]]*\]/, with: "*") } != row.left
        }
        return (rows.count, leaked.count)
    }

    /// The rows of the tests, of which each says what must be left.
    private var writtenRows: (shown: Int, leaked: Int) {
        let tables = [
            RedactionTables.passwords, RedactionTables.credentials, RedactionTables.codes, RedactionTables.keys,
            RedactionTables.numbers,
        ]
        let rows = tables.flatMap(\.self)
        let leaked = rows.filter { row in
            let kept = Reading.kept([row.line])[0]
            return kept.replacing(/\[[^\]]*\]/, with: "*") != row.left
        }
        return (rows.count, leaked.count)
    }
}
