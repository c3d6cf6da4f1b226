import Testing

@testable import HelplineCore

@Suite("Several values in a row")
struct EnumerationTests {
    private func value(_ accept: Accept, _ line: String, asked: Bool = false) -> (canonical: String, quote: String)? {
        let text = NormalizedText(line)
        let found = Recognizer.recognize(
            accept, in: text, environment: Chatter().environment, knowledge: SmallPack.knowledge, asked: asked)
        return found.map { ($0.canonical, text.quote(of: $0.range)) }
    }

    @Test(
        "All assets of a row are kept",
        arguments: [
            ("BTC and some USDT", "BTC, USDT", "BTC and some USDT"), ("btc, usdt", "BTC, USDT", "btc, usdt"),
            ("lost BTC + 20 USDT last night", "BTC, USDT", "BTC + 20 USDT"), ("BTC和一些USDT", "BTC, USDT", "BTC和一些USDT"),
            ("BTC and BTC", "BTC", "BTC and BTC"), ("BTC 和 USDT 和 BTC", "BTC, USDT", "BTC 和 USDT 和 BTC"),
        ])
    func assets(line: String, canonical: String, quote: String) throws {
        let found = try #require(value(.set("coin"), line))
        #expect(found.canonical == canonical)
        #expect(found.quote == quote)
    }

    @Test(
        "What was said of something else is not part of the row",
        arguments: ["BTC, i never had any USDT", "BTC not USDT", "BTC，不是USDT", "BTC is what i sent, they wanted USDT"])
    func others(line: String) throws {
        #expect(try #require(value(.set("coin"), line)).canonical == "BTC")
    }

    @Test(
        "All amounts of a row are kept",
        arguments: [
            ("100 USDT and 0.5 BTC", "100 USDT, 0.5 BTC"), ("100 USDT + 2 TRX gone", "100 USDT, 2 TRX"),
            ("100 USDT and 3 weeks", "100 USDT"), ("100 USDT", "100 USDT"),
        ])
    func amounts(line: String, canonical: String) throws {
        #expect(try #require(value(.amount, line)).canonical == canonical)
    }

    @Test("The answer to the question for the asset keeps them, and so does the mail")
    func answer() throws {
        var chat = Chatter()
        for line in ["账号被盗了", "BTC 和 USDT"] { try chat.say(line) }
        let asset = try #require(chat.conversation.form?.values["asset"] ?? chat.conversation.concern?.values["asset"])
        #expect(asset.canonical.string == "BTC, USDT")
        #expect(asset.words.string == "BTC 和 USDT")
    }

    @Test("Nothing but values, however many, is read to an end")
    func many() throws {
        let line = Array(repeating: "BTC USDT", count: 400).joined(separator: " ")
        #expect(try #require(value(.set("coin"), line)).canonical.hasPrefix("BTC, USDT"))
    }
}
