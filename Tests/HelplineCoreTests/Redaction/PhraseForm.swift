import Testing

@testable import HelplineCore

/// A way to write a phrase down.
struct PhraseForm: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let write: @Sendable ([String]) -> String

    static let all: [PhraseForm] = [
        PhraseForm(testDescription: "in a line") { $0.joined(separator: " ") },
        PhraseForm(testDescription: "in prose beside words of the list") {
            "please verify this \($0.joined(separator: " ")) and help me now"
        },
        PhraseForm(testDescription: "numbered") { words in
            words.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: " ")
        },
        PhraseForm(testDescription: "numbered without spaces") { words in
            words.enumerated().map { "\($0 + 1)\($1)" }.joined(separator: "")
        },
        PhraseForm(testDescription: "numbered in Chinese") { words in
            words.enumerated().map { "第\($0 + 1)个\($1)" }.joined(separator: "，")
        },
        PhraseForm(testDescription: "one a line, upper case") { $0.joined(separator: ",\n").uppercased() },
        PhraseForm(testDescription: "with full-width spaces and letters") { words in
            let text = words.joined(separator: "\u{3000}")
            return String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { Unicode.Scalar($0.value < 0x80 ? $0.value + 0xFEE0 : $0.value) ?? $0 }))
        },
        PhraseForm(testDescription: "with zero-width spaces inside") { words in
            words.map { $0.prefix(2) + "\u{200B}" + $0.dropFirst(2) }.joined(separator: " | ")
        },
        PhraseForm(testDescription: "in a Chinese sentence") { "我的钱包是 \($0.joined(separator: "-")) 帮我看看" },
        PhraseForm(testDescription: "as JSON") { words in "[\(words.map { "\"\($0)\"" }.joined(separator: ","))]" },
    ]
}
